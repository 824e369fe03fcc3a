import pytest
from django.utils.translation import override

from records.translation.localized import LocalizedText, language_of_title
from tests.factories import CityFactory


def test_a_text_comes_in_the_language_of_the_page(db):
    city = CityFactory(name_en="Fez", name_ar="فاس")

    with override("ar"):
        assert city.localized("name") == LocalizedText("فاس", "ar", is_fallback=False)


def test_a_missing_text_says_in_which_language_another_stands_in(db):
    city = CityFactory(name_en="Fez", name_fr="")

    with override("fr"):
        assert city.localized("name") == LocalizedText("Fez", "en", is_fallback=True)


def test_no_text_at_all_has_no_language(db):
    assert CityFactory().localized("profile") == LocalizedText("", None, is_fallback=False)


@pytest.mark.parametrize(
    ("title", "language", "of_title"),
    [
        ("[Article on Benguerir joining the network]", "ar", "en"),
        ("[شبكة اليونسكو العالمية لمدن التعلم]", "ar", "ar"),
        ("[Gagnoa dans le réseau mondial]", "fr", "fr"),
        ("UNESCO", "ar", "ar"),
    ],
)
def test_a_description_in_brackets_is_in_english_where_its_text_has_another_script(title, language, of_title):
    assert language_of_title(title, language) == of_title


def test_saving_in_arabic_leaves_the_english_copy_alone(db):
    city = CityFactory(name_en="Fez", name_ar="فاس")

    with override("ar"):
        city.name = "مدينة فاس"
        city.save()

    city.refresh_from_db()
    assert (city.name_en, city.name_ar) == ("Fez", "مدينة فاس")
    assert type(city).objects.filter(pk=city.pk).rewrite(False).values_list("name", flat=True).get() == "Fez"
