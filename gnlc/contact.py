"""Who answers for the registry: settings.CONTACT_NAME and CONTACT_EMAIL, for every page and for whoever deploys it."""

from django.conf import settings
from django.core import checks
from django.core.exceptions import ValidationError
from django.core.validators import validate_email


def contact(request):
    """For every template: `contact`, a name and an e-mail address, each "" where none is set; None without both."""
    name, email = settings.CONTACT_NAME, settings.CONTACT_EMAIL
    return {"contact": {"name": name, "email": email} if name or email else None}


@checks.register(deploy=True)
def somebody_answers(app_configs, **kwargs):
    """A public registry names who keeps it and where readers reach them."""
    missing = [name for name in ("CONTACT_NAME", "CONTACT_EMAIL") if not getattr(settings, name)]
    if not missing:
        return []
    return [
        checks.Warning(
            f"{' and '.join(missing)} not set: readers are not told who answers for this registry.",
            hint="Set the name of the body that keeps it and its e-mail address in the environment.",
            id="gnlc.W001",
        )
    ]


@checks.register
def email_can_be_written_to(app_configs, **kwargs):
    """An address with a mistake in it would be on every page."""
    try:
        if settings.CONTACT_EMAIL:
            validate_email(settings.CONTACT_EMAIL)
    except ValidationError:
        return [checks.Error(f"CONTACT_EMAIL is not an e-mail address: {settings.CONTACT_EMAIL!r}.", id="gnlc.E001")]
    return []
