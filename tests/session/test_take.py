"""Somebody takes a duty: what is typed, and the overrides that it leaves in the book."""

from datetime import datetime
from pathlib import Path

import pytest

from helpdesk_tui.book.file import BookFile
from helpdesk_tui.session.draft import draft_of
from helpdesk_tui.session.takeover import (
    PastError,
    Takeover,
    UnknownPersonError,
    read_takeover,
    with_takeover,
)
from helpdesk_tui.times.typed import TypedTimeError
from tests.support import board_of

TEXT = (Path(__file__).parents[1] / "books" / "duty.toml").read_text("utf-8")
AT = "2026-11-27T20:00"


def read(text):
    board, at = board_of(TEXT, AT)
    taken = read_takeover(text, board, board.local(at), tuple)
    return taken.person.id, f"{taken.until:%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("luis hasta las 22:00", ("luis", "11-27 22:00")),
        ("Luis Gómez hasta mañana 8", ("luis", "11-28 08:00")),
        ("LUIS GOMEZ until tomorrow 8", ("luis", "11-28 08:00")),
        ("mar hasta +2h", ("marta", "11-27 22:00")),
        ("ana hasta 2026-12-01T09:30", ("ana", "12-01 09:30")),
        ("ana hasta la 1:00 mañana", ("ana", "11-28 01:00")),
    ],
)
def test_what_is_typed_names_a_person_and_a_time(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("pedro hasta 22:00", UnknownPersonError),
        ("hasta 22:00", UnknownPersonError),
        ("", UnknownPersonError),
        ("luis hasta", TypedTimeError),
        ("luis", TypedTimeError),
        ("luis hasta el siglo", TypedTimeError),
        ("luis hasta hoy 19:00", PastError),
        ("luis hasta ahora", PastError),
    ],
)
def test_what_cannot_be_read_is_refused(text, error):
    with pytest.raises(error):
        read(text)


def test_a_name_that_is_nearly_one_is_named():
    with pytest.raises(UnknownPersonError) as raised:
        read("lius gomez hasta 22:00")
    assert raised.value.near == "luis gomez"


def time(text):
    return datetime.fromisoformat(f"2026-11-{text}")


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("27T22:00", [("luis", "27T18:00", "27T20:00"), ("luis", "27T22:00", "28T08:00"), ("ana", "27T20:00", "27T22:00")]),
        ("28T08:00", [("luis", "27T18:00", "27T20:00"), ("ana", "27T20:00", "28T08:00")]),
        ("29T10:00", [("luis", "27T18:00", "27T20:00"), ("ana", "27T20:00", "29T10:00")]),
    ],
    ids=["within one", "to its end", "beyond it"],
)  # fmt: skip
def test_overrides_of_the_same_time_make_room_and_the_book_stays_good(until, expected):
    draft = draft_of(BookFile("duty.toml", TEXT.encode()))
    board, _ = board_of(TEXT, AT)
    taken = Takeover(board.people["ana"], time(until))
    after = with_takeover(draft, "guardia", taken, datetime.fromisoformat(f"{AT}:30-05:00"))
    (entry,) = [each for each in after.tables["rosters"] if each.key == "guardia"]
    assert [
        (each["person"], *(datetime.fromisoformat(str(each[name])) for name in ("from", "until")))
        for each in entry.fields["overrides"]
    ] == [(person, time(start), time(end)) for person, start, end in expected]
    assert after.problems() == []
    text = after.content().decode()
    assert "# la guardia del celular" in text
    assert draft_of(BookFile("duty.toml", after.content())).tables["rosters"] == tuple(
        each._replace(origin=each.key) for each in after.tables["rosters"]
    )


@pytest.mark.parametrize(
    ("now", "fold", "text"),
    [("2026-10-25T02:15", 1, "luis hasta +20min"), ("2026-10-25T02:15", 1, "luis hasta 02:45")],
)
def test_an_end_in_the_hour_that_the_clock_repeats_is_over_where_the_book_would_mean_the_first(
    now, fold, text
):
    board, at = board_of(TEXT.replace("America/Bogota", "Europe/Madrid"), now, fold=fold)
    with pytest.raises(PastError):
        read_takeover(text, board, board.local(at), tuple)
