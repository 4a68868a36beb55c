"""How names are compared: whatever the case and the accents."""

import unicodedata


def fold(text: str) -> str:
    """`text` as it is compared: without accents, case and outer or repeated spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(character for character in apart if not unicodedata.combining(character))
    return " ".join(bare.split())
