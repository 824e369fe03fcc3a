"""The site's table of contents."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from gnlc import media
from gnlc.pages import city_map, growth_map, views

urlpatterns = [
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    path(f"{settings.MEDIA_URL.strip('/')}/<path:path>", media.photo, name="media"),
]
urlpatterns += i18n_patterns(
    path("", views.HomeView.as_view(), name="home"),
    path("cities/map/", city_map.CityMapView.as_view(), name="map"),
    path("network/map/", growth_map.GrowthMapView.as_view(), name="growth-map"),
    path("about/", views.AboutView.as_view(), name="about"),
    path("accessibility/", views.AccessibilityView.as_view(), name="accessibility"),
    path("design/", views.DesignView.as_view(), name="design"),
    path("", include("gnlc.pages.statistics.urls")),
    path("", include("cities.urls")),
    path("", include("admissions.urls")),
    path("", include("news.urls")),
)
