"""Who said it: the published texts that facts rest on."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cities.querysets.sources import SourceQuerySet
from records.links import OF_A_LINK
from records.search.folding import texts_key
from records.slugs import not_reserved
from records.translation.localized import language_of_title
from records.validators import validate_visible
from records.visibility import public_relations


class Source(models.Model):
    """A published text. A title in [brackets] describes a text whose published title is not known."""

    read_on = sorted_with = ""

    class Kind(models.TextChoices):
        """Who publishes, in the order of closeness to the network."""

        NETWORK = "network", _("UNESCO and the network itself")
        COMMISSION = "commission", _("National Commission for UNESCO")
        AUTHORITY = "authority", _("Public authority")
        ACADEMIC = "academic", _("University or research")
        ASSOCIATION = "association", _("Association")
        PRESS = "press", _("Press")
        REFERENCE = "reference", _("Reference work or personal page")

    none_is_named = _("Name at least one source; nothing is recorded without one.")

    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    title = models.CharField(_("title"), max_length=300, validators=[validate_visible])
    publisher = models.CharField(_("publisher"), max_length=120, blank=True, validators=[validate_visible])
    kind = models.CharField(_("kind of publisher"), max_length=12, choices=Kind, blank=True)
    url = models.URLField(_("address"), max_length=800, blank=True, validators=OF_A_LINK)
    is_copy = models.BooleanField(
        _("a copy"), default=False, help_text=_("At the address is a copy that somebody else keeps, not the original.")
    )
    link_withdrawn = models.BooleanField(
        _("no longer linked"),
        default=False,
        help_text=_("The address is kept here and shown to nobody outside: its host is none to send readers to."),
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=8, help_text=_("ISO 639 code, such as ar, en or ko"))
    note = models.TextField(_("note"), blank=True)
    key = models.TextField(editable=False, default="")

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["slug"]
        constraints = [
            not_reserved("source"),
            models.CheckConstraint(condition=~Q(title=""), name="source_has_title"),
            models.CheckConstraint(
                condition=Q(kind="")
                | Q(kind__in=["network", "commission", "authority", "academic", "association", "press", "reference"]),
                name="source_kind_known",
            ),
        ]

    def __str__(self):
        return f"{self.publisher} – {self.title}" if self.publisher else self.title

    def save(self, *args, **kwargs):
        self.key = texts_key(self.title, self.publisher)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("cities:source", args=[self.slug])

    @property
    def public_url(self):
        """The address that readers are sent to; "" where there is none, or where it was withdrawn."""
        return "" if self.link_withdrawn else self.url

    def carries(self):
        """What rests on it and everybody may see, by kind: pairs of the kind's name and its records."""
        found = {}
        for relation in public_relations(type(self)):
            model = relation.related_model
            owners = {field.name for field in model._meta.fields} & {"city", "cohort"}
            records = getattr(self, relation.get_accessor_name()).public().select_related(*owners or [None])
            found.setdefault(model._meta.verbose_name_plural, []).extend(records)
        return [(label, list(dict.fromkeys(records))) for label, records in found.items() if records]

    @property
    def title_language(self):
        return language_of_title(self.title, self.language)
