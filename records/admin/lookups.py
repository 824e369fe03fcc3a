"""What a list answers through its address: what it declares, and nothing else."""

from django.contrib import messages
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.options import ModelAdmin
from django.contrib.admin.utils import get_fields_from_path
from django.contrib.admin.views.main import ERROR_FLAG
from django.contrib.auth import get_permission_codename
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

# How the filters of lists ask for a value of their field; "" is a bare name.
WAYS = ("", "exact", "isnull", "gte", "lt", "year", "month", "day")


class DeclaredLookups(ModelAdmin):
    """A list can be asked for its filters, its hierarchy of dates, and the records that its own refer to.

    Anything else would let people guess what their role may not see: whether a city is nominated, for one.
    """

    def lookup_allowed(self, lookup, value, request):
        return lookup in self._answered(request)

    def to_field_allowed(self, request, to_field):
        """Only columns of the record itself name it; Django breaks off at what refers to it from elsewhere."""
        columns = {name for field in self.opts.concrete_fields for name in (field.name, field.attname)}
        return to_field in columns and super().to_field_allowed(request, to_field)

    def changelist_view(self, request, extra_context=None):
        """The list; whole, with a sentence, where it was asked for anything that it does not answer."""
        try:
            return super().changelist_view(request, extra_context)
        except DisallowedModelAdminLookup:
            messages.warning(request, _("The list does not answer this question; here it is without it."))
            return HttpResponseRedirect(request.path)

    def _answered(self, request):
        declared = [each[0] if isinstance(each, tuple | list) else each for each in self.get_list_filter(request)]
        fields = [each for each in (*declared, self.date_hierarchy) if isinstance(each, str)]
        own = {each.parameter_name for each in declared if hasattr(each, "parameter_name")}
        asked = (self._ways_to_ask(path) for path in fields)
        return own.union({ERROR_FLAG}, self._ways_to_ask_for_owners(request), *asked)

    def _ways_to_ask(self, path):
        field = get_fields_from_path(self.model, path)[-1]
        key = f"{field.target_field.name}__" if field.is_relation else ""
        return {f"{path}__{key if way == 'exact' else ''}{way}".removesuffix("__") for way in WAYS}

    def _ways_to_ask_for_owners(self, request):
        """Links from the page of a record to those that refer to it, such as `?city__id=5`."""
        relations = [each for each in (*self.opts.fields, *self.opts.many_to_many) if each.is_relation]
        paths = [
            f"{each.name}__{each.target_field.name}"
            for each in relations
            if may_see(each.related_model, self, request)
        ]
        return {*paths, *(f"{path}__exact" for path in paths)}


def may_see(model, admin, request):
    """Whether this person may see records of a model: by its own pages, or by permission where it has none."""
    if admin.admin_site.is_registered(model):
        return admin.admin_site.get_model_admin(model).has_view_permission(request)
    return request.user.has_perm(f"{model._meta.app_label}.{get_permission_codename('view', model._meta)}")
