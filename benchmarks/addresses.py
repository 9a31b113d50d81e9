"""The product's addresses, and those of the pages that its own are measured beside."""

from django.urls import path

from advisor.urls import urlpatterns as product_pages
from benchmarks.constant_page import constant_page
from benchmarks.plain_page import plain_page

urlpatterns = [
    path("plain/", plain_page, name="plain"),
    path("constant/<int:size>/", constant_page, name="constant"),
    *product_pages,
]
