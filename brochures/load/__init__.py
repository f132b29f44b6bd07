"""Load, stage 1: YAML text into a catalogue of checked models."""
