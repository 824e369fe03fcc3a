"""Photos in forms: what is kept is shown beside the field, also to translators, who write what it shows."""

from dataclasses import dataclass

from django.contrib.admin.widgets import AdminFileWidget
from django.utils.html import format_html

from records.photos import PhotoField


class PhotoInput(AdminFileWidget):
    template_name = "admin/_photo_input.html"


@dataclass(frozen=True)
class PhotoToSee:
    """A read-only field of a form that shows a photo; Django takes it in place of a field's name."""

    model_field: PhotoField

    def __call__(self, record):
        photo = getattr(record, self.model_field.name)
        return format_html('<img class="photo-preview" src="{}" alt="">', photo.small_url) if photo else ""

    @property
    def __name__(self):
        return self.model_field.name

    @property
    def short_description(self):
        return self.model_field.verbose_name
