"""Deeds about the addresses of cities: giving a city another one, and making two records of one city one."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cities.models import City, FormerAddress
from records.exceptions import RefusedError, refuse_double
from records.locking import hold_all
from records.models import Suggestion
from records.page_views.counting import bring_together
from records.slugs import RESERVED

# What a record that is merged gives to the other where that one has nothing.
FILLED = [
    "kind",
    "name_fr",
    "name_ar",
    "name_fr_status",
    "name_ar_status",
    "latitude",
    "longitude",
    "precision",
    "population",
    "population_year",
    "website",
    "wikidata_id",
    "geonames_id",
    "profile_en",
    "profile_fr",
    "profile_ar",
]
# Fields that mean something together only.
TOGETHER = [("latitude", "longitude", "precision"), ("population", "population_year"), ("name_fr", "name_fr_status"),
            ("name_ar", "name_ar_status")]  # fmt: skip


@transaction.atomic
def move(city, slug):
    """Give a city another address, in small letters. The old one leads to the new one for ever."""
    slug = slug.lower()
    if slug == city.slug:
        return city
    try:
        City._meta.get_field("slug").run_validators(slug)
    except ValidationError as error:
        raise RefusedError(" ".join(error.messages)) from error
    if not slug or City.objects.filter(slug=slug).exists():
        raise RefusedError(_("Another city has this address."))
    if slug in RESERVED:
        raise RefusedError(_("A page of the site has this address; choose another one."))
    if FormerAddress.objects.barring(slug, city).exists():
        raise RefusedError(_("This address was another city’s and leads on to it; choose another one."))
    keep_address(city, moved_to=city, was_public=_is_public(city))
    city.slug = slug
    city.save()
    return city


def keep_address(city, *, moved_to=None, **facts):
    """Keep the address that a city has now, with its names, as a former one: it goes on answering.

    It leads to `moved_to`, or says that its page was taken back. `facts` are further ones of the `FormerAddress`; it
    ends now where they do not say when.
    """
    names = {f"name_{language}": getattr(city, f"name_{language}") for language in ("en", "fr", "ar")}
    facts = {"public_to": timezone.now()} | names | facts
    return FormerAddress.objects.create(slug=city.slug, country=city.country, moved_to=moved_to, **facts)


@transaction.atomic
def merge(city, into, *, without=(), on_double=refuse_double):
    """Make two records of one city one: all that refers to `city` refers to `into` then, and so does its address.
    Reads of both are added up.

    Facts that `into` lacks are taken over, but for the fields `without`; its own stay. Names become spellings. Where
    both have a record of the same thing, `on_double` is called with that of `city`; it raises `RefusedError`, or
    deletes the record.
    """
    if city.pk == into.pk:
        raise RefusedError(_("These are one record already."))
    if city.country_id != into.country_id:
        raise RefusedError(_("These cities are in different countries: they are not one."))
    if settings.SECOND_PERSON_PUBLISHES and _is_public(city) and not _is_public(into):
        raise RefusedError(
            _("Here a second person publishes, and the record that stays is not public: keep the other one.")
        )
    _hold_what_refers_to(city, into)
    facts = {field: getattr(city, field) for field in FILLED if field not in without}
    was_public = _is_public(city)
    names = list(city.names.exclude(text__in=into.names.values("text")))
    _move_relations(city, into, on_double)
    bring_together(city, into)
    for suggestion in Suggestion.objects.about(city):
        suggestion.record = into
        suggestion.save()
    for former in city.former_addresses.all():
        former.moved_to = into
        former.save()
    keep_address(city, moved_to=into, was_public=was_public)
    City.objects.get(pk=city.pk).delete()
    _fill(into, facts)
    for name in names:
        name.pk, name.city, name.kind = None, into, "alternate" if name.kind == "name" else name.kind
        if not into.names.filter(text=name.text).exists():
            name.save()
    return into


def _hold_what_refers_to(*cities):
    """All that will be moved is held before the first is: each may hold a city in its turn."""
    for relation in City._meta.related_objects:
        if not relation.many_to_many:
            hold_all(relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": cities}))


def _move_relations(city, into, on_double):
    for relation in City._meta.related_objects:
        if relation.name in ("names", "former_addresses"):
            continue
        if relation.many_to_many:
            for record in getattr(city, relation.get_accessor_name()).all():
                _replace(getattr(record, relation.field.name), city, into)
            continue
        for record in relation.related_model._base_manager.filter(**{relation.field.name: city}):
            setattr(record, relation.field.name, into)
            _save(record, on_double)


def _replace(related, city, into):
    related.add(into)
    related.remove(city)


def _save(record, on_double):
    try:
        with transaction.atomic():
            record.save()
    except IntegrityError:
        on_double(record)


def _fill(into, facts):
    for group in [*TOGETHER, *((field,) for field in FILLED if not any(field in group for group in TOGETHER))]:
        if not getattr(into, group[0]) and facts.keys() >= set(group):
            for field in group:
                setattr(into, field, facts[field])
    into.save()


def _is_public(city):
    return City.objects.public().filter(pk=city.pk).exists()
