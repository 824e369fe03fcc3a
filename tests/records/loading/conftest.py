"""Files of the registry, as small as a story needs them."""

from tests.support.registry_files import files  # noqa: F401
