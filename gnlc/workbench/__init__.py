"""Where translators see what there is to do, write it beside its source, and exchange it as files."""
