"""What the floor has and an app has to register: suggestions, and accounts, in which nothing stands that nobody sees.

The history of a record stands beside the record, in words: auditlog's own list of all entries is taken away.
"""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User

from records.admin.suggestion import SuggestionAdmin
from records.models import HistoryEntry, Suggestion
from records.validators import take_visible

admin.site.unregister([User, HistoryEntry])
admin.site.register(Suggestion, SuggestionAdmin)


@admin.register(User)
class AccountAdmin(UserAdmin):
    def formfield_for_dbfield(self, db_field, request, **kwargs):
        return take_visible(super().formfield_for_dbfield(db_field, request, **kwargs))
