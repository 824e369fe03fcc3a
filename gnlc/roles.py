"""Who may do what: the groups of people who work in the back office."""

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Group, Permission
from django.db import transaction

from admissions.models import (
    Admission,
    Agreement,
    Award,
    Call,
    Cohort,
    Correction,
    Document,
    Intake,
    IntakeGroup,
    IntakeLine,
    MembershipNote,
    Nomination,
    NominationStep,
    ProgressReport,
    Recording,
    ReportedFigure,
    RoundEntry,
    Rule,
)
from cities.models import (
    Audience,
    City,
    CityName,
    Cluster,
    Country,
    CountryName,
    Initiative,
    KeyFeature,
    Partnership,
    Source,
    SustainableDevelopmentGoal,
    Venue,
)
from gnlc.workbench.models import MessageOverride, Term
from news.models import Campaign, Conference, Event, NewsItem
from records.models import Suggestion

MEMBERSHIP = [Admission, Agreement, Award, Cohort, Correction, MembershipNote, ReportedFigure, Rule]
# Who is a candidate, and how members report, is nobody's business but the registrars'.
CONFIDENTIAL = [Call, Document, Nomination, NominationStep, ProgressReport]
# A round before it is public, which who writes about it and who translates it see as well.
ROUNDS = [Recording, Intake, IntakeGroup, IntakeLine, RoundEntry]
PLACES = [City, CityName, Country, CountryName]
DESCRIPTION = [Audience, Cluster, Initiative, KeyFeature, Partnership, SustainableDevelopmentGoal, Venue]
VOICE = [Campaign, Conference, Event, NewsItem]
EVERYTHING = [*MEMBERSHIP, *PLACES, *DESCRIPTION, *VOICE, Source, Term]
TRANSLATED = [model for model in EVERYTHING if "translate" in model._meta.default_permissions]

# Nobody's role deletes: what was public stays on record. That is left to superusers.
ROLES = {
    "registrar": {
        "view": [*EVERYTHING, *CONFIDENTIAL, *ROUNDS, Suggestion],
        "add": [*MEMBERSHIP, *CONFIDENTIAL, Recording, City, CityName, CountryName, Source],
        "change": [*MEMBERSHIP, *CONFIDENTIAL, Recording, *PLACES, Source, Suggestion],
        "publish": [Recording],
    },
    "editor": {
        "view": [*EVERYTHING, *ROUNDS, Suggestion],
        "translate": [Recording],
        "add": [*VOICE, Initiative, Partnership, Cluster, Venue, Audience, Source],
        "change": [*VOICE, Initiative, Partnership, Cluster, Venue, Audience, Source, City, Suggestion],
    },
    "translator": {
        "view": [*EVERYTHING, *ROUNDS],
        "translate": [*TRANSLATED, Recording],
        "add": [Term],
        "change": [Term, MessageOverride],
    },
}


@transaction.atomic
def set_up_roles():
    """Make each group have exactly the permissions of its role.

    Returns, for each, the group and how many permissions were added to it and taken away. Repeating changes nothing.
    """
    known = {(p.content_type.app_label, p.codename): p for p in Permission.objects.select_related("content_type")}
    return [_set_up(name, role, known) for name, role in ROLES.items()]


def _set_up(name, role, known):
    group, is_new = Group.objects.get_or_create(name=name)
    before = set(group.permissions.all())
    now = {
        known[model._meta.app_label, get_permission_codename(action, model._meta)]
        for action, models in role.items()
        for model in models
    }
    group.permissions.set(now)
    return group, len(now - before), len(before - now)
