"""The registry's records as schema.org describes such things. Only what their pages show, in the languages it is in.

Each function takes a record and `site`, which makes the full address of a path, and returns a node of JSON-LD.
"""

from django.urls import get_script_prefix
from django.utils.translation import get_language, gettext_noop, override
from django.utils.translation import gettext as _

from cities.models import City, Source
from records.translation.localized import localized
from records.translation.states import LANGUAGES

CITY_TYPES = {"city": "City", "consortium": "Organization"}  # others are areas with an administration
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
NETWORK = gettext_noop("UNESCO Global Network of Learning Cities")
REGISTRY = gettext_noop("Registry of learning cities")
ABOUT_REGISTRY = gettext_noop(
    "The members of the UNESCO Global Network of Learning Cities, with the source of every fact."
)


def identity(site, path, thing):
    """The name of a thing for machines, the same in all languages."""
    return site(path.replace(f"{get_script_prefix()}{get_language()}/", get_script_prefix(), 1)) + f"#{thing}"


def texts(record, field):
    """A translated field in each language that it has; a proposed name is none."""
    proposed = getattr(record, "name_is_proposed", None) if field == "name" else None
    found = {language: getattr(record, f"{field}_{language}") for language in LANGUAGES}
    return [
        {"@language": language, "@value": text}
        for language, text in found.items()
        if text and not (proposed and proposed(language))
    ]


def text_as_shown(record, field):
    """A translated text as the page shows it, with the language it is in."""
    text, language, _is_fallback = localized(record, field)
    return {"@language": language, "@value": text} if text else None


def messages(message):
    """A message of the interface in each language."""
    found = []
    for language in LANGUAGES:
        with override(language):
            found.append({"@language": language, "@value": _(message)})
    return found


def stated(node):
    """Without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def of_network(site):
    return {"@type": "Organization", "@id": site(get_script_prefix()) + "#network", "name": messages(NETWORK)}


def of_registry(site, home, attributions, file):
    """The registry as a data set, and its file. What it took from others has their licence; the page says which."""
    geonames = {"@type": "Dataset", "name": "GeoNames", "url": "https://www.geonames.org/", "license": CC_BY}
    return {
        "@type": "Dataset",
        "@id": site(get_script_prefix()) + "#registry",
        "name": messages(REGISTRY),
        "description": messages(ABOUT_REGISTRY),
        "url": site(home),
        "inLanguage": [*LANGUAGES],
        "isAccessibleForFree": True,
        "license": site(attributions),
        "isBasedOn": geonames,
        "about": {"@id": site(get_script_prefix()) + "#network"},
        "temporalCoverage": "2013-10-23/..",
        "distribution": {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": site(file)},
    }


def of_country(country, site):
    path = country.get_absolute_url()
    return {
        "@type": "Country",
        "@id": identity(site, path, "country"),
        "name": texts(country, "name"),
        "identifier": country.code,
        "url": site(path),
    }


def of_city(city, site):
    path = city.get_absolute_url()
    facts = {_("cohort"): city.member_since and city.member_since.years, _("population"): city.population}
    node = {
        "@type": CITY_TYPES.get(city.kind, "AdministrativeArea"),
        "@id": identity(site, path, "city"),
        "name": texts(city, "name"),
        "alternateName": [spelling.text for spelling in city.other_spellings()],
        "description": text_as_shown(city, "profile"),
        "url": site(path),
        "sameAs": [address for address in (city.geonames_url, city.wikidata_url, city.website) if address],
    }
    if city.photo:
        node["image"] = _image(site, city.photo.url, city.photo_credit, city.photo_licence)
    if node["@type"] == "Organization":
        return stated(node | {"memberOf": of_network(site) if city.is_member else None})
    node["containedInPlace"] = of_country(city.country, site)
    node["additionalProperty"] = [
        {"@type": "PropertyValue", "name": name, "value": value} for name, value in facts.items() if value
    ]
    if city.latitude is not None:
        node["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(city.latitude),
            "longitude": float(city.longitude),
        }
    return stated(node)


def _image(site, address, credit, licence):
    return stated(
        {"@type": "ImageObject", "contentUrl": site(address), "creditText": credit, "copyrightNotice": licence}
    )


def of_cities(cities, name, site):
    """Cities in the order in which a page lists them."""
    addresses = [site(city.get_absolute_url()) for city in cities]
    items = [{"@type": "ListItem", "position": n, "url": address} for n, address in enumerate(addresses, 1)]
    return {"@type": "ItemList", "name": name, "numberOfItems": len(items), "itemListElement": items}


def of_article(article, site):
    """A text that somebody else published, under its own address."""
    kind = "NewsArticle" if getattr(article, "kind", Source.Kind.PRESS) == Source.Kind.PRESS else "CreativeWork"
    is_described = article.title.startswith("[")
    node = {
        "@type": kind,
        "headline": "" if is_described else article.title,
        "description": article.title if is_described else "",
        "inLanguage": article.language,
        "url": getattr(article, "public_url", article.url),
        "datePublished": article.published_on and article.published_on.isoformat(),
        "publisher": {"@type": "Organization", "name": article.publisher} if article.publisher else None,
    }
    if getattr(article, "image", None):
        node["image"] = _image(site, article.image.url, article.image_credit, article.image_licence)
    return stated(node)


def of_event(event, site, city=None):
    """A dated meeting. Where it was held is a city that is recorded, or not known here."""
    mode = "OnlineEventAttendanceMode" if event.online else "OfflineEventAttendanceMode"
    return stated(
        {
            "@type": "Event",
            "name": text_as_shown(event, "name"),
            "description": text_as_shown(event, "summary"),
            "startDate": event.starts_on.isoformat(),
            "endDate": event.ends_on.isoformat(),
            "eventAttendanceMode": f"https://schema.org/{mode}" if event.online or event.city_id else None,
            "location": _place(city or event.city, site) if event.city_id else None,
        }
    )


def of_conference(conference, site):
    return stated(
        {
            "@type": "Event",
            "name": _("International Conference on Learning Cities (%(number)s)") % {"number": conference.number},
            "inLanguage": get_language(),
            "about": text_as_shown(conference, "theme"),
            "startDate": conference.held_from.isoformat(),
            "endDate": conference.held_to.isoformat(),
            "location": {
                "@type": "Place",
                "name": text_as_shown(conference, "city_name"),
                "address": conference.country_id,
            },
        }
    )


def _place(city: City, site):
    path = city.get_absolute_url()
    known = {"@type": "Place", "@id": identity(site, path, "city"), "url": site(path)}
    return known | {"name": text_as_shown(city, "name"), "address": city.country_id}
