"""The pages of events: what comes, what was, one of them, and the calendar file of all or one."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView
from django_filters.views import FilterView

from cities.models import Country
from gnlc.pages.public import PublicPage
from gnlc.seo import nodes
from gnlc.seo.linked_data import LinkedData, step
from news.calendar import calendar
from news.filters import EventFilter
from news.models import Event
from records.history.last_modified import with_revision
from records.l10n import apart
from records.listing.pagination import NearestPage
from records.output.csv_response import refusal
from records.page_views.counting import CountsReads


class EventListView(NearestPage, PublicPage, FilterView):
    """Events to come, the next one first, then those of the past by year, narrowed down by the query string."""

    filterset_class = EventFilter
    template_name = "news/event_list.html"
    paginate_by = 40

    def get_filterset_kwargs(self, filterset_class):
        # Always bound, so that both halves of the page are filtered alike.
        return super().get_filterset_kwargs(filterset_class) | {"data": self.request.GET}

    def get_queryset(self):
        return Event.objects.past().select_related("city__country").prefetch_related("sources")

    def get_context_data(self, **kwargs):
        coming = Event.objects.coming().select_related("city__country").prefetch_related("sources")
        countries = Country.objects.filter(cities__events__isnull=False).distinct().sorted_by_name()
        years = Event.objects.years()
        return super().get_context_data(
            coming=EventFilter(self.request.GET, coming).qs if self.filterset.form.is_valid() else [],
            kinds=Event.Kind.choices,
            years=years,
            countries=countries,
            chosen=self._chosen(years, countries),
            query=self.request.GET.urlencode(),
            **kwargs,
        )

    def _chosen(self, years, countries):
        """The filters that were asked for, in words, for the title; what is none of them is left out."""
        asked = self.request.GET
        kinds = [label for value, label in Event.Kind.choices if asked.get("kind") == value]
        years = [year for year in years if asked.get("year") == str(year)]
        named = [apart(country) for country in countries if asked.get("country", "").upper() == country.code]
        return [*kinds, *years, *named]


class EventView(PublicPage, CountsReads, DetailView):
    """One event, with what the conference decided if it was one, and the events before and after it."""

    template_name = "news/event_detail.html"

    def get_queryset(self):
        events = Event.objects.select_related("city__country", "conference")
        return events.prefetch_related("sources", "conference__sources")

    def get_context_data(self, **kwargs):
        return super().get_context_data(before=self.object.before(), after=self.object.after(), **kwargs)

    def linked_data(self, context):
        trail = [(_("Events"), reverse("news:events")), step(self.object)]
        return LinkedData(nodes.of_event(self.object, self.request.build_absolute_uri), trail=trail)


class CalendarView(FilterView):
    """The calendar file of the events that the query string asks for: all without one."""

    filterset_class = EventFilter

    def get_queryset(self):
        return with_revision(Event.objects.select_related("city__country"))

    def render_to_response(self, context):
        if self.filterset.form.errors:
            # An empty calendar would take away what a subscriber has of it.
            return refusal(self.filterset.form)
        return calendar_file(self.request, context["object_list"], "events")


class EventCalendarView(DetailView):
    """The calendar file of one event."""

    queryset = with_revision(Event.objects.select_related("city__country"))

    def render_to_response(self, context):
        return calendar_file(self.request, [self.object], self.object.slug)


def calendar_file(request, events, name):
    answer = HttpResponse(calendar(events, request.build_absolute_uri), content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = f'inline; filename="{name}.ics"'
    return answer
