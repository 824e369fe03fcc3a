"""The accounts of staff: their names and e-mail addresses hold nothing that nobody sees."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User

from cities.characters import take_visible

admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(UserAdmin):
    def formfield_for_dbfield(self, db_field, request, **kwargs):
        return take_visible(super().formfield_for_dbfield(db_field, request, **kwargs))
