"""Deeds about entries of a round, as their forms send them."""


def send(client, entry, deed, about="1", **facts):
    """A deed about an entry, as its form sends it."""
    address = f"/admin/admissions/recording/{entry.recording_id}/entry/{entry.pk}/"
    return client.post(address, {"version": entry.version, deed: about, **facts}, headers={"X-Desk": "entry"})
