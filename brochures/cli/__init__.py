"""Requests of the command line held against what there is, and their answers in words."""
