"""Uploaded photos on their way to visitors."""

from django.conf import settings
from django.http import Http404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve

from records.photos import is_named_by_content

TYPES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp", "avif": "image/avif"}
FOR_EVER = 365 * 24 * 3600  # seconds; caches know nothing longer


@require_safe
def photo(request, path):
    """A photo or a rendition of one, as what it is; nothing else that may lie in the folder is handed out."""
    kind = TYPES.get(path.rpartition(".")[2].lower())
    if kind is None:
        raise Http404
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    if response.status_code == 200:
        response.headers["Content-Type"] = kind
    if is_named_by_content(path):
        patch_cache_control(response, public=True, max_age=FOR_EVER, immutable=True)
    return response
