"""The published text that a list comes from, kept as a source."""

from django.utils.text import slugify

from admissions.intake.characters import split_lines, tidy
from admissions.intake.decode import check_text
from cities.models import Source
from records.slugs import free_slug, shortened


def source_of_list(text, *, title="", publisher="", kind="", url="", language="", published_on=None):
    """The source with this address if there is one, else a new one; without a title, the first line is its title."""
    known = Source.objects.filter(url=url).first() if url else None
    if known:
        return known
    title = title or next(filter(None, map(tidy, split_lines(check_text(text)))), "")
    return Source.objects.create(
        slug=_free_slug(publisher or title, published_on, language), title=title[:300], publisher=publisher, kind=kind,
        url=url, language=language, published_on=published_on,
    )  # fmt: skip


def _free_slug(name, published_on, language):
    year = str(published_on.year) if published_on else ""
    words = "-".join(filter(None, [shortened(slugify(name), 40) or "source", year, language]))
    return free_slug(words, Source.objects)
