"""What everybody may see."""


def public_among(records):
    """Those of some records that are public: all, where their kind makes no difference."""
    return records.public() if hasattr(records, "public") else records
