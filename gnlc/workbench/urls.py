"""Addresses of the workbench, inside the back office."""

from django.urls import path

from gnlc.workbench.exchange.views import DownloadView, UploadView
from gnlc.workbench.interface.views import CatalogueView, InterfaceView
from gnlc.workbench.text_view import TextView
from gnlc.workbench.views import GridView, TextsView


def workbench_urls(site):
    def page(route, view, name):
        return path(f"workbench/{route}", site.admin_view(view.as_view(site=site)), name=name)

    return [
        page("", GridView, "workbench"),
        page("texts/", TextsView, "workbench_texts"),
        page("texts/<int:key>/", TextView, "workbench_text"),
        page("download/", DownloadView, "workbench_download"),
        page("upload/", UploadView, "workbench_upload"),
        page("interface/", InterfaceView, "workbench_interface"),
        page("interface/<str:language>/", CatalogueView, "workbench_catalogue"),
    ]
