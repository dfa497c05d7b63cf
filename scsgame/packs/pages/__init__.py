"""One page for every code a problem can have."""
