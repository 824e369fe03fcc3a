"""The desk at which a round is recorded: receive lists, decide their cities, check, publish, take back."""
