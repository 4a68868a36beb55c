"""Contacts as they are typed or stand in a CSV, as entries of a new book."""

import csv
import io
import re
from typing import NamedTuple

from helpdesk_tui.book.file import read
from helpdesk_tui.book.problems import BookError, problem
from helpdesk_tui.cli.exports.csv_text import unguarded
from helpdesk_tui.cli.new_book import Contact
from helpdesk_tui.languages import message
from helpdesk_tui.names import fold

COLUMNS = {
    "name": ("name", "nombre", "canal", "contacto", "contact"),
    "telephone": ("telephone", "telefono", "phone", "tel", "celular", "mobile", "numero", "number"),
    "extension": ("extension", "extensiones", "extensions", "ext"),
    "menu": ("menu", "opcion", "option"),
    "email": ("email", "e-mail", "mail", "correo", "correo electronico"),
    "url": ("url", "enlace", "link", "web", "pagina"),
    "hours": ("hours", "horario", "weekly", "horarios"),
    "on_holidays": ("on_holidays", "festivos", "holidays"),
    "note": ("note", "notes", "nota", "notas", "observaciones"),
    "kind": ("kind", "tipo"),
    "id": ("id",),
    "channels": ("channels", "canales"),
}
"""What a column may be called, without case and accents, by what it holds."""


class FromCsv(NamedTuple):
    """The contacts of a CSV, and how its columns were understood."""

    channels: tuple[Contact, ...]
    levels: tuple[Contact, ...]
    matched: tuple[tuple[str, str], ...]
    """Each column with what it holds."""
    unmatched: tuple[str, ...]


def typed_contact(text: str, weekly: str = "") -> Contact:
    """The channel of `NAME=CONTACT`: a telephone with or without an extension, an address or a link."""
    name, _, way = text.partition("=")
    return Contact({"name": name.strip(), **way_of(way.strip())}, weekly)


def way_of(text: str) -> dict[str, object]:
    """The fields of one way: `+57 601 7442727 ext 12`, `a@example.com`, `https://example.com`."""
    if "://" in text or text.startswith(("mailto:", "tel:", "sip:", "msteams:")):
        return {"url": text}
    if "@" in text:
        return {"email": text}
    number, _, extension = re.sub(r"(?i)\s*\bext(?:ensi[oó]n)?\.?\s*", "|", text).partition("|")
    fields: dict[str, object] = {"telephone": number} if number else {}
    return {**fields, **({"extensions": _list(extension)} if extension else {})}


def read_csv(path: str) -> FromCsv:
    """The contacts of the CSV file at `path`. Raises BookError where it has none."""
    content = read(path).content
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")  # what Excel writes in the West
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error as error:
        raise BookError(path, [problem("", message("is not CSV"))]) from error
    titles = rows[0] if rows else []
    known = {name: field for field, names in COLUMNS.items() for name in names}
    fields = [known.get(fold(title)) for title in titles]
    if "name" not in fields:
        columns = ", ".join(title for title in titles if title.strip()) or "—"
        raise BookError(
            path, [problem("", message("has no column name; its columns are: {columns}"), columns=columns)]
        )
    matched = tuple((title, field) for title, field in zip(titles, fields, strict=True) if field)
    unmatched = tuple(
        title for title, field in zip(titles, fields, strict=True) if not field and title.strip()
    )
    channels: list[Contact] = []
    levels: list[Contact] = []
    for number, row in enumerate(rows[1:], start=2):
        cells: dict[str, str] = {}
        for field, cell in zip(fields, row, strict=False):
            if field and cell.strip():
                cells.setdefault(field, unguarded(cell.strip()))
        if cells:
            is_level = fold(cells.get("kind", "")) in ("level", "nivel")
            (levels if is_level else channels).append(_contact(cells, number))
    if not channels:
        raise BookError(path, [problem("", message("has no contacts"))])
    return FromCsv(tuple(channels), tuple(levels), matched, unmatched)


def _contact(cells: dict[str, str], line: int) -> Contact:
    telephones = [each.strip() for each in re.split("[,;/]", cells.get("telephone", "")) if each.strip()]
    fields: dict[str, object] = {"name": cells.get("name", "")}
    if telephones:
        fields["telephone"] = telephones[0]
    if telephones[1:]:
        fields["telephones"] = telephones[1:]
    for field, cell in (("menu", "menu"), ("extensions", "extension"), ("channels", "channels")):
        if cell in cells:
            fields[field] = _list(cells[cell])
    fields |= {field: cells[field] for field in ("email", "url", "note") if field in cells}
    return Contact(fields, cells.get("hours", ""), cells.get("on_holidays", ""), cells.get("id", ""), line)


def _list(text: str) -> list[str]:
    return [each for each in re.split(r"[\s,;/→]+", text) if each]


def _delimiter(text: str) -> str:
    """What separates the columns: Excel writes a semicolon where the comma is that of decimals."""
    title = text.partition("\n")[0]
    return max(",;\t", key=title.count)
