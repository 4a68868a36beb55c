"""The contact book: finding its file, reading it, and reporting what is wrong with it."""
