"""Addresses of the HTTP API below /api/, the same in every language."""

from django.urls import path

from advisor.api.v1 import api

urlpatterns = [path("v1/", api.urls)]
