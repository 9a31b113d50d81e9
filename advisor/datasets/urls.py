"""Addresses of the data in the open."""

from django.urls import path

from advisor.datasets.public import views

urlpatterns = [
    path("", views.data, name="data"),
    path("sources/", views.sources, name="data_sources"),
    path("editions/", views.editions, name="data_editions"),
    path("editions/<str:edition_id>/", views.edition, name="data_edition"),
    path("<slug:code>/", views.dataset, name="data_dataset"),
    path("<slug:code>.csv", views.download_csv, name="data_csv"),
    path("<slug:code>.json", views.download_json, name="data_json"),
]
