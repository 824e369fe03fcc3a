"""Documents in the forms of the records they came with, and how staff get them back."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.utils.text import slugify

from admissions.models import Document
from records.admin import RecordInline


class DocumentInline(RecordInline):
    """A document that was kept stays; another one is added beside it."""

    model = Document
    fields = ["kind", "title", "dated_on", "file"]

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def hand_out(request, name):
    """The file of a document, for those who may see documents; to be saved, never to be shown as a page."""
    if not request.user.has_perm("admissions.view_document"):
        raise PermissionDenied
    document = Document.objects.filter(file=name).first()
    if document is None or not document.file.storage.exists(name):
        raise Http404
    ending = name.rpartition(".")[2]
    shown = f"{slugify(str(document), allow_unicode=True) or 'document'}.{ending}"
    answer = FileResponse(document.file.open(), as_attachment=True, filename=shown)
    answer.headers["Content-Type"] = "application/octet-stream"
    return answer
