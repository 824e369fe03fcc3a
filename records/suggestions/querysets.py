"""The questions people ask about suggested corrections."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Case, F, Value, When


class SuggestionQuerySet(models.QuerySet):
    def about(self, record):
        return self.filter(content_type=ContentType.objects.get_for_model(record), key=str(record.pk))

    def waiting(self):
        """Those that nobody has decided yet."""
        return self.filter(state="received")

    def waiting_first(self):
        """The oldest that waits first, then what was decided, the newest first."""
        decided = Case(When(state="received", then=Value(0)), default=Value(1))
        return self.order_by(decided, F("decided_at").desc(), "received_at", "pk")
