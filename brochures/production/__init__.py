"""Production: from a composition to a judged file, several at a time."""
