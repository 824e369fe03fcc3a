"""Steps that can be taken from the page of a record: each is a method of the record, with a page that asks for it."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AdminDateWidget
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from records.admin.choosing import could_be_key
from records.exceptions import RefusedError
from records.validators import validate_visible


def text_field(label, *, rows=3, **options):
    """A field for a text of some lines."""
    area = forms.Textarea(attrs={"rows": rows, "dir": options.pop("dir", "auto")})
    return forms.CharField(label=label, validators=[validate_visible], widget=area, **options)


def day_field(label, **options):
    """A field for a day, with the calendar of the back office."""
    return forms.DateField(label=label, widget=AdminDateWidget(attrs={"dir": "ltr"}), **options)


class NothingForm(forms.Form):
    """A step that needs nothing but to be meant."""

    def facts(self):
        """What the step wants to know."""
        return self.cleaned_data


class WhyForm(NothingForm):
    why = text_field(gettext_lazy("Reason"))


@dataclass(frozen=True)
class Act:
    """`verb` is the name of the method and the end of the address; `explanation` says what follows from it."""

    verb: str
    label: str
    form: type[forms.Form]
    explanation: str = ""


class WithActs:
    """For the pages of a model whose records answer `may(verb)`; `acts` are offered in their order."""

    acts = ()
    change_form_template = "admin/lifecycle/record_form.html"

    def get_urls(self):
        view = ActView.as_view(admin=self)
        name = f"{self.opts.app_label}_{self.opts.model_name}_act"
        return [path("<int:key>/step/<slug:verb>/", self.admin_site.admin_view(view), name=name), *super().get_urls()]

    def possible_acts(self, request, record):
        """Pairs of an act that this person may do now and its address."""
        if not self.may_act(request):
            return []
        return [(act, self.address_of(act, record)) for act in self.acts if record.may(act.verb)]

    def may_act(self, request):
        """Whoever only translates may open the form, and takes no steps."""
        return request.user.has_perm(f"{self.opts.app_label}.{get_permission_codename('change', self.opts)}")

    def done(self, request, record):
        """Say what else is to be known once a step was taken."""

    def address_of(self, act, record):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_act", args=[record.pk, act.verb])

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["acts"] = self.possible_acts(request, obj) if obj else []
        return super().render_change_form(request, context, add, change, form_url, obj)


class ActView(TemplateView):
    """One step of one record: what it needs, and the sentence when it is refused."""

    admin = None
    template_name = "admin/lifecycle/act.html"

    @cached_property
    def record(self):
        key = self.kwargs["key"]
        record = self.admin.model.objects.filter(pk=key).first() if could_be_key(self.admin.model, key) else None
        if record is None:
            raise Http404
        return record

    @cached_property
    def act(self):
        found = [act for act in self.admin.acts if act.verb == self.kwargs["verb"]]
        if not found:
            raise Http404
        return found[0]

    def dispatch(self, request, *args, **kwargs):
        if not self.admin.may_act(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", self.act.form())
        site = self.admin.admin_site.each_context(self.request)
        own = {"title": self.act.label, "original": self.record, "act": self.act, "opts": self.admin.opts}
        return super().get_context_data(**site | own | kwargs)

    def post(self, request, key, verb):
        form = self.act.form(request.POST)
        if form.is_valid():
            try:
                with transaction.atomic():
                    made = getattr(self.record, self.act.verb)(by=request.user, **form.facts())
            except RefusedError as error:
                form.add_error(None, str(error))
            else:
                self.admin.log_change(request, self.record, str(self.act.label))
                self.admin.done(request, made if isinstance(made, self.admin.model) else self.record)
                messages.success(request, _("Recorded: %(what)s") % {"what": self.act.label})
                page = f"admin:{self.admin.opts.app_label}_{self.admin.opts.model_name}_change"
                return redirect(page, self.record.pk)
        return self.render_to_response(self.get_context_data(form=form), status=422)
