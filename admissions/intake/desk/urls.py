"""Addresses of the desk, below those of the recordings in the back office."""

from django.urls import path

from . import entry_views, release_views, views
from .add_city import AddCityView


def desk_urls(admin):
    """The desk's addresses in place of the stock forms; each view knows the site and asks for permission itself."""

    def page(route, view, name):
        return path(route, admin.admin_site.admin_view(view.as_view(admin_site=admin.admin_site)), name=name)

    return [
        page("add/", views.BeginView, "admissions_recording_add"),
        page("add-city/", AddCityView, "recording_add_city"),
        page("<int:key>/change/", views.DeskView, "admissions_recording_change"),
        page("<int:key>/list/", views.AddListView, "recording_add_list"),
        page("<int:key>/list/<int:intake>/", views.ListView, "recording_list"),
        page("<int:key>/list/<int:intake>/file/", views.FileView, "recording_file"),
        page("<int:key>/line/<int:line>/", entry_views.LineView, "recording_line"),
        page("<int:key>/entry/<int:entry>/", entry_views.EntryView, "recording_entry"),
        page("<int:key>/preview/", release_views.PreviewView, "recording_preview"),
        page("<int:key>/preview/<path:path>", release_views.PreviewPageView, "recording_page"),
        page("<int:key>/publish/", release_views.PublishView, "recording_publish"),
        page("<int:key>/take-back/", release_views.TakeBackView, "recording_take_back"),
        page("<int:key>/put-away/", release_views.PutAwayView, "recording_put_away"),
        page("<int:key>/again/", release_views.RecordAgainView, "recording_again"),
    ]
