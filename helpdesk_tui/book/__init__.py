"""The contact book: finds, reads, checks and saves its file."""
