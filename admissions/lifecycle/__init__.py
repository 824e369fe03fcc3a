"""The life of a membership at work: what can be done next, what waits for whom, and by when."""
