"""The site's table of contents."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path
from django.views.decorators.cache import cache_control

from gnlc import media
from gnlc.pages import about, design, home
from gnlc.pages.admissions.growth_map import GrowthMapView
from gnlc.pages.cities.city_map import CityMapView
from gnlc.seo import views as seo
from gnlc.seo.sitemaps import SITEMAPS
from gnlc.share_images import views as share_images

urlpatterns = [
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    path(f"{settings.MEDIA_URL.strip('/')}/<path:path>", media.photo, name="media"),
]
kept_an_hour = cache_control(public=True, max_age=seo.HOUR)
urlpatterns += [
    path("robots.txt", seo.robots),
    path("favicon.ico", seo.favicon),
    path(
        "sitemap.xml", kept_an_hour(sitemaps.index), {"sitemaps": SITEMAPS, "sitemap_url_name": "section"}, "sitemap"
    ),
    path("sitemap-<section>.xml", kept_an_hour(sitemaps.sitemap), {"sitemaps": SITEMAPS}, "section"),
]
urlpatterns += i18n_patterns(
    path("", home.HomeView.as_view(), name="home"),
    path("cities/map/", CityMapView.as_view(), name="map"),
    path("network/map/", GrowthMapView.as_view(), name="growth-map"),
    path("about/", about.AboutView.as_view(), name="about"),
    path("card.png", share_images.site, name="card"),
    path("cities/<slug:slug>/card.png", share_images.city, name="city_card"),
    path("admissions/<slug:slug>/card.png", share_images.cohort, name="cohort_card"),
    path("registry.webmanifest", seo.manifest, name="manifest"),
    path("accessibility/", about.AccessibilityView.as_view(), name="accessibility"),
    path("design/", design.DesignView.as_view(), name="design"),
    path("", include("gnlc.pages.statistics.urls")),
    path("", include("gnlc.pages.cities.urls")),
    path("", include("gnlc.pages.admissions.urls")),
    path("", include("gnlc.pages.news.urls")),
)
