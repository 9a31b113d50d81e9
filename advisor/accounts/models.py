"""The person who has an account."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who signed up, or staff."""
