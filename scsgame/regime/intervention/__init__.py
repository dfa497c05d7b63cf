"""Room two: what it comes to count for. Observations go in; marks and a standing come out."""
