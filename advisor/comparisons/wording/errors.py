"""What goes wrong when the engine says something that nobody has worded."""


class UnknownCodeError(LookupError):
    """A code without words. It is a fault of this program: a test words every code there is."""
