"""The checks of layout: one small function a code, one module a family."""
