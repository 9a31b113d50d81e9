"""The ranking page: which cities are shown, in which order, and how."""
