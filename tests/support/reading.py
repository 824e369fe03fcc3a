"""An answer of the site as a test compares it."""

import re

OF_THE_VISIT = re.compile(r'name="(csrfmiddlewaretoken|stamp)" value="[^"]*"')


def read(client, address):
    """The status of an answer, where it leads, and what it says, without what each visit gets for itself."""
    answer = client.get(address)
    says = b"".join(answer) if answer.streaming else answer.content
    return answer.status_code, answer.headers.get("Location"), OF_THE_VISIT.sub("", says.decode(errors="replace"))
