"""What the program knows about Kazakh, Russian and English texts: pure functions, no files but shipped word lists."""
