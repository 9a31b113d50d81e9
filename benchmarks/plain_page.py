"""The yardstick: a plain Django page with one query and a table of 60 rows."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template import engines

from advisor.datasets.models import Place

ROWS = 60
PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body>
<h1>{{ title }}</h1>
<table>
<thead><tr><th>Code</th><th>Name</th><th>中文</th><th>Level</th><th>Tier</th>
<th>Latitude</th><th>Longitude</th></tr></thead>
<tbody>
{% for place in places %}<tr>
<td>{{ place.adcode }}</td><td>{{ place.name_en }}</td><td>{{ place.name_zh }}</td>
<td>{{ place.level }}</td><td>{{ place.tier|default:"–" }}</td>
<td>{{ place.lat|floatformat:2 }}</td><td>{{ place.lon|floatformat:2 }}</td>
</tr>
{% endfor %}</tbody>
</table>
</body>
</html>
"""

_template = engines["django"].from_string(PAGE)


def plain_page(request: HttpRequest) -> HttpResponse:
    """Sixty cities: seven cells each, two of them formatted numbers."""
    places = Place.objects.filter(level="city")[:ROWS]
    return HttpResponse(_template.render({"title": "Sixty cities", "places": places}, request))
