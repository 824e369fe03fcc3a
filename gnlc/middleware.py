"""What every answer of the site carries, and who a request comes from."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponsePermanentRedirect
from django.middleware.gzip import GZipMiddleware
from django.utils.encoding import iri_to_uri
from django.utils.translation import get_language_from_path

from records.history.attribution import attributed


def content_security_policy(get_response):
    """Send settings.SECURE_CSP with every answer, as Django 6 does itself; delete this when it is the floor."""
    policy = "; ".join(f"{name} {' '.join(values)}" for name, values in settings.SECURE_CSP.items())

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", policy)
        return response

    return middleware


class Compression(GZipMiddleware):
    """Pages are compressed; photos are already, and would only lose their length."""

    def process_response(self, request, response):
        if response.get("Content-Type", "").startswith("image/"):
            return response
        return super().process_response(request, response)


def forgive_capitals(get_response):
    """Lead from an address in capitals that no page has, as phones and people write it, to that in small letters."""

    def middleware(request):
        response = get_response(request)
        small = request.path.lower()
        if response.status_code != 404 or small == request.path or not get_language_from_path(small):
            return response
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(iri_to_uri(small) + (f"?{iri_to_uri(query)}" if query else ""))

    return middleware


def remember_language(get_response):
    """Keep in a cookie the language somebody chose.

    Choosing is going from a page of this site in one language to a page in another. Arriving in a language
    by a link from elsewhere is not a choice and leaves the cookie alone.
    """

    def middleware(request):
        response = get_response(request)
        chosen = get_language_from_path(request.path_info)
        came_from = _language_left(request)
        is_shared = "public" in response.get("Cache-Control", "")  # and so would be the cookie
        if chosen and came_from and chosen != came_from and not is_shared:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                chosen,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                secure=settings.LANGUAGE_COOKIE_SECURE,
                samesite=settings.LANGUAGE_COOKIE_SAMESITE,
            )
        return response

    return middleware


def _language_left(request):
    """The language of the page of this site that the visitor comes from, if it is one."""
    try:
        referrer = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return None
    return get_language_from_path(referrer.path) if referrer.netloc == request.get_host() else None


def remember_who(get_response):
    """Attribute every change that a request makes to the person it comes from.

    auditlog's own middleware looks for a person at each request, so that no public page could be kept by a cache, and
    believes whatever address a client claims.
    """

    def middleware(request):
        if request.method in ("GET", "HEAD", "OPTIONS", "TRACE"):
            return get_response(request)
        with attributed(by=request.user):
            return get_response(request)

    return middleware
