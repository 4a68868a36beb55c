"""The book worked out over time: the board's types, building one from a book, and keeping it on disk."""
