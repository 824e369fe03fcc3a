from datetime import UTC, datetime

from tests.gnlc.templatetags.rendered import rendered


def test_the_day_of_an_instant_is_the_one_it_has_here():
    instant = datetime(2026, 9, 1, 23, 59, tzinfo=UTC)
    assert rendered("{{ instant|day }} {{ none|day }}", "fr", instant=instant, none=None) == "1er septembre 2026 "
