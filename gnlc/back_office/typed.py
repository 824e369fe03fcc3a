"""What somebody had typed when a form could not be taken: the session had ended, or the page was too old.

Nothing is written by itself. Signing in brings the form of a record back as it was filled; of any other form it shows
what was typed and asks before it is sent. Between the two pages it travels signed, in the page and not in a cookie.
Files do not: a page cannot give a browser its files back. Passwords are left out.
"""

from urllib.parse import urlsplit

from django.core import signing
from django.http import QueryDict
from django.shortcuts import render
from django.utils.datastructures import MultiValueDict

from admissions.desk.pages.decided import decided_at
from records.admin.forms import BROUGHT_BACK

SALT = "gnlc.back_office.typed"
A_DAY = 24 * 3600
IN_SESSION = "typed"
OF_THE_PAGE = ("csrfmiddlewaretoken", BROUGHT_BACK)


class Typed:
    """The fields of a form that was sent to an address of this site, in their order: (name, value)."""

    def __init__(self, address, fields):
        self.address, self.fields = address, [tuple(field) for field in fields]

    @classmethod
    def in_request(cls, request):
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
        kept = [(name, value) for name, value in fields if name not in OF_THE_PAGE and "password" not in name]
        return cls(request.get_full_path(), kept)

    @classmethod
    def from_token(cls, token):
        """Read what `token` wrote. None if it is not ours, or older than a day."""
        try:
            return cls(*signing.loads(token, salt=SALT, max_age=A_DAY))
        except (signing.BadSignature, TypeError, ValueError):
            return None

    def token(self):
        return signing.dumps([self.address, self.fields], salt=SALT, compress=True)

    def texts(self):
        """What a person wrote, without what the page had put into the form for itself."""
        return [value for name, value in self.fields if value.strip() and not _is_of_the_page(name)]

    def decided(self, request):
        """What it was to do at the desk, for somebody who may do it there; None for any other form."""
        return decided_at(urlsplit(self.address).path, self._data(), request)

    def put_into(self, request):
        """Turn a request for a page into one that sends what was typed, marked as brought back."""
        data = self._data((BROUGHT_BACK, "1"))
        request.method, request.POST, request._files = "POST", data, MultiValueDict()

    def _data(self, *more):
        data = QueryDict(mutable=True)
        for name, value in [*self.fields, *more]:
            data.appendlist(name, value)
        data._mutable = False
        return data


def _is_of_the_page(name):
    return name.startswith(("_", "initial-")) or name.endswith(("seen", "_FORMS")) or name in ("token", "next")


def csrf_failure(request, reason=""):
    """The page was open for too long: what was typed is offered again, if it was typed on a page of this site."""
    typed = Typed.in_request(request) if _is_from_this_site(request) else None
    decided = typed and typed.decided(request)
    return render(request, "403_csrf.html", {"typed": typed, "decided": decided}, status=403)


def _is_from_this_site(request):
    """Browsers say from which site a form is sent; what another site made up is not offered in our name."""
    return urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()
