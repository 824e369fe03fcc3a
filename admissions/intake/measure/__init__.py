"""How good reading and matching are, measured on lists of which the answers are known."""
