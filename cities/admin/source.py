"""The back office of sources: what was published, and how many facts rest on it."""

from django.contrib import admin
from django.db.models import Count, F, Func, IntegerField, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cities.models import Source
from records.admin import Gap, RecordAdmin, in_its_language
from records.admin.lookups import may_see


def number_of_facts(relation):
    """How many records name a source through a relation, as a column."""
    if relation.many_to_many:
        records, name = relation.through.objects, relation.field.m2m_reverse_field_name()
    else:
        records, name = relation.related_model.objects, relation.field.name
    named = records.filter(**{name: OuterRef("pk")}).order_by()
    count = Func(F("pk"), function="COUNT", output_field=IntegerField())
    return Subquery(named.annotate(number=count).values("number"))


class LanguageFilter(admin.SimpleListFilter):
    title = _("language")
    parameter_name = "language"

    def lookups(self, request, model_admin):
        counted = model_admin.model.objects.order_by().values_list("language").annotate(number=Count("pk"))
        return [(code, f"{code} ({number})") for code, number in counted.order_by("-number", "language")]

    def queryset(self, request, queryset):
        return queryset.filter(language=self.value()) if self.value() else queryset


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    list_display = ["title_shown", "publisher", "kind", "language", "published_on", "facts"]
    list_filter = ["kind", "is_copy", "link_withdrawn", LanguageFilter]
    date_hierarchy = "published_on"
    search_fields = ["title", "publisher", "slug", "url"]
    search_help_text = _("Words of the title, the publisher, the short name or the address.")
    ordering = ["slug"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["facts_in_detail"]
    gaps = [
        Gap("address", _("address"), Q(url=""), "url"),
        Gap("date", _("date"), Q(published_on=None), "published_on"),
        Gap("publisher", _("publisher"), Q(publisher="")),
        Gap("kind", _("kind of publisher"), Q(kind="")),
    ]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    ("publisher", "kind"),
                    ("language", "published_on"),
                    ("url", "is_copy", "link_withdrawn"),
                    "slug",
                    "note",
                ]
            },
        ),
        (_("What rests on it"), {"fields": ["facts_in_detail"]}),
    ]

    def get_queryset(self, request):
        number = sum((number_of_facts(relation) for relation in self._relations(request)), start=0)
        return super().get_queryset(request).annotate(facts=number)

    def get_object(self, request, object_id, from_field=None):
        """The source, with the relations through which this person may see what rests on it."""
        source = super().get_object(request, object_id, from_field)
        if source is not None:
            source.shown_relations = self._relations(request)
        return source

    def _relations(self, request):
        """How those records name a source that this person may see: some are nobody's business but the registrars'."""
        return [each for each in self.opts.related_objects if may_see(each.related_model, self, request)]

    def get_fieldsets(self, request, obj=None):
        return super().get_fieldsets(request, obj) if obj else self.fieldsets[:1]

    @admin.display(description=_("title"), ordering="title")
    def title_shown(self, source):
        return in_its_language(source.title, source.language)

    @admin.display(description=_("records that rest on it"), ordering="facts")
    def facts(self, source):
        return source.facts

    @admin.display(description=_("records"))
    def facts_in_detail(self, source):
        """How many records of each kind name the source, with a link where the kind has a list."""
        relations = {f"facts_{relation.name}": relation for relation in source.shown_relations}
        columns = {name: number_of_facts(relation) for name, relation in relations.items()}
        numbers = Source.objects.values(**columns).get(pk=source.pk)
        links = [(self._link(relations[name], source, number),) for name, number in numbers.items() if number]
        return format_html_join("", "<div>{}</div>", links) or "–"

    def _link(self, relation, source, number):
        options = relation.related_model._meta
        if not self.admin_site.is_registered(relation.related_model):
            return f"{capfirst(options.verbose_name_plural)}: {number}"
        address = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
        return format_html(
            '<a href="{}?{}={}">{}: {}</a>',
            address,
            f"{relation.field.name}__id__exact",
            source.pk,
            capfirst(options.verbose_name_plural),
            number,
        )
