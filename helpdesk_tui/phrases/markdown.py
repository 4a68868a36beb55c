"""Escapes text for Markdown."""

import re

_LINK = re.compile(r"""(https?://[^\s<>|]*[^\s<>|.,;:!?"')])""")
_LIST_MARK = re.compile(r"^(\d{0,9})([-+.)])(?=[\s-]|$)")
"""What makes a list, or a rule, of the text after it: `-`, `+`, `1.`, `1)`."""


def literal(text: str) -> str:
    """`text` with the markup of Markdown escaped."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>#|~&" else character for character in text)


def prose(text: str) -> str:
    """`text` as a paragraph, an item or a cell: its markup escaped, its links whole."""
    parts = _LINK.split(text)
    parts[::2] = map(literal, parts[::2])
    parts[1::2] = [f"<{link}>" for link in parts[1::2]]
    return _LIST_MARK.sub(r"\1\\\2", "".join(parts))
