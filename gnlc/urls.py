"""The site's table of contents."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path
from django.views.decorators.cache import cache_control

from gnlc import media
from gnlc.cards import views as cards
from gnlc.findable import views as findable
from gnlc.findable.sitemaps import SITEMAPS
from gnlc.pages import city_map, growth_map, views

urlpatterns = [
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    path(f"{settings.MEDIA_URL.strip('/')}/<path:path>", media.photo, name="media"),
]
kept_an_hour = cache_control(public=True, max_age=findable.HOUR)
urlpatterns += [
    path("robots.txt", findable.robots),
    path("favicon.ico", findable.favicon),
    path(
        "sitemap.xml", kept_an_hour(sitemaps.index), {"sitemaps": SITEMAPS, "sitemap_url_name": "section"}, "sitemap"
    ),
    path("sitemap-<section>.xml", kept_an_hour(sitemaps.sitemap), {"sitemaps": SITEMAPS}, "section"),
]
urlpatterns += i18n_patterns(
    path("", views.HomeView.as_view(), name="home"),
    path("cities/map/", city_map.CityMapView.as_view(), name="map"),
    path("network/map/", growth_map.GrowthMapView.as_view(), name="growth-map"),
    path("about/", views.AboutView.as_view(), name="about"),
    path("card.png", cards.site, name="card"),
    path("cities/<slug:slug>/card.png", cards.city, name="city_card"),
    path("admissions/<slug:slug>/card.png", cards.cohort, name="cohort_card"),
    path("registry.webmanifest", findable.manifest, name="manifest"),
    path("accessibility/", views.AccessibilityView.as_view(), name="accessibility"),
    path("design/", views.DesignView.as_view(), name="design"),
    path("", include("gnlc.pages.statistics.urls")),
    path("", include("cities.urls")),
    path("", include("admissions.urls")),
    path("", include("news.urls")),
)
