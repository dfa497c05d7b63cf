"""A life under a credit score, played in a terminal."""

__version__ = "0.1.0"
