import json
import re
from urllib.robotparser import RobotFileParser

import pytest
from django.contrib.staticfiles import finders
from PIL import Image


def test_robots_are_told_where_the_sitemap_is_and_what_leads_nowhere(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    text = response.content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in text
    parser = RobotFileParser()
    parser.parse(text.splitlines())
    assert [
        parser.can_fetch("*", f"http://testserver{path}") for path in ("/en/cities/fez/", "/admin/", "/i18n/")
    ] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("address", "may_be_read"),
    [
        ("/en/cities/", True), ("/en/cities/?page=2", True), ("/en/cities/?country=MA", False),
        ("/en/cities/?page=2&country=MA", False), ("/en/admissions/?as_of=2020-09-23", False),
        ("/sitemap-cities.xml?p=2", True),
    ],
)  # fmt: skip
def test_robots_stay_out_of_endless_combinations_of_filters(client, address, may_be_read):
    """By the rule of RFC 9309: the longest pattern that fits decides."""
    rules = re.findall(r"^(Allow|Disallow): (\S+)$", client.get("/robots.txt").content.decode(), re.MULTILINE)
    fitting = [(len(path), kind) for kind, path in rules if re.match(re.escape(path).replace(r"\*", ".*"), address)]
    assert (max(fitting, default=(0, "Allow"))[1] == "Allow") == may_be_read


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")])
def test_the_manifest_names_the_registry_in_the_language_of_the_page(client, language, direction):
    manifest = json.loads(client.get(f"/{language}/registry.webmanifest").content)
    assert (manifest["lang"], manifest["dir"], manifest["start_url"]) == (language, direction, f"/{language}/")
    for icon in manifest["icons"][1:]:
        with Image.open(finders.find(icon["src"].removeprefix("/static/"))) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]


def test_a_browser_that_asks_for_a_favicon_finds_one(client):
    response = client.get("/favicon.ico")
    assert (response.status_code, response["Location"]) == (308, "/static/gnlc/favicon.ico")
    assert finders.find("gnlc/favicon.ico")
