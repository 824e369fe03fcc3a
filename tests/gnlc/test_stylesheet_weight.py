"""What a page weighs for somebody with a slow line."""

import gzip

from lxml import html

from tests.factories import AdmissionFactory

MOST = 30_000


def compressed(text):
    return len(gzip.compress(text.encode()))


def test_a_full_list_of_cities_and_all_it_waits_for_weigh_at_most_thirty_kilobytes(client, db, collected):
    AdmissionFactory.create_batch(60)
    page = client.get("/ar/cities/").content.decode()
    head = html.fromstring(page).find("head")

    assert len(head.xpath("link[@rel='stylesheet']")) == 1
    assert [script.get("src") for script in head.xpath("script[@src]") if script.get("defer") is None] == []
    assert compressed(page) + compressed(collected.text("gnlc/site.css")) <= MOST


def test_no_text_waits_for_its_font(collected):
    faces = collected.text("gnlc/site.css").split("@font-face")[1:]

    assert [face for face in faces if "font-display: swap" not in face and "local(" not in face] == []
