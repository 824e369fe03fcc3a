"""Addresses of the desk, below those of the recordings in the back office."""

from django.urls import path

from .pages import asked, cohort, columns, entries, groups, language, lists, matrix, regions, release, rounds
from .pages.add_city import AddCityView
from .pages.names import NamesView
from .pages.workbook import WorkbookView


def desk_urls(admin):
    """The desk's addresses in place of the stock forms; each view knows the site and asks for permission itself."""

    def page(route, view, name):
        return path(route, admin.admin_site.admin_view(view.as_view(admin_site=admin.admin_site)), name=name)

    return [
        page("add/", rounds.BeginView, "admissions_recording_add"),
        page("add-city/", AddCityView, "recording_add_city"),
        page("<int:key>/change/", rounds.DeskView, "admissions_recording_change"),
        page("<int:key>/asked/", asked.AskedView, "recording_asked"),
        page("<int:key>/matrix/", matrix.MatrixView, "recording_matrix"),
        page("<int:key>/names/", NamesView, "recording_names"),
        page("<int:key>/workbook/", WorkbookView, "recording_workbook"),
        page("<int:key>/cohort/", cohort.CohortView, "recording_cohort"),
        page("<int:key>/list/", lists.AddListView, "recording_add_list"),
        page("<int:key>/list/<int:intake>/", lists.ListView, "recording_list"),
        page("<int:key>/list/<int:intake>/file/", lists.FileView, "recording_file"),
        page("<int:key>/group/<int:group>/", groups.GroupView, "recording_group"),
        page("<int:key>/list/<int:intake>/columns/", columns.ColumnsView, "recording_columns"),
        page("<int:key>/list/<int:intake>/language/", language.LanguageView, "recording_language"),
        page("<int:key>/line/<int:line>/", entries.LineView, "recording_line"),
        page("<int:key>/entry/<int:entry>/", entries.EntryView, "recording_entry"),
        page("<int:key>/region/", regions.RegionView, "recording_region"),
        page("<int:key>/preview/", release.PreviewView, "recording_preview"),
        page("<int:key>/preview/<path:path>", release.PreviewPageView, "recording_page"),
        page("<int:key>/publish/", release.PublishView, "recording_publish"),
        page("<int:key>/take-back/", release.TakeBackView, "recording_take_back"),
        page("<int:key>/put-away/", release.PutAwayView, "recording_put_away"),
        page("<int:key>/again/", release.RecordAgainView, "recording_again"),
    ]
