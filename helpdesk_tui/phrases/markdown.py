"""Escapes text for Markdown."""


def literal(text: str) -> str:
    """`text` with the markup of Markdown escaped."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>#|~&" else character for character in text)
