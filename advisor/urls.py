"""Addresses: Chinese pages without a prefix, English ones under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

handler400 = "advisor.web.errors.bad_request"
handler403 = "advisor.web.errors.permission_denied"
handler404 = "advisor.web.errors.not_found"
handler500 = "advisor.web.errors.server_error"

urlpatterns = i18n_patterns(
    path("", include("advisor.comparisons.urls")),
    path("admin/", admin.site.urls),
    prefix_default_language=False,
)
