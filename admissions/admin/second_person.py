"""Forms and histories of what one person alone may not make public, where a second person publishes."""

from django.contrib import messages
from django.core.exceptions import ValidationError

from admissions.second_person import refuse_alone


class OnlyTogether:
    """For the form of an admission or a cohort: refused is what would let one person publish alone."""

    def _post_clean(self):
        super()._post_clean()
        if not self.errors:
            try:
                refuse_alone(self.instance)
            except ValidationError as error:
                self.add_error(None, error)


class OnlyTogetherAdmin:
    """For its pages: the form of a new record says so before anything is typed, and so does its history."""

    def add_view(self, request, form_url="", extra_context=None):
        if request.method == "GET":
            try:
                refuse_alone(self.model())
            except ValidationError as error:
                messages.warning(request, " ".join(error.messages))
        return super().add_view(request, form_url, extra_context)

    def check_restored(self, record):
        refuse_alone(record)
