"""Publish, stage 9: judged files into ``out/``, with the manifest, the contact sheet and the layout report."""
