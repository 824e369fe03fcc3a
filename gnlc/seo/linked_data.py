"""What a page says to machines, as JSON-LD: what it is about, and where it stands on the site."""

from dataclasses import dataclass, field

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from gnlc.seo import nodes


@dataclass
class Page:
    """What a page is about, what else it shows, and the (name, address) of the pages above it and of itself."""

    about: dict | None = None
    also: list = field(default_factory=list)
    trail: list = field(default_factory=list)


def page_data(request, context):
    """The graph of the page that is rendered with this context, for schema.org."""
    site, home = request.build_absolute_uri, get_script_prefix()
    view = getattr(request.resolver_match, "view_name", "")
    # A page that is gone has the address of a record, and none to speak of.
    is_there = "object" in context or "view" in context
    page = OF_VIEW[view](context, site) if view in OF_VIEW and is_there else Page()
    address = site(request.path)
    itself = {
        "@type": "CollectionPage" if "object_list" in context else "WebPage",
        "@id": address,
        "url": address,
        "inLanguage": get_language(),
        "isPartOf": {"@type": "WebSite", "@id": site(home) + "#site", "name": _(nodes.REGISTRY), "url": site(home)},
        "mainEntity": page.about,
    }
    graph = [nodes.stated(itself), *page.also, *_breadcrumbs(page.trail, site)]
    return {"@context": "https://schema.org", "@graph": graph}


def _breadcrumbs(trail, site):
    items = [
        {"@type": "ListItem", "position": number, "name": str(name), "item": site(address)}
        for number, (name, address) in enumerate(trail, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}] if items else []


def _of_city(context, site):
    city = context["object"]
    events = [nodes.of_event(event, site, city) for event in city.events.all()]
    countries = (_("Countries"), reverse("cities:countries"))
    return Page(nodes.of_city(city, site), events, [countries, _step(city.country), _step(city)])


def _of_country(context, site):
    country, members = context["object"], context.get("members")
    cities = [nodes.of_cities(members, _("Members, by year of admission"), site)] if members else []
    return Page(
        nodes.of_country(country, site), cities, [(_("Countries"), reverse("cities:countries")), _step(country)]
    )


def _of_cohort(context, site):
    cohort = context["object"]
    cities = [admission.city for admission in context.get("admissions", ())]
    trail = [(_("Admissions"), reverse("admissions:list")), _step(cohort)]
    return Page(nodes.of_cities(cities, nodes.texts(cohort, "title"), site) if cities else None, trail=trail)


def _of_item(context, site):
    """The article is its publisher's; our page is about it."""
    item = context["object"]
    return Page(nodes.of_article(item, site), trail=[(_("News"), reverse("news:list")), _step(item)])


def _of_source(context, site):
    source = context["object"]
    trail = [(_("Sources"), reverse("cities:sources")), (source.title, source.get_absolute_url())]
    return Page(nodes.of_article(source, site), trail=trail)


def _of_home(context, site):
    attributions = reverse("about") + "#attributions"
    registry = nodes.of_registry(site, reverse("home"), attributions, reverse("cities:file"))
    return Page(nodes.of_network(site), [registry])


def _of_about(context, site):
    page = _of_home(context, site)
    page.also += [nodes.of_conference(conference, site) for conference in context.get("conferences", ())]
    return page


def _of_news(context, site):
    return Page(also=[nodes.of_event(event, site) for event in context.get("events", ())])


def _of_growth(context, site):
    here = (_("How the network grew"), reverse("admissions:growth"))
    return Page(trail=[(_("Admissions"), reverse("admissions:list")), here])


def _of_corrections(context, site):
    here = (_("Corrections"), reverse("admissions:corrections"))
    return Page(trail=[(_("Admissions"), reverse("admissions:list")), here])


def _of_event(context, site):
    event = context["object"]
    return Page(nodes.of_event(event, site), trail=[(_("Events"), reverse("news:events")), _step(event)])


def _below(list_name, list_view):
    """Of a record that has no words in schema.org: where its page stands."""
    return lambda context, site: Page(trail=[(_(list_name), reverse(list_view)), _step(context["object"])])


def _step(record):
    return str(record), record.get_absolute_url()


OF_VIEW = {
    "home": _of_home,
    "about": _of_about,
    "cities:city": _of_city,
    "cities:country": _of_country,
    "cities:initiative": _below(gettext_noop("Learning from each other"), "cities:learning"),
    "cities:source": _of_source,
    "admissions:cohort": _of_cohort,
    "admissions:growth": _of_growth,
    "admissions:corrections": _of_corrections,
    "news:list": _of_news,
    "news:item": _of_item,
    "news:event": _of_event,
    "news:campaign": _below(gettext_noop("Campaigns"), "news:campaigns"),
}
