"""Addresses of one's own account."""

from django.urls import path

from advisor.accounts import data_views, views

urlpatterns = [
    path("", views.account, name="account"),
    path("data/", data_views.my_data, name="my_data"),
    path("data/download/", data_views.download, name="my_data_file"),
    path("data/delete/", data_views.delete, name="delete_account"),
]
