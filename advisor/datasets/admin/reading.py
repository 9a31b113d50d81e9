"""Tables of the admin that are to be read; what changes them are deeds, with doors of their own."""

from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

if TYPE_CHECKING:  # at run time these two can't be told their models
    Table = admin.ModelAdmin[Any]
    Inline = admin.TabularInline[Any, Any]
else:
    Table, Inline = admin.ModelAdmin, admin.TabularInline


def staff(request: HttpRequest) -> AbstractBaseUser:
    """Who asks: the admin lets nobody in who is not signed in."""
    return cast("AbstractBaseUser", request.user)


class ReadOnly:
    """Nobody adds, changes or deletes these rows by hand."""

    def has_add_permission(self, request: HttpRequest, *_: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, *_: Any) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, *_: Any) -> bool:
        return False
