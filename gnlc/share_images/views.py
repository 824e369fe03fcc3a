"""The addresses of cards."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from admissions.models import Admission, Cohort
from cities.models import City
from gnlc.maps.tones import NO_COHORT, tone_of, tones
from gnlc.share_images.draw import place_card, world_card
from gnlc.share_images.kept import fingerprint, kept
from records.as_of import today

DAY = 86400


@require_safe
def city(request, slug):
    """Its name, its country, since when it is a member, and where it is."""
    found = City.objects.public().select_related("country").prefetch_related("admissions__cohort")
    city = get_object_or_404(found, slug=slug)
    since = city.member_since
    lines = [str(city.country), _standing(city)]
    place = None if city.latitude is None else (city.longitude, city.latitude)
    tone = tones().get(since.slug, NO_COHORT) if since else NO_COHORT
    return _answer(request, f"city-{slug}", place_card, str(city), lines, place, tone)


@require_safe
def cohort(request, slug):
    """Its years, how many of its cities are recorded here, and where they are."""
    cohort = get_object_or_404(Cohort.objects.public().with_recorded(), slug=slug)
    admitted = cohort.admissions.announced_by(today())
    name = _("Cohort of %(years)s") % {"years": cohort.years}
    if cohort.kind == Cohort.Kind.FOUNDING:
        name, line = str(cohort), cohort.get_kind_display()
    else:
        line = _recorded(cohort.recorded_cities)
    return _answer(request, f"cohort-{slug}", world_card, name, line, _places(admitted), tone_of(cohort))


@require_safe
def site(request):
    """The whole network, for pages that have no card of their own."""
    admitted = Admission.objects.standing_on(today())
    line = _recorded(City.objects.members().count())
    name = _("UNESCO Global Network of Learning Cities")
    return _answer(request, "site", world_card, name, line, _places(admitted), tone=5)


def _standing(city):
    if city.member_since:
        return _("Cohort of %(years)s") % {"years": city.member_since.years}
    if city.is_member:
        return _("Member")
    return _("Former member") if city.was_member else _("Not a member")


def _recorded(number):
    """What is counted here, never what was published."""
    return ngettext("%(number)d city is recorded here.", "%(number)d cities are recorded here.", number) % {
        "number": number
    }


def _places(admissions):
    places = admissions.exclude(city__latitude=None).order_by("city__slug")
    return list(places.values_list("city__longitude", "city__latitude").distinct())


def _answer(request, name, draw, *facts, **more):
    """The picture, unless the reader has it already."""
    language, head = get_language(), _("Registry of learning cities")
    mark = fingerprint(draw.__name__, language, head, facts, more)
    etag = f'"{mark}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        picture = kept(f"{language}-{name}", mark, lambda: draw(language, head, *facts, **more))
        response = HttpResponse(picture, content_type="image/png", headers={"ETag": etag})
    patch_cache_control(response, public=True, max_age=DAY)
    return response
