"""Settings of the registry. What differs between machines comes from the environment.

Without SECRET_KEY the registry runs in *local mode*: a key that everybody knows, which is why only this
machine's own addresses are answered then. With SECRET_KEY it runs in production: ALLOWED_HOSTS has to be
given, and cookies and redirects expect HTTPS unless HTTPS=false says that none is in front.
"""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()


def flag(name, default):
    """A setting that is true or false; anything else is a mistake that would go unnoticed."""
    value = env.str(name, default=str(default)).lower()
    if value not in ("true", "false", "1", "0"):
        raise ImproperlyConfigured(f"{name} must be true or false, not {value!r}.")
    return value in ("true", "1")


LOCAL = "SECRET_KEY" not in env.ENVIRON
DEBUG = flag("DEBUG", default=False)
SECRET_KEY = "local-mode-only-anybody-can-read-this-key-on-the-web" if LOCAL else env.str("SECRET_KEY")
if not LOCAL and len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY must have at least 50 characters.")

LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = LOOPBACK_HOSTS if LOCAL else env.list("ALLOWED_HOSTS")
CSRF_FAILURE_VIEW = "gnlc.back_office.typed.csrf_failure"
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "modeltranslation",  # first: the history of gnlc is of the translated fields, too
    "auditlog",
    "gnlc",
    "gnlc.workbench",
    "news",
    "admissions",
    "cities",
    "records",
    "django_filters",
    "gnlc.back_office.apps.BackOfficeConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "gnlc.middleware.content_security_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "gnlc.middleware.Compression",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "gnlc.middleware.remember_language",
    "gnlc.middleware.forgive_capitals",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "gnlc.middleware.remember_who",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "gnlc.urls"
WSGI_APPLICATION = "gnlc.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "gnlc.contact.contact",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "gnlc.templatetags.addresses",
                "gnlc.templatetags.bidi",
                "gnlc.templatetags.formats",
                "gnlc.templatetags.languages",
                "gnlc.templatetags.seo",
                "gnlc.templatetags.texts",
            ],
        },
    }
]

# Database

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'gnlc.sqlite3'}")}
if DATABASES["default"].get("ENGINE", "").endswith("sqlite3"):
    # Readers do not wait for the writer (WAL); a writer takes its lock at once and waits for its turn.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;",
    }
elif not DATABASES["default"].get("ENGINE", "").endswith("postgresql"):
    raise ImproperlyConfigured("DATABASE_URL must begin with sqlite:// or postgresql://.")
else:
    if not env.str("DATABASE_POOL", default="4").isascii() or not env.str("DATABASE_POOL", default="4").isdigit():
        raise ImproperlyConfigured("DATABASE_POOL must be a number of connections.")
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {
        "min_size": 1,
        "max_size": env.int("DATABASE_POOL", default=4),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Languages

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fr", _("French")), ("ar", _("Arabic"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("en", "fr", "ar")
FORMAT_MODULE_PATH = "gnlc.formats"
TIME_ZONE = "UTC"

# Who answers for the registry

CONTACT_NAME = env.str("CONTACT_NAME", default="").strip()
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="").strip()

# Work

# Whether a recorded round is published by somebody who did not prepare it.
SECOND_PERSON_PUBLISHES = flag("SECOND_PERSON_PUBLISHES", default=False)

# History

AUDITLOG_LOGENTRY_MODEL = "records.HistoryEntry"
AUDITLOG_STORE_JSON_CHANGES = True  # otherwise nothing and the word None are the same
MIGRATION_MODULES = {"auditlog": None}  # its own table is not used

# Files

DATA_UPLOAD_MAX_MEMORY_SIZE = 16_000_000  # three web pages pasted at once
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2500  # a box for each of the texts that a file changes at once
# From the root, so that the preview of the site, which stands under an address of its own, has the same files.
STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(VAR_DIR / "static"))
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR_DIR / "media"))
CARDS_ROOT = env.path("CARDS_ROOT", default=str(VAR_DIR / "cards"))  # pictures of pages, which can be made again
SCRATCH_ROOT = VAR_DIR / "scratch"  # copies of the database with a round that is looked at before it is public
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Of nominations and reports; the back office hands them to those who may see them.
    "documents": {
        "BACKEND": "admissions.storage.PrivateStorage",
        "OPTIONS": {
            "location": env.path("DOCUMENTS_ROOT", default=str(VAR_DIR / "documents")),
            "base_url": "/admin/documents/",
        },
    },
    "staticfiles": {"BACKEND": "gnlc.stylesheet.OneStylesheet"},
}
if DEBUG:
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

# Security

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
HTTPS = flag("HTTPS", default=not LOCAL)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
BEHIND_PROXY = flag("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
X_FRAME_OPTIONS = "DENY"
# The name and shape that Django 6 reads itself; until then gnlc.middleware does.
SECURE_CSP = {
    "default-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
}

LOG_LEVEL = env.str("LOG_LEVEL", default="INFO").upper()
if LOG_LEVEL not in ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"):
    raise ImproperlyConfigured(f"LOG_LEVEL must be DEBUG, INFO, WARNING, ERROR or CRITICAL, not {LOG_LEVEL!r}.")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}
