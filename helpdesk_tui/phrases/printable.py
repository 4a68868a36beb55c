"""Text that a terminal shows and does not obey."""


def printable(text: str) -> str:
    """`text` with what a terminal would obey written out: a bad book or a path may hold anything."""
    return "".join(character if character.isprintable() else ascii(character)[1:-1] for character in text)
