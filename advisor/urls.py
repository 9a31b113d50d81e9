"""Addresses: Chinese pages without a prefix, English ones under /en/, the API without language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from advisor.api.docs_page import api_docs
from advisor.comparisons.sitemaps import SITEMAPS
from advisor.web.methods import answers
from advisor.web.robots import robots

handler400 = "advisor.web.errors.bad_request"
handler403 = "advisor.web.errors.permission_denied"
handler404 = "advisor.web.errors.not_found"
handler500 = "advisor.web.errors.server_error"

urlpatterns = [
    path("api/", include("advisor.api.urls")),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", answers("GET")(sitemap), {"sitemaps": SITEMAPS}, name="sitemap"),
    *i18n_patterns(
        path("", include("advisor.comparisons.urls")),
        path("data/", include("advisor.datasets.urls")),
        path("api/v1/docs", api_docs, name="api_docs"),
        path("admin/", admin.site.urls),
        path("accounts/", include("allauth.urls")),
        path("account/", include("advisor.accounts.urls")),
        prefix_default_language=False,
    ),
]
