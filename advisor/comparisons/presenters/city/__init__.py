"""The page of a city, and two of them side by side: figures and rules of the place in words."""
