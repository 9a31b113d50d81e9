"""Addresses of a question. Never an amount in one of them."""

from django.urls import include, path, register_converter

from advisor.comparisons import (
    chances_page,
    default_household,
    draft_views,
    glossary_page,
    method_page,
    part_views,
    plain_pages,
    ranking_page,
    rent_or_buy_page,
    step_views,
    takeaway_views,
    views,
)
from advisor.comparisons.cities import views as cities
from advisor.comparisons.reports import views as reports


class OpaqueId:
    """The id of a draft."""

    regex = "[A-Za-z0-9_-]{22}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(OpaqueId, "opaque")

urlpatterns = [
    path("", include("advisor.comparisons.saved.urls")),  # before what stands for any section
    path("", views.home, name="home"),
    path("check/", views.check, name="check"),
    path("example/", views.example, name="example"),
    path("places/", views.places, name="places"),
    path("cities/", ranking_page.ranking, name="ranking"),
    path("cities/chances/", chances_page.chances_everywhere, name="chances"),
    path("cities/<str:address>/", cities.city, name="city"),
    path("compare-cities/", cities.compare_cities, name="compare_cities"),
    path("compare-cities/<str:here>/<str:there>/", cities.side_by_side, name="side_by_side"),
    path("cities.csv", ranking_page.ranking_file, name="ranking_file"),
    path("method/", method_page.method, name="method"),
    path("household/keep/", default_household.keep_household, name="keep_household"),
    path("household/forget/", default_household.forget_household, name="forget_household"),
    path("household/start/", default_household.start_from_household, name="start_from_household"),
    path("glossary/", glossary_page.glossary, name="glossary"),
    path("help/", plain_pages.help_page, name="help"),
    path("about/", plain_pages.about, name="about"),
    path("privacy/", plain_pages.privacy, name="privacy"),
    path("report/", reports.report, name="report"),
    path("c/<opaque:draft_id>/", draft_views.result, name="result"),
    path("c/<opaque:draft_id>/whole/", part_views.whole, name="whole"),
    path("c/<opaque:draft_id>/ahead/", part_views.years_ahead, name="ahead"),
    path("c/<opaque:draft_id>/at-home/", part_views.at_home, name="at_home"),
    path("c/<opaque:draft_id>/gaps/", part_views.line_by_line, name="gaps"),
    path("c/<opaque:draft_id>/sources/", part_views.sources, name="sources"),
    path("c/<opaque:draft_id>/city/<slug:city>/", part_views.destination, name="destination"),
    path("c/<opaque:draft_id>/ask/", takeaway_views.ask, name="ask"),
    path("c/<opaque:draft_id>/summary/", takeaway_views.summary, name="summary"),
    path("c/<opaque:draft_id>/rent-or-buy/", rent_or_buy_page.rent_or_buy_page, name="rent_or_buy"),
    path("steps/", step_views.start, name="start"),
    path("c/<opaque:draft_id>/steps/<int:number>/", step_views.step, name="step"),
    path("c/<opaque:draft_id>/all/", step_views.everything, name="everything"),
    path("c/<opaque:draft_id>/cities/", draft_views.cities, name="cities"),
    path("c/<opaque:draft_id>/remove/<slug:city>/", draft_views.remove_city, name="remove_city"),
    path("c/<opaque:draft_id>/<slug:section>/", draft_views.section, name="section"),
    path(
        "c/<opaque:draft_id>/<slug:section>/<slug:city>/", draft_views.section, name="city_section"
    ),
]
