"""A package, so that the browser ends with its tests: see the scope of `browser`."""
