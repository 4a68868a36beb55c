"""CSV (RFC 4180) that a spreadsheet reads as text."""

import csv
import io
from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@")


def to_csv(columns: Iterable[str], rows: Iterable[Iterable[object]], *, excel: bool) -> bytes:
    """The rows as CSV; `excel` puts a byte order mark first, by which Excel recognizes UTF-8."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return file.getvalue().encode("utf-8-sig" if excel else "utf-8")


def guarded(text: str) -> str:
    """`text`, with an apostrophe first where a spreadsheet would read it as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def unguarded(text: str) -> str:
    """`text` without the apostrophe that `guarded` puts first."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(_FORMULA) else text
