"""Somebody takes a duty: what is typed, and the overrides that it leaves in the book."""

from datetime import datetime
from pathlib import Path

import pytest

from helpdesk_tui.book.file import BookFile
from helpdesk_tui.session.draft import draft_of
from helpdesk_tui.session.takeover import (
    PastError,
    SeveralPeopleError,
    Takeover,
    UnknownPersonError,
    read_takeover,
    with_takeover,
)
from helpdesk_tui.times.typed import TypedTimeError
from tests.support import board_of

TEXT = (Path(__file__).parents[1] / "books" / "duty.toml").read_text("utf-8")
AT = "2026-11-27T20:00"


def read(text, book=TEXT):
    board, at = board_of(book, AT)
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


def with_people(**names):
    return TEXT + "".join(f'\n[people.{id}]\nname = "{name}"\n' for id, name in names.items())


@pytest.mark.parametrize("text", ["Luis Gómez", "luis gomez", "luis g"])
def test_of_two_people_of_one_name_none_is_taken_and_both_ids_are_named(text):
    with pytest.raises(SeveralPeopleError) as raised:
        read(f"{text} hasta 22:00", with_people(luis2="Luis Gómez"))
    assert raised.value.ids == ["luis", "luis2"]


@pytest.mark.parametrize(
    ("text", "id"),
    [("luis", "luis"), ("luis2", "luis2"), ("otro", "otro"), ("Luis Gómez", "luis"), ("luis gomez", "luis2")],
)
def test_an_id_goes_before_a_name_and_what_is_written_the_same_before_what_is_similar(text, id):
    book = with_people(luis2="luis gomez", otro="Luis")
    assert read(f"{text} hasta 22:00", book)[0] == id


@pytest.mark.parametrize("text", ["Till until 22:00", "till till 22:00", "Till hasta las 22:00"])
def test_somebody_called_till_takes_the_duty(text):
    assert read(text, with_people(t1="Till")) == ("t1", "11-27 22:00")


def test_somebody_called_till_without_a_time_lacks_the_time():
    with pytest.raises(TypedTimeError):
        read("Till", with_people(t1="Till"))


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
