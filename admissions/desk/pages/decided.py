"""What somebody had decided at the desk when the session had ended, in words, before it is sent again."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import Resolver404, resolve, reverse

from .base import DeskPage


@dataclass(frozen=True)
class Decided:
    """A decision that was not carried out. `back` is the page on which it was made; what should be looked over there
    again, or needs a file, is not `may_be_sent` from elsewhere. Without `words` a longer form was filled in.
    """

    words: str
    back: str
    may_be_sent: bool


def page_at(path):
    """The class of the page of the desk at an address, the match of the address; (None, None) anywhere else."""
    try:
        match = resolve(path)
    except Resolver404:
        return None, None
    page = getattr(match.func, "view_class", None)
    return (page, match) if page and issubclass(page, DeskPage) else (None, None)


def decided_at(path, data, request):
    """What a form with `data` would do at an address of the desk: `Decided`.

    None where the address is none of the desk, and for somebody who may not do it: a round is told to nobody else.
    """
    page, match = page_at(path)
    if page is None or not request.user.has_perm(page.permission):
        return None
    view = page(**match.func.view_initkwargs)
    view.setup(request, *match.args, **match.kwargs)
    try:
        return Decided(view.in_words(data), view.way_back() or path, view.may_be_sent_later)
    except Http404:  # it is gone meanwhile, and so is the page
        return Decided("", reverse("admin:admissions_recording_changelist"), False)
