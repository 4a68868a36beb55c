"""Text for outputs that are not UTF-8: shapes as signs, letters without accents, and no address changed."""

from unicodedata import combining, normalize

SIGNS = {
    "●": "*", "◐": "!", "○": "o", "▸": ">", "▾": "v", "→": ">", "←": "<", "↑": "^", "↓": "v",
    "▆": "#", "░": "?", "▂": "=", "·": "-", "×": "x", "—": "-", "–": "-", "•": "-",
    "¿": "?", "¡": "!", "‘": "'", "’": "'", "“": '"', "”": '"',
    "─": "-", "━": "-", "═": "=", "╺": "-", "╸": "-", "╶": "-", "╴": "-", "╌": "-",
    "│": "|", "┃": "|", "║": "|", "╹": "|", "╻": "|", "╷": "|", "╵": "|", "▏": "|", "▎": "|", "▌": "|",
    "█": "#", "▇": "#", "▁": "_", "▔": "-",
}  # fmt: skip
"""Characters one cell wide, each with the sign that stands for it."""


def speaks_utf8() -> bool:
    """Whether the reader's locale is UTF-8, whatever encoding Python itself uses."""
    import locale  # a look-up in a UTF-8 locale does without it

    return locale.getencoding().lower().replace("-", "") == "utf8"


def likeness(character: str) -> str:
    """The ASCII text that looks like `character`; empty where there is none."""
    if character in SIGNS:
        return SIGNS[character]
    if "─" <= character <= "╿":  # the corners and crossings of boxes
        return "+"
    return "".join(each for each in normalize("NFKD", character) if each.isascii())


def is_address(word: str) -> bool:
    """Whether `word` is an e-mail address or a link: without its accents it would be someone else's."""
    return "@" in word or "://" in word


def encodable(text: str, encoding: str) -> str:
    """`text` with what `encoding` lacks replaced: by its likeness, or by an escape within an address."""
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
