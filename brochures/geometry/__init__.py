"""Boxes and measured pages. Nothing here knows the engine or a PDF file."""
