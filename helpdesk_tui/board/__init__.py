"""The book worked out over time: the board's types, building a board, and keeping it on disk."""
