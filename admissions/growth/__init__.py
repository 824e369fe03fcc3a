"""How the network grew: `events` replays the register day by day, `ledger` and `statistics` count."""
