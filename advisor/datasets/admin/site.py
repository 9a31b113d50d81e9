"""What the admin calls itself."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

admin.site.site_title = _("Quliu data desk")
admin.site.site_header = _("Quliu data desk")
admin.site.index_title = _("Data, people and their deeds")

gettext_noop("- Select an option -")  # Django has no Chinese for it yet
