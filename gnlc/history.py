"""Which records have a history, and which of their fields."""

from auditlog.registry import auditlog

from cities.models import FormerAddress
from gnlc.roles import CONFIDENTIAL, EVERYTHING
from gnlc.workbench.models import MessageOverride
from records.fields.editable import written_fields
from records.models import Suggestion


def keep_history():
    """Let auditlog keep what people write: not what is computed from it, nor the bare copies of translated fields."""
    for model in [*EVERYTHING, *CONFIDENTIAL, FormerAddress, Suggestion, MessageOverride]:
        auditlog.register(
            model,
            include_fields=[field.name for field in written_fields(model)],
            m2m_fields={field.name for field in model._meta.many_to_many},
            serialize_data=True,
            serialize_auditlog_fields_only=True,
        )
