"""The address of a city, which is its own for ever."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

ANOTHER_CITY_S = _("This address was another city’s and leads on to it; choose another one.")


class KeepsAddresses(models.Model):
    class Meta:
        abstract = True

    def clean(self):
        """An address that was another city's leads on to that one for ever."""
        if self.pk and type(self).objects.filter(pk=self.pk, slug=self.slug).exists():
            return
        former = self._meta.get_field("former_addresses").related_model.objects
        if self.slug and former.barring(self.slug, self).exists():
            raise ValidationError({"slug": ANOTHER_CITY_S})
