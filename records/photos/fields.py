"""The field of a model that holds a photo."""

from contextlib import suppress

from django import forms
from django.db import models
from django.db.models import Q
from django.db.models.fields.files import ImageFieldFile

from records.translation.states import LANGUAGES

from .cleaning import CleanPhoto, cleaned
from .renditions import FALLBACK, is_named_by_content, keep, rendition, widths


class PhotoFile(ImageFieldFile):
    """The photo of a record. Its addresses are known from its name and width alone, without a look at any file."""

    def save(self, name, content, save=True):
        """Keep the photo, cleaned, with its renditions. One that it replaces stays: the history may bring it back."""
        photo = content if isinstance(content, CleanPhoto) else cleaned(content)
        self.name = self.field.generate_filename(self.instance, photo.name)
        keep(self.storage, self.name, photo)
        setattr(self.instance, self.field.attname, self.name)
        self._committed = True
        if save:
            self.instance.save()

    save.alters_data = True

    @property
    def sources(self):
        """Pairs of a type and a `srcset`, the smallest files first; none of a photo from before there were any."""
        if not is_named_by_content(self.name):
            return []
        return [(f"image/{ending}", self._set(ending)) for ending in ("avif", "webp")]

    @property
    def fallback_url(self):
        """For browsers that know no newer format, for feeds and for other sites."""
        return self._url(min(self._width, FALLBACK), "jpg") if self.sources else self.url

    @property
    def small_url(self):
        return self._url(widths(self._width)[0], "webp") if self.sources else self.url

    @property
    def _width(self):
        return getattr(self.instance, self.field.width_field)

    def _set(self, ending):
        return ", ".join(f"{self._url(width, ending)} {width}w" for width in widths(self._width))

    def _url(self, width, ending):
        return self.storage.url(rendition(self.name, width, ending))


class PhotoFormField(forms.ImageField):
    """Takes what is a photo by its content; what the file is called says nothing."""

    default_validators = []

    def to_python(self, data):
        file = forms.FileField.to_python(self, data)
        return file and cleaned(file)

    def widget_attrs(self, widget):
        return {"accept": "image/jpeg,image/png,image/webp"}  # a phone then sends no HEIC


class PhotoField(models.ImageField):
    """A photo with its credit, its licence and what it shows beside it: `photo`, `photo_credit`, `photo_licence`,
    `photo_alt`, `photo_width` and `photo_height`."""

    attr_class = PhotoFile

    def update_dimension_fields(self, instance, *args, **kwargs):
        """The history copies records with the name of a file that is about to be kept."""
        with suppress(FileNotFoundError):
            super().update_dimension_fields(instance, *args, **kwargs)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": PhotoFormField, "max_length": None} | kwargs)


def credited(photo):
    """The condition that a photo, where there is one, has its credit, its licence and, in some language, a text that
    says what it shows."""
    columns = [f"{photo}_alt_{language}" for language in LANGUAGES]
    shows = [Q(**{f"{column}__isnull": False, f"{column}__gt": ""}) for column in columns]
    said = Q(**{f"{photo}_credit__gt": "", f"{photo}_licence__gt": ""})
    return Q(**{photo: ""}) | said & (shows[0] | shows[1] | shows[2])
