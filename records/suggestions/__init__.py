"""How readers suggest corrections of what a public page says."""
