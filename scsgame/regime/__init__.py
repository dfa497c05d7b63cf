"""What is made of a life, in three rooms that open one way.

surveillance    acts          -> observations   what is seen
intervention    observations  -> a standing     what it comes to count for
manipulation    a standing    -> measures       what is done about it
"""
