"""What robots and browsers ask a site for."""

from django.http import HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

# A list has endless combinations of filters, all `noindex`; its pages are worth a visit.
ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /i18n/
Disallow: /*?
Allow: /*?page=
Disallow: /*?page=*&
Allow: /sitemap*.xml?p=

Sitemap: {sitemap}
"""
HOUR, DAY = 3600, 86400


@require_safe
@cache_control(public=True, max_age=DAY)
def robots(request):
    """Where robots may go, and the address of the sitemap."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(ROBOTS.format(sitemap=sitemap), content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=DAY)
def manifest(request):
    """The name, the colours and the sign with which the registry stands among the apps of a phone."""
    sizes = {"192x192": "icon-192.png", "512x512": "icon-512.png"}
    icons = [{"src": static(f"gnlc/{name}"), "sizes": size, "type": "image/png"} for size, name in sizes.items()]
    facts = {
        "name": _("Registry of learning cities"),
        "short_name": _("Learning cities"),
        "lang": get_language(),
        "dir": "rtl" if get_language_info(get_language())["bidi"] else "ltr",
        "start_url": reverse("home"),
        "display": "browser",
        "background_color": "#fbfaf7",
        "theme_color": "#0b5c6b",
        "icons": [{"src": static("gnlc/icon.svg"), "sizes": "any", "type": "image/svg+xml"}, *icons],
    }
    return JsonResponse(facts, content_type="application/manifest+json")


@require_safe
def favicon(request):
    """For those that ask for it without having read a page."""
    return HttpResponse(status=308, headers={"Location": static("gnlc/favicon.ico")})
