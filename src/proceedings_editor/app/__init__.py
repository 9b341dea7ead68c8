"""What a person can do with the program, without a window: one use case per file."""
