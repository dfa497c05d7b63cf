"""Room one: what is seen. Acts go in; observations, true or not, come out."""
