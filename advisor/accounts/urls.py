"""Addresses of one's own account."""

from django.urls import path

from advisor.accounts import views

urlpatterns = [
    path("", views.account, name="account"),
]
