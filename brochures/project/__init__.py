"""The project on disk: paths, the clock, the manifest, and how a file is written."""
