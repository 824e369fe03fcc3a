"""Makes the registry's own back office the project's admin site."""

from django.contrib.admin.apps import AdminConfig


class BackOfficeConfig(AdminConfig):
    default_site = "gnlc.back_office.site.BackOffice"
