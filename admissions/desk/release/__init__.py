"""The release of a round: control totals, preview, publication, and taking it back."""
