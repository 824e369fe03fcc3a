"""The glossary: which term is used in which language, and why."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Term(models.Model):
    """A term of the network in three languages. `forms_*` are further forms of it, such as the plural, parted by |."""

    class Kind(models.TextChoices):
        BODY = "body", _("name of a body")
        WORD = "word", _("word of the network")
        DOCUMENT = "document", _("document or award")

    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    kind = models.CharField(_("kind of term"), max_length=8, choices=Kind)
    term_en = models.CharField(_("in English"), max_length=120)
    term_fr = models.CharField(_("in French"), max_length=120)
    term_ar = models.CharField(_("in Arabic"), max_length=120)
    forms_en = models.CharField(_("further forms in English"), max_length=250, blank=True, help_text=_("Parted by |"))
    forms_fr = models.CharField(_("further forms in French"), max_length=250, blank=True, help_text=_("Parted by |"))
    forms_ar = models.CharField(_("further forms in Arabic"), max_length=250, blank=True, help_text=_("Parted by |"))
    why = models.TextField(_("why this term"), blank=True)

    class Meta:
        verbose_name = _("term of the glossary")
        verbose_name_plural = _("terms of the glossary")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(term_en__gt="", term_fr__gt="", term_ar__gt=""),
                name="term_in_three_languages",
                violation_error_message=_("A term has a form in each of the three languages."),
            )
        ]

    def __str__(self):
        return f"{self.term_en} · {self.term_fr} · {self.term_ar}"


class MessageOverride(models.Model):
    """A message of the interface as a translator wants it, in place of what the catalogue in `locale/` says.

    `forms` holds its text, of a counted message all its forms; `replaced` what the catalogue had then. It is compiled
    into what the server reads, and goes when the catalogue says the same.
    """

    language = models.CharField(_("language"), max_length=2)
    context = models.CharField(_("context"), max_length=80, blank=True)
    message = models.TextField(_("message"))
    forms = models.JSONField(_("translation"))
    replaced = models.JSONField(_("before"))
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("message of the interface")
        verbose_name_plural = _("messages of the interface")
        ordering = ["language", "message", "context"]
        default_permissions = ("change",)
        constraints = [
            models.UniqueConstraint(
                fields=["language", "context", "message"],
                name="message_override_once",
                violation_error_message=_("A message has one wording in a language."),
            )
        ]

    def __str__(self):
        return f"{self.language}: {self.message}"
