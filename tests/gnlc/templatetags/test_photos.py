import pytest
from django.template import Context, Template
from django.utils.translation import override
from lxml import html

from tests.factories import CityFactory
from tests.photos import encoded, picture, sent
from tests.support.markup import in_one_line

SAID = {"photo_credit": "Amina", "photo_licence": "CC BY 4.0", "photo_alt_en": "A square"}


@pytest.fixture
def city(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return CityFactory(photo=sent(encoded(picture(600, 400))), **SAID)


def shown(city, options="", language="en"):
    tag = f"{{% load photos %}}{{% photo city 'photo' sizes='50vw' {options} %}}"
    with override(language):
        return html.fromstring(Template(tag).render(Context({"city": city})))


def test_a_browser_is_offered_the_newest_format_first_in_every_width(city):
    name = city.photo.url.removesuffix(".jpg")
    sources = [dict(source.attrib) for source in shown(city).iter("source")]
    assert sources == [
        {"type": f"image/{kind}", "srcset": f"{name}-480.{kind} 480w, {name}-600.{kind} 600w", "sizes": "50vw"}
        for kind in ("avif", "webp")
    ]


def test_the_room_of_a_photo_is_known_before_it_comes(city):
    [image] = shown(city).iter("img")
    assert dict(image.attrib) == {
        "src": city.photo.url.replace(".jpg", "-600.jpg"), "width": "600", "height": "400", "alt": "A square",
        "loading": "lazy", "decoding": "async",
    }  # fmt: skip


def test_what_is_seen_first_comes_first(city):
    [image] = shown(city, "eager=True").iter("img")
    assert (image.get("loading"), image.get("fetchpriority")) == (None, "high")


def test_a_description_in_another_language_says_so(city):
    [image] = shown(city, language="ar").iter("img")
    assert (image.get("lang"), image.get("dir")) == ("en", "ltr")


def test_a_photo_names_whose_it_is_and_its_licence(city):
    [caption] = shown(city).iter("figcaption")
    [link] = caption.iter("a")
    assert (in_one_line(caption.text_content()), link.get("href")) == (
        "Amina · CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"
    )  # fmt: skip
    assert list(shown(city, "caption=False").iter("figcaption")) == []


def test_a_photo_from_before_there_were_renditions_is_shown_as_it_is(city):
    city.photo.name, city.photo_width = "cities/fez.png", 600
    figure = shown(city)
    assert ([*figure.iter("source")], [*figure.iter("img")][0].get("src")) == ([], "/media/cities/fez.png")


def test_queries_are_not_needed(city, django_assert_num_queries):
    with django_assert_num_queries(0):
        shown(city)
