"""Who changed what, when and why; and when a public page changed last."""
