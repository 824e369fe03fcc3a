"""The application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gnlc.settings")
application = get_wsgi_application()

from gnlc import scheduler  # noqa: E402  Models can be imported once the application is set up.

scheduler.start()
