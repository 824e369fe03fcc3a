"""Lists in pages, of which somebody may ask for one that is not there any more."""

from django.shortcuts import redirect


class NearestPage:
    """Stands before the view of a list in pages: a page that is not there leads to the nearest one that is."""

    def paginate_queryset(self, records, size):
        paginator = self.get_paginator(records, size)
        page = paginator.get_page(self.request.GET.get("page", 1))
        return paginator, page, page.object_list, page.has_other_pages()

    def render_to_response(self, context, **kwargs):
        asked, number = self.request.GET.get("page"), context["page_obj"].number
        if asked in (None, str(number)):
            return super().render_to_response(context, **kwargs)
        query = self.request.GET.copy()
        query["page"] = number
        return redirect(f"{self.request.path}?{query.urlencode()}")
