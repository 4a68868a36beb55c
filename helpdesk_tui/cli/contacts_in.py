"""Reads the contacts of a new book from arguments or from a CSV."""

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
"""The titles that a column may have, without case and accents, by its field."""


class FromCsv(NamedTuple):
    """The contacts of a CSV, and its columns."""

    channels: tuple[Contact, ...]
    levels: tuple[Contact, ...]
    matched: tuple[tuple[str, str], ...]
    """The title and the field of each column that is used."""
    unmatched: tuple[str, ...]
    """The titles of the other columns, and of those that repeat a field."""


def typed_contact(text: str, weekly: str = "") -> Contact:
    """The channel of `NAME=CONTACT`; the contact is read by `way_of`."""
    name, _, way = text.partition("=")
    return Contact({"name": name.strip(), **way_of(way.strip())}, weekly)


def way_of(text: str) -> dict[str, object]:
    """The fields of a telephone, address or link: `+57 601 7442727 ext 12`, `a@b.co`, `https://b.co`."""
    if "://" in text or text.startswith(("mailto:", "tel:", "sip:", "msteams:")):
        return {"url": text}
    if "@" in text:
        return {"email": text}
    number, *extension = re.split(r"(?i)\s*\bext(?:ensi[oó]n)?\.?\s*", text, maxsplit=1)
    fields: dict[str, object] = {"telephone": number} if number else {}
    return {**fields, **({"extensions": _list(*extension)} if any(extension) else {})}


def read_csv(path: str) -> FromCsv:
    """The contacts of the CSV file at `path`. Raises BookError where it has none."""
    content = read(path).content
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")  # the encoding of Excel in western countries
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error as error:
        raise BookError(path, [problem("", message("is not CSV"))]) from error
    titles = rows[0] if rows else []
    known = {name: field for field, names in COLUMNS.items() for name in names}
    fields = [known.get(fold(title)) for title in titles]
    if "name" not in fields:
        named = ", ".join(title for title in titles if title.strip()) or "—"
        missing = message("has no column name; its columns are: {columns}")
        raise BookError(path, [problem("", missing, columns=named)])
    # A contact has several telephones, and one of everything else: there the first column counts.
    fields = [
        None if field != "telephone" and field in fields[:number] else field
        for number, field in enumerate(fields)
    ]
    columns = list(zip(titles, fields, strict=True))
    matched = tuple((title, field) for title, field in columns if field)
    unmatched = tuple(title for title, field in columns if not field and title.strip())
    channels: list[Contact] = []
    levels: list[Contact] = []
    for number, row in enumerate(rows[1:], start=2):
        cells: dict[str, str] = {}
        for field, cell in zip(fields, row, strict=False):
            if field and cell.strip():
                text = unguarded(cell.strip())
                cells[field] = f"{cells[field]}, {text}" if field in cells else text
        if cells:
            contacts = levels if fold(cells.get("kind", "")) in ("level", "nivel") else channels
            contacts.append(_contact(cells, number))
    if not channels:
        raise BookError(path, [problem("", message("has no contacts"))])
    return FromCsv(tuple(channels), tuple(levels), matched, unmatched)


def _contact(cells: dict[str, str], line: int) -> Contact:
    numbers = (each.strip() for each in re.split("[,;/]", cells.get("telephone", "")))
    telephones = list(dict.fromkeys(filter(None, numbers)))
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
    """The character between columns: Excel writes a semicolon where numbers have decimal commas."""
    title = text.partition("\n")[0]
    return max(",;\t", key=title.count)
