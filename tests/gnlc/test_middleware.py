import pytest


@pytest.fixture(autouse=True)
def _pages(db):
    """Every test here opens pages."""


@pytest.mark.parametrize(
    ("header", "home"),
    [("ar", "/ar/"), ("fr-CA,fr;q=0.9,en;q=0.8", "/fr/"), ("de", "/en/"), ("", "/en/")],
)
def test_the_bare_address_leads_to_the_language_the_browser_asks_for(client, header, home):
    response = client.get("/", headers={"accept-language": header})
    assert (response.status_code, response["Location"]) == (302, home)


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/en/countries/MA/", "/en/countries/ma/"),
        ("/AR/Cities/?q=Fez&as_of=2020-09-23", "/ar/cities/?q=Fez&as_of=2020-09-23"),
        ("/fr/cities/Fès/", "/fr/cities/f%C3%A8s/"),
    ],
)
def test_an_address_in_capitals_leads_to_that_in_small_letters(client, address, leads_to):
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (301, leads_to)


@pytest.mark.parametrize("address", ["/en/countries/zz/", "/xx/Cities/", "/media/Photo.JPG"])
def test_only_pages_forgive_capitals_and_what_is_not_there_stays_so(client, address):
    assert client.get(address).status_code == 404


def test_choosing_a_language_is_remembered_for_the_next_visit(client):
    client.get("/ar/cities/", headers={"referer": "http://testserver/en/cities/"})
    assert client.get("/", headers={"accept-language": "fr"})["Location"] == "/ar/"


def test_what_may_be_kept_for_everybody_carries_no_cookie(client, db):
    answer = client.get("/fr/search/names/?q=fez", headers={"referer": "http://testserver/en/"})
    assert "public" in answer["Cache-Control"]
    assert list(answer.cookies) == []


@pytest.mark.parametrize("referrer", ["https://example.org/en/", "http://testserver/ar/cities/", "", "http://[broken"])
def test_arriving_in_a_language_is_no_choice(client, referrer):
    client.get("/ar/cities/", headers={"referer": referrer})
    assert client.get("/", headers={"accept-language": "fr"})["Location"] == "/fr/"


def test_every_answer_forbids_scripts_and_styles_from_elsewhere(client):
    policy = client.get("/en/")["Content-Security-Policy"]
    assert policy == (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    )
