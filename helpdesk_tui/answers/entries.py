"""The entries of a search: each request, channel and level, with all of its texts."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from helpdesk_tui.board.board import Board, Channel, Level, Request
from helpdesk_tui.names import fold

Item = Request | Channel | Level


class Field(StrEnum):
    """The kinds of texts of an item."""

    NAME = "name"
    ID = "id"
    KEY = "key"
    ALIAS = "alias"
    LEVEL = "level"
    TELEPHONE = "telephone"
    EXTENSION = "extension"
    EMAIL = "email"
    URL = "url"
    NOTE = "note"
    CHANNEL = "channel"
    """A channel of a request's route or of a level."""


NAMES = (Field.NAME, Field.ID, Field.KEY, Field.ALIAS, Field.LEVEL)
WAYS = (Field.TELEPHONE, Field.EXTENSION, Field.EMAIL, Field.URL)


class Text(NamedTuple):
    """A text of an item."""

    field: Field
    written: str
    """The text as in the book."""
    searched: str
    """The forms of the text, folded, each after a space and before a line end."""


class Entry(NamedTuple):
    """An item with its texts, and the same texts joined to be searched at once."""

    item: Item
    texts: tuple[Text, ...]
    names: str
    ways: str
    names_and_ways: str
    all_but_channels: str
    all: str


def entries(board: Board) -> Iterator[Entry]:
    """Yield the entries of requests, channels and levels, in the book's order."""
    yield from request_entries(board)
    for channel in board.channels.values():
        names = [_text(Field.NAME, channel.name), _text(Field.ID, channel.id)]
        yield _entry(channel, [*names, *_details(channel)])
    for level in board.levels:
        yield _entry(level, list(_level(level)))


def request_entries(board: Board) -> Iterator[Entry]:
    """Yield the entries of requests, in the book's order."""
    for request in board.requests.values():
        rows = [(Field.NAME, request.name), (Field.ID, request.id), (Field.KEY, request.key)]
        rows += [*((Field.ALIAS, alias) for alias in request.aliases), (Field.NOTE, request.note)]
        texts = [_text(field, text) for field, text in rows if text]
        yield _entry(request, [*texts, *(_reached_by(board.channels[key]) for key in request.channels)])


def _level(level: Level) -> Iterator[Text]:
    yield _text(Field.NAME, level.name)
    yield _text(Field.LEVEL, str(level.number), f"level {level.number}", f"nivel {level.number}")
    if level.own_channel:
        yield from _details(level.own_channel)
    else:
        yield from map(_reached_by, level.channels)


def _details(channel: Channel) -> Iterator[Text]:
    for telephone, dial in zip(channel.telephones, channel.dials, strict=True):
        yield _text(Field.TELEPHONE, dial, dial, telephone.lstrip("+"), re.sub(r"\D", "", dial))
    for extension in channel.extensions:
        yield _text(Field.EXTENSION, extension, f"ext {extension}")
    for field, text in ((Field.EMAIL, channel.email), (Field.URL, channel.url), (Field.NOTE, channel.note)):
        if text:
            yield _text(field, text)


def _reached_by(channel: Channel) -> Text:
    return _text(Field.CHANNEL, channel.name, channel.name, channel.id)


def _text(field: Field, written: str, *forms: str) -> Text:
    return Text(field, written, "".join(f" {fold(form)}\n" for form in forms or (written,)))


def _entry(item: Item, texts: list[Text]) -> Entry:
    def joined(*fields: Field) -> str:
        return "\n" + "".join(each.searched for each in texts if each.field in fields)

    names, ways, note, channels = joined(*NAMES), joined(*WAYS), joined(Field.NOTE), joined(Field.CHANNEL)
    return Entry(
        item, tuple(texts), names, ways, names + ways, names + ways + note, names + ways + note + channels
    )
