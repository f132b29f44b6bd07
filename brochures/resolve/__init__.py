"""Resolve, stage 2: every name replaced by the thing it names."""
