"""Addresses: Chinese pages without a prefix, English ones under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import path


def home(request: HttpRequest) -> HttpResponse:
    """Hold the place of the first page."""
    return HttpResponse("去留", content_type="text/plain; charset=utf-8")


urlpatterns = i18n_patterns(
    path("", home, name="home"),
    path("admin/", admin.site.urls),
    prefix_default_language=False,
)
