"""Addresses of what was saved: opaque ids and version numbers, never a name or an amount."""

from django.urls import path

from advisor.comparisons.saved import (
    change_views,
    deed_views,
    digest_views,
    file_views,
    list_views,
    page_views,
    saving_views,
    share_views,
)

urlpatterns = [
    path("c/<opaque:draft_id>/save/", saving_views.save, name="save"),
    path("saved/", list_views.saved, name="saved"),
    path("saved/digest/", digest_views.saved_digest, name="saved_digest"),
    path("saved/unsubscribe/<str:word>/", digest_views.unsubscribe, name="unsubscribe"),
    path("saved/sides/", list_views.saved_sides, name="saved_sides"),
    path("saved/<opaque:comparison_id>/", page_views.saved_comparison, name="saved_comparison"),
    path(
        "saved/<opaque:comparison_id>/<int:number>/",
        page_views.saved_comparison,
        name="saved_version",
    ),
    path("saved/<opaque:comparison_id>/label/", deed_views.saved_label, name="saved_label"),
    path("saved/<opaque:comparison_id>/archive/", deed_views.saved_archive, name="saved_archive"),
    path("saved/<opaque:comparison_id>/delete/", deed_views.saved_delete, name="saved_delete"),
    path("saved/<opaque:comparison_id>/restore/", deed_views.saved_restore, name="saved_restore"),
    path(
        "saved/<opaque:comparison_id>/<int:number>/edit/", deed_views.saved_edit, name="saved_edit"
    ),
    path(
        "saved/<opaque:comparison_id>/<int:number>/copy/", deed_views.saved_copy, name="saved_copy"
    ),
    path(
        "saved/<opaque:comparison_id>/<int:number>/file.<slug:kind>",
        file_views.saved_file,
        name="saved_file",
    ),
    path(
        "saved/<opaque:comparison_id>/<int:number>/print/",
        file_views.saved_print,
        name="saved_print",
    ),
    path(
        "saved/<opaque:comparison_id>/<int:number>/share/",
        share_views.saved_share,
        name="saved_share",
    ),
    path(
        "saved/<opaque:comparison_id>/unshare/<int:link_id>/",
        share_views.saved_unshare,
        name="saved_unshare",
    ),
    path("share/<slug:token>/", share_views.share, name="share"),
    path(
        "saved/<opaque:comparison_id>/<int:number>/changes/",
        change_views.saved_changes,
        name="saved_changes",
    ),
    path(
        "saved/<opaque:comparison_id>/<int:number>/renew/",
        change_views.saved_renew,
        name="saved_renew",
    ),
]
