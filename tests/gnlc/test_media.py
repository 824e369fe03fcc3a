import pytest

from tests.factories import CityFactory
from tests.photos import encoded, picture, sent

HARMFUL = b"<script>alert(1)</script>"


@pytest.fixture
def city(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    said = {"photo_credit": "Amina", "photo_licence": "CC BY 4.0", "photo_alt_en": "A square"}
    return CityFactory(photo=sent(encoded(picture())), **said)


def address(city, ending):
    return city.photo.url.replace(".jpg", f"-64.{ending}")


@pytest.mark.parametrize(("ending", "kind"), [("jpg", "image/jpeg"), ("webp", "image/webp"), ("avif", "image/avif")])
def test_a_rendition_is_served_as_what_it_is_and_may_be_kept_for_ever(client, city, ending, kind):
    answer = client.get(address(city, ending), headers={"accept-encoding": "gzip"})
    size = city.photo.storage.size(f"{city.photo.name.removesuffix('.jpg')}-64.{ending}")
    told = ("Content-Type", "X-Content-Type-Options", "Cache-Control", "Content-Length", "Content-Encoding")
    assert [answer.get(name) for name in told] == [
        kind, "nosniff", "public, max-age=31536000, immutable", str(size), None
    ]  # fmt: skip
    assert len(answer.getvalue()) == size


def test_who_has_a_photo_is_told_that_it_is_the_same(client, city):
    first = client.get(city.photo.url)
    assert first.getvalue().startswith(b"\xff\xd8")
    again = client.get(city.photo.url, headers={"if-modified-since": first["Last-Modified"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_photo_from_before_photos_were_named_by_their_content_is_not_kept_for_ever(client, city, settings):
    content = encoded(picture(), "PNG")
    (settings.MEDIA_ROOT / "cities" / "fez.png").write_bytes(content)
    answer = client.get("/media/cities/fez.png")
    assert (answer["Content-Type"], answer.get("Cache-Control"), answer.getvalue()) == ("image/png", None, content)


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "script.js", "noending"])
def test_nothing_but_photos_is_handed_out(client, city, settings, name):
    (settings.MEDIA_ROOT / "cities" / name).write_bytes(HARMFUL)
    assert client.get(f"/media/cities/{name}").status_code == 404


def test_what_only_calls_itself_a_photo_is_never_taken_for_a_page(client, city, settings):
    (settings.MEDIA_ROOT / "cities" / "page.jpg").write_bytes(HARMFUL)
    answer = client.get("/media/cities/page.jpg")
    told = (answer["Content-Type"], answer["X-Content-Type-Options"], answer.getvalue())
    assert told == ("image/jpeg", "nosniff", HARMFUL)


@pytest.mark.parametrize(
    ("path", "status"), [("", 404), ("cities/", 404), ("fez.jpg", 404), ("%00.jpg", 404), ("../secret_key.jpg", 400)]
)
def test_what_is_not_there_is_not_found(client, city, path, status):
    assert client.get(f"/media/{path}").status_code == status


def test_photos_are_only_read(client, city):
    assert [client.post(city.photo.url).status_code, client.delete(city.photo.url).status_code] == [405, 405]


def test_pages_are_compressed_as_ever(client, city):
    answer = client.get("/en/", headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
