"""What lists of the back office answer through their addresses."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from records.admin import RecordAdmin
from records.admin.lookups import may_see
from tests.back_office import at_work, listed
from tests.walks.whole_registry import ROLES, whole_registry

STAFF = ROLES[:3]
WAYS = ["", "__isnull", "__gt", "__in", "__id__exact", "__id__isnull", "__pk__gte"]


def list_of(pages):
    return reverse(f"admin:{pages.opts.app_label}_{pages.opts.model_name}_changelist")


def seen_by(request):
    return [pages for pages in admin.site._registry.values() if pages.has_view_permission(request)]


def confidential_paths(pages, request, way=()):
    """Ways from a model to records that this person may not see, directly and by way of one other record."""
    for field in pages.model._meta.get_fields():
        if not field.is_relation or field.related_model in (None, pages.model, ContentType):
            continue
        if not may_see(field.related_model, pages, request):
            yield "__".join([*way, field.name])
        elif not way and admin.site.is_registered(field.related_model):
            yield from confidential_paths(admin.site.get_model_admin(field.related_model), request, (field.name,))


@pytest.fixture
def request_of(rf, db):
    def make(role):
        request = rf.get("/")
        request.user = User.objects.get(username=role)
        return request

    return make


@pytest.mark.parametrize("role", STAFF)
def test_no_list_tells_of_records_that_the_role_may_not_see(request_of, role):
    whole_registry()
    client = at_work(role)
    request = request_of(role)
    asked = 0
    for pages in seen_by(request):
        for path in set(confidential_paths(pages, request)):
            assert [pages.lookup_allowed(path + way, "0", request) for way in WAYS] == [False] * len(WAYS)
            answer = client.get(list_of(pages), {f"{path}__isnull": "False"})
            assert (path, answer.status_code, answer.headers.get("Location")) == (path, 302, list_of(pages))
            asked += 1
    assert asked > 20


GUESSES = [
    "cities/city/?nominations__isnull=False",
    "cities/city/?nominations__gt=0",
    "cities/city/?round_entries__isnull=False",
    "cities/city/?country__nominations__isnull=False",
    "cities/city/?name_en__startswith=F",
    "cities/country/?nominations__isnull=False",
    "cities/country/?cities__nominations__state=admitted",
    "cities/source/?calls__isnull=False",
    "cities/source/?intakes__isnull=False",
    "cities/initiative/?city__nominations__isnull=False",
    "admissions/admission/?reports__isnull=False",
    "admissions/admission/?city__nominations__gt=0",
    "admissions/cohort/?recordings__isnull=False",
    "news/newsitem/?cities__nominations__gte=1",
]


@pytest.mark.parametrize("role", ["editor", "translator"])
def test_a_guess_gets_the_whole_list_and_a_sentence(db, role):
    whole_registry()
    client = at_work(role)
    for guess in GUESSES:
        whole = f"/admin/{guess.partition('?')[0]}"
        answer = client.get(f"/admin/{guess}", follow=True)
        assert answer.redirect_chain == [(whole, 302)]
        assert listed(answer) == listed(client.get(whole))
        assert "The list does not answer this question; here it is without it." in answer.content.decode()


@pytest.mark.parametrize("role", STAFF)
def test_every_filter_that_a_list_offers_is_answered(request_of, role):
    whole_registry()
    client = at_work(role)
    for pages in seen_by(request_of(role)):
        for spec in client.get(list_of(pages)).context["cl"].filter_specs:
            for choice in spec.choices(client.get(list_of(pages)).context["cl"]):
                answer = client.get(list_of(pages) + choice.get("query_string", "?"))
                assert (choice["display"], answer.status_code) == (choice["display"], 200)


@pytest.mark.parametrize("role", STAFF)
def test_no_order_and_no_other_word_of_the_address_tells_more(request_of, role):
    whole_registry()
    client = at_work(role)
    for pages in seen_by(request_of(role)):
        whole = {record.pk for record in listed(client.get(list_of(pages)))}
        for query in ("o=99", "o=-1.2.3", "all=", "_facets=True", "_popup=1"):
            answer = client.get(f"{list_of(pages)}?{query}")
            assert (query, {record.pk for record in listed(answer)}) == (query, whole)
        assert client.get(f"{list_of(pages)}?_to_field=nominations").status_code == 400


CONFIDENTIAL_FIELDS = [
    ("cities", "city", "nominations"),
    ("cities", "source", "calls"),
    ("admissions", "nomination", "continues"),
    ("admissions", "nomination", "call"),
    ("admissions", "admission", "reports"),
    ("admissions", "document", "nomination"),
]


@pytest.mark.parametrize("role", ["editor", "translator"])
def test_nothing_confidential_is_offered_while_somebody_types(db, role):
    client = at_work(role)
    for app, model, field in CONFIDENTIAL_FIELDS:
        asked = {"app_label": app, "model_name": model, "field_name": field, "term": ""}
        assert client.get("/admin/autocomplete/", asked).status_code in (403, 404)


def test_what_refers_to_a_record_from_elsewhere_is_offered_to_nobody(db):
    asked = {"app_label": "cities", "model_name": "city", "field_name": "nominations", "term": ""}
    assert at_work("registrar").get("/admin/autocomplete/", asked).status_code == 403


def test_all_pages_but_those_of_accounts_share_what_lists_answer():
    others = {pages.opts.label for pages in admin.site._registry.values() if not isinstance(pages, RecordAdmin)}
    assert others == {"auth.Group", "auth.User"}
