"""Pdf, stage 6: pages into the bytes of one edition, backs moved into register."""
