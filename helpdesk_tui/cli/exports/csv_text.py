"""CSV (RFC 4180) that a spreadsheet reads as text."""

import csv
import io
from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@")


def to_csv(columns: Iterable[str], rows: Iterable[Iterable[object]], *, excel: bool) -> bytes:
    """The rows as CSV.

    `excel` puts a byte order mark first, without which Excel takes UTF-8 for another encoding.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return file.getvalue().encode("utf-8-sig" if excel else "utf-8")


def guarded(text: str) -> str:
    """`text` so that a spreadsheet does not take it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(_FORMULA) else text
