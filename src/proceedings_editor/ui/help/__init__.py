"""Help: the guide, the rules, keys, about the program, a report of a problem."""
