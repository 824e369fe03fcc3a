"""What nobody sees in a text: taken off where it is typed, refused where it is kept, kept where it means something."""

import pytest
from django.core.exceptions import ValidationError

from cities.models import City, Source
from news.models import NewsItem
from records.suggestions.forms import SuggestionForm
from records.validators import validate_visible, without_invisible
from tests.back_office import at_work
from tests.factories import CityFactory, SourceFactory

SIGNS = [
    "\u200f", "\u200e", "\u200b", "\u00ad", "\ufeff", "\u061c", "\u2060", "\u200c", "\u200d", "\u180e", "\ufe0f",
    "\u3164", "\u115f", "\uffa0", "\u034f", "\U000e0041", "\U000e0101", "\u2800", "\ufff9", "\u2063",
]  # fmt: skip


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("text", ["user@example.org{}", "{}user@example.org", "user@exam{}ple.org", "Fez{}", "F{}ez"])
def test_a_sign_that_nobody_sees_is_taken_off_and_refused(text, sign):
    assert without_invisible(text.format(sign)) == text.format("")
    with pytest.raises(ValidationError, match=f"Remove the invisible character U\\+{ord(sign):04X}"):
        validate_visible(text.format(sign))


@pytest.mark.parametrize(
    "text",
    [
        "نمی\u200cخواهم", "शक्\u200dति", "क्\u200cष", "عدن (Aden)\u200f", "Fez\u200f (فاس)", "葛\U000e0100", "❤\ufe0f",
        "👩\u200d🔬", "Fez\nFès\tفاس", "\u06ddآية", "\u0600123", "N’Zérékoré", "مَكَّة",
    ],
)  # fmt: skip
def test_what_means_something_stays(text):
    assert without_invisible(text) == text
    validate_visible(text)


@pytest.mark.parametrize("sign", SIGNS)
def test_the_address_of_a_reader_is_kept_without_such_signs(sign):
    filled = {"wrong": "a", "right": "b", "source": "c", "email": f"user@exam{sign}ple.org{sign}"}
    form = SuggestionForm(filled)
    assert "email" not in form.errors
    assert form.cleaned_data["email"] == "user@example.org"


def test_the_address_of_a_reader_is_refused_where_it_would_run_the_other_way():
    form = SuggestionForm({"email": "user@example.org\u202e"})
    assert form.errors["email"] == ["Remove the invisible character U+202E; it would change how the text reads."]


@pytest.mark.parametrize("sign", ["\u200f", "\u200b", "\u00ad"])
def test_records_refuse_such_signs_in_names_and_addresses_wherever_they_come_from(db, sign):
    for record, field in (
        (City(name_en=f"Fez{sign}", slug="fez"), "name_en"),
        (City(website=f"https://example.org/{sign}"), "website"),
        (City(slug=f"fez{sign}"), "slug"),
        (Source(publisher=f"Press{sign}"), "publisher"),
        (NewsItem(url=f"https://example.org/{sign}"), "url"),
    ):
        with pytest.raises(ValidationError) as refused:
            record.full_clean()
        assert field in refused.value.message_dict


def test_the_back_office_takes_names_and_addresses_without_them(db):
    source = SourceFactory(slug="a", publisher="Press")
    client = at_work("editor")
    page = f"/admin/cities/source/{source.pk}/change/"
    form = client.get(page).context["adminform"].form
    sent = {name: form[name].value() or "" for name in form.fields if name != "history_reason"}
    sent |= {"publisher": "Press\u200f of Fez\u200b", "url": "https://example.org/fez\u200b", "_continue": "1"}
    client.post(page, {name: value for name, value in sent.items() if value is not None})

    source.refresh_from_db()
    assert (source.publisher, source.url) == ("Press of Fez", "https://example.org/fez")


def test_accounts_have_no_such_signs_in_their_addresses(admin_client, admin_user):
    page = f"/admin/auth/user/{admin_user.pk}/change/"
    sent = {
        "username": "admin",
        "email": "user@exam\u00adple.org\u200f",
        "first_name": "Ami\u200bna",
        "is_active": "on",
    }
    sent |= {"is_staff": "on", "is_superuser": "on", "date_joined_0": "2026-11-21", "date_joined_1": "10:00:00"}
    response = admin_client.post(page, sent)

    admin_user.refresh_from_db()
    assert (response.status_code, admin_user.email, admin_user.first_name) == (302, "user@example.org", "Amina")


def test_a_city_keeps_the_joiner_of_its_persian_name(db):
    city = CityFactory(name_ar="نمی\u200cخواهم")
    city.full_clean(exclude=["country"])
