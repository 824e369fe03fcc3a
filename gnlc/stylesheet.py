"""Each stylesheet is written in rooms and served as one file."""

import re
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLESHEETS = ["gnlc/site.css", "gnlc/admin.css", "gnlc/desk.css"]
IMPORTED = re.compile(r'@import url\("([^"]+)"\);\n')
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


class OneStylesheet(CompressedManifestStaticFilesStorage):
    """Puts what a stylesheet imports in its place when static files are collected, so that a page asks for one file.

    An imported file may use addresses of its own only if it lies beside the stylesheet. Where static files are not
    collected, in tests and while developing, browsers follow the imports themselves. Scripts that import others are
    served as they are written, each import by its name with a hash.
    """

    support_js_module_import_aggregation = True

    def post_process(self, paths, dry_run=False, **options):
        if not dry_run:
            for name in STYLESHEETS:
                whole = self._whole(name, paths)
                self.delete(name)
                self._save(name, ContentFile(whole.encode()))
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run, **options)

    def _whole(self, name, paths):
        folder = PurePosixPath(name).parent
        text = IMPORTED.sub(lambda found: self._whole(str(folder / found[1]), paths), self._source(name, paths))
        return COMMENT.sub("", text)

    def _source(self, name, paths):
        storage, path = paths[name]
        with storage.open(path) as file:
            return file.read().decode()
