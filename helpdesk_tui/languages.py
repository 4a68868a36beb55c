"""The languages that the program speaks, and the mark of a message that is translated when it is shown."""

LANGUAGES = ("es", "en")

SOURCE = "en"
"""The language that the messages are written in: it needs no catalogue."""


def message(text: str) -> str:
    """Mark `text` for the language catalogue; it is translated when it is shown."""
    return text
