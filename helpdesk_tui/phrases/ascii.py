"""Replaces characters for outputs that are not UTF-8: shapes by signs, letters by those without accents."""

from unicodedata import combining, normalize

SIGNS = {
    "●": "*", "◐": "!", "○": "o", "▸": ">", "▾": "v", "→": ">", "←": "<", "↑": "^", "↓": "v",
    "▆": "#", "░": "?", "▂": "=", "·": "-", "×": "x", "—": "-", "–": "-", "•": "-",
    "¿": "?", "¡": "!", "‘": "'", "’": "'", "“": '"', "”": '"',
    "─": "-", "━": "-", "═": "=", "╺": "-", "╸": "-", "╶": "-", "╴": "-", "╌": "-",
    "│": "|", "┃": "|", "║": "|", "╹": "|", "╻": "|", "╷": "|", "╵": "|", "▏": "|", "▎": "|", "▌": "|",
    "█": "#", "▇": "#", "▁": "_", "▔": "-",
}  # fmt: skip
"""The ASCII sign for each character; both are one cell wide."""


def speaks_utf8() -> bool:
    """Whether the reader's locale is UTF-8, whatever encoding Python itself uses."""
    import locale  # a look-up in a UTF-8 locale does without it

    return locale.getencoding().lower().replace("-", "") == "utf8"


def likeness(character: str) -> str:
    """The ASCII text most like `character`; empty where there is none."""
    if character in SIGNS:
        return SIGNS[character]
    if "─" <= character <= "╿":  # the corners and crossings of boxes
        return "+"
    return "".join(each for each in normalize("NFKD", character) if each.isascii())


def is_address(word: str) -> bool:
    """Whether `word` is an e-mail address or a link, which without its accents would be another one."""
    return "@" in word or "://" in word


def encodable(text: str, encoding: str) -> str:
    """`text` with characters that `encoding` lacks replaced: by their likeness, in addresses by escapes."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        if " " in text:
            return " ".join(encodable(word, encoding) for word in text.split(" "))
        if is_address(text):
            return text.encode(encoding, "backslashreplace").decode(encoding)
        return "".join(_encodable(character, encoding) for character in text)
    return text


def _encodable(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return likeness(character) or ("" if combining(character) else "?")
    return character
