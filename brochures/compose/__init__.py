"""Compose, stage 4: a job and an edition into one HTML text."""
