"""Text in cells: cut, padded and wrapped by the width that a terminal gives it."""

from rich.cells import cell_len, chop_cells, set_cell_size

from helpdesk_tui.phrases.lines import Line, Piece


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis where some of it is left out."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def fit(text: str, width: int) -> str:
    """`text` in exactly `width` cells: cut or padded."""
    return set_cell_size(cut(text, width), max(width, 0))


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells, broken between words, and within one that is wider.

    A no-break space holds words together.
    """
    width = max(width, 2)  # a wide character needs two
    lines = [""]
    for word in text.replace("\n", " ").split(" "):
        if not word:
            continue
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_len(joined) <= width:
            lines[-1] = joined
            continue
        if not lines[-1]:
            lines.pop()
        lines.extend(chop_cells(word, width))
    return [line.replace("\xa0", " ") for line in lines]


def paragraph(text: str, width: int, role: str = "text") -> list[Line]:
    """`text` in lines of at most `width` cells."""
    return [(Piece(line, role),) for line in wrap(text, width)]


def hanging(lead: Piece, text: str, width: int, role: str = "text") -> list[Line]:
    """`text` in lines of at most `width` cells: the first after `lead`, the others below its text."""
    indent = cell_len(lead.text)
    first, *others = wrap(text, width - indent)
    return [(lead, Piece(first, role)), *((Piece(" " * indent), Piece(line, role)) for line in others)]
