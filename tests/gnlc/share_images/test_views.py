from io import BytesIO

import pytest
from PIL import Image

from gnlc.share_images.draw import COLOURS
from tests.factories import AdmissionFactory, CohortFactory, MemberFactory


@pytest.fixture(autouse=True)
def cards(db, settings, tmp_path):
    """A folder of their own."""
    settings.CARDS_ROOT = tmp_path
    return tmp_path


def picture(response):
    return Image.open(BytesIO(response.content)).convert("RGB")


def rgb(name):
    return tuple(bytes.fromhex(COLOURS[name][1:]))


@pytest.mark.parametrize(("language", "dot"), [("en", 980), ("ar", 220)])
def test_a_city_stands_on_a_map_at_the_end_of_its_card_in_the_colour_of_its_cohort(client, language, dot):
    AdmissionFactory(city__slug="fez", city__latitude=34, city__longitude=-5, city__precision="place")
    response = client.get(f"/{language}/cities/fez/card.png")
    image = picture(response)
    assert (response["Content-Type"], image.size) == ("image/png", (1200, 630))
    assert image.getpixel((dot, 315)) == rgb("tone-1")
    assert image.getpixel((1200 - dot, 20)) == rgb("paper")


@pytest.mark.parametrize(
    "address", ["card.png", "admissions/2020/card.png", "admissions/2013/card.png", "cities/x/card.png"]
)
def test_every_card_can_be_drawn_of_a_registry_with_little_in_it(client, address):
    CohortFactory(year=2013, kind="founding", title_en="Founding")
    CohortFactory(year=2020)
    MemberFactory(slug="x", name_en="<b>& \u202e hostile")
    for language in ("en", "fr", "ar"):
        assert picture(client.get(f"/{language}/{address}")).size == (1200, 630)


def test_a_card_is_drawn_once_and_again_when_it_would_show_something_else(client, cards, monkeypatch):
    city = AdmissionFactory(city__slug="fez", city__name_en="Fez").city
    first = client.get("/en/cities/fez/card.png")
    monkeypatch.setattr("gnlc.share_images.views.place_card", _never)
    assert client.get("/en/cities/fez/card.png").content == first.content
    monkeypatch.undo()
    city.name_en = "Fès"
    city.save()
    second = client.get("/en/cities/fez/card.png")
    assert second["ETag"] != first["ETag"]
    assert [path.name for path in cards.iterdir()] == [f"en-city-fez.{second['ETag'].strip(chr(34))}.png"]


def _never(*_facts):
    raise AssertionError("This card was drawn already.")


_never.__name__ = "place_card"


def test_a_reader_who_has_the_card_is_told_so(client):
    MemberFactory(slug="fez")
    first = client.get("/en/cities/fez/card.png")
    again = client.get("/en/cities/fez/card.png", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again["Cache-Control"]) == (304, "public, max-age=86400")


def test_what_does_not_exist_has_no_card_and_leaves_nothing_behind(client, cards):
    assert client.get("/en/cities/atlantis/card.png").status_code == 404
    assert client.get("/en/admissions/1999/card.png").status_code == 404
    assert list(cards.iterdir()) == []


def test_where_nothing_can_be_kept_the_card_is_drawn_all_the_same(client, settings, cards):
    (cards / "file").write_text("")
    settings.CARDS_ROOT = cards / "file"
    MemberFactory(slug="fez")
    assert picture(client.get("/en/cities/fez/card.png")).size == (1200, 630)
