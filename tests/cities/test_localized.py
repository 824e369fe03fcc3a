from django.utils.translation import override

from cities.localized import LocalizedText
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


def test_saving_in_arabic_leaves_the_english_copy_alone(db):
    city = CityFactory(name_en="Fez", name_ar="فاس")

    with override("ar"):
        city.name = "مدينة فاس"
        city.save()

    city.refresh_from_db()
    assert (city.name_en, city.name_ar) == ("Fez", "مدينة فاس")
    assert type(city).objects.filter(pk=city.pk).rewrite(False).values_list("name", flat=True).get() == "Fez"
