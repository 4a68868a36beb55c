"""No book of any kind raises anything but BookError, and each good one gives answers."""

import tomllib
from contextlib import suppress

import tomli_w
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpdesk_tui.answers.entries import entries
from helpdesk_tui.answers.escalation import escalation
from helpdesk_tui.answers.find import find_request
from helpdesk_tui.answers.search import Index, similar_requests
from helpdesk_tui.answers.status import statuses
from helpdesk_tui.answers.who import who
from helpdesk_tui.board.build import build
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.book.read import read_book
from tests.support import DESK_TEXT, instant

NOW = instant("2026-12-08T10:00")
DESK = tomllib.loads(DESK_TEXT + "\n[[shifts]]\nname = 'Noche'\nweekly = '22:00-06:00'\n")


def read_and_ask(content: bytes) -> None:
    try:
        book = read_book(BookFile("contacts.toml", content))
    except BookError as error:
        assert error.problems
        for each in error.problems:
            assert each.message.format(**dict(each.values))
        return
    board = build(book, NOW)
    assert len(statuses(board, NOW)) == len(book.channels)
    assert len(escalation(board, NOW)) == len(book.escalation)
    for request in board.requests.values():
        assert who(board, request, NOW).request is request
        assert find_request(board, request.id) is request
    assert Index(entries(board)).search("").entries
    assert bool(similar_requests(board, "p1")) is bool(board.requests)


_texts = st.one_of(
    st.text(max_size=12),
    st.text(alphabet="[]{}=\"'.,#\\\n\t-0123456789aeftru:_ ", max_size=60),
    st.sampled_from(["", "24/7", "Mo-Fr 09:00-17:00", "America/Bogota", "+57 601 7442727", "a@b.co", "office"]),
    st.sampled_from(["phone", "level-1", "https://[", "tel:1", "DE-BY", "CO", "unknown", "\u202e", "\x1b[2J", "\ufdd0"]),
)  # fmt: skip

_values = st.recursive(
    st.one_of(
        st.none().map(lambda _: True),
        st.booleans(),
        st.integers(-(2**63), 2**63 - 1),
        st.floats(),
        _texts,
        st.dates(),
        st.datetimes(),
        st.times(),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_texts, inner, max_size=3)),
    max_leaves=6,
)


@settings(max_examples=250)
@given(st.one_of(st.binary(max_size=60), _texts.map(lambda text: text.encode("utf-8", "surrogatepass"))))
@example(b"\xef\xbb\xbf")
@example(b"a=" + b"[" * 20000)
@example(b"a" + b".a" * 3000 + b"=1")
@example(b"[" + b"a." * 3000 + b"a]")
@example(b"a=1e999999\nb=nan\nc=-inf\nd=0x" + b"f" * 5000)
@example(b"a=" + b"9" * 5000)
@example(b'a="\\ud800"')
@example(b'a="\\U00110000"')
@example(b"a=9999-12-31T23:59:59.999999+23:59")
@example(b"a=0000-00-00")
def test_no_text_is_a_traceback(content):
    read_and_ask(content)


@settings(max_examples=250)
@given(st.data())
def test_no_text_in_a_book_is_a_traceback(data):
    start = data.draw(st.integers(0, len(DESK_TEXT)))
    end = data.draw(st.integers(start, min(start + 40, len(DESK_TEXT))))
    text = DESK_TEXT[:start] + data.draw(_texts) + DESK_TEXT[end:]
    read_and_ask(text.encode("utf-8", "surrogatepass"))


def _tables(value, path=()):
    """Yield the path of every value inside a parsed book."""
    if path:
        yield path
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, child in children:
        yield from _tables(child, (*path, key))


PATHS = list(_tables(DESK))


def _copy(value):
    if isinstance(value, dict):
        return {key: _copy(child) for key, child in value.items()}
    return [_copy(child) for child in value] if isinstance(value, list) else value


def _written(value) -> bytes:
    # tomli-w writes what Unicode cannot hold as it is; the reader has to refuse it.
    return tomli_w.dumps(value).encode("utf-8", "surrogatepass")


@settings(max_examples=200)
@given(st.lists(st.tuples(st.sampled_from(PATHS), _values), min_size=1, max_size=3))
def test_no_value_in_a_book_is_a_traceback(changes):
    book = _copy(DESK)
    for path, value in changes:
        table = book
        # A change before may have taken away what this one means to change.
        with suppress(KeyError, IndexError, TypeError, AttributeError):
            for key in path[:-1]:
                table = table[key]
            if isinstance(table, dict) == isinstance(path[-1], str):
                table[path[-1]] = value
    read_and_ask(_written(book))


@settings(max_examples=150)
@given(
    st.dictionaries(
        st.one_of(
            st.sampled_from(["book", "hours", "holidays", "channels", "requests", "escalation", "shifts"]),
            _texts,
        ),
        _values,
        max_size=6,
    )
)
def test_no_parsed_value_is_a_traceback(value):
    read_and_ask(_written(value))


_weekly = st.lists(
    st.sampled_from(
        [
            *(
                "Mo",
                "-",
                "Fr",
                ",",
                ";",
                " ",
                "||",
                "09:00",
                "17:00",
                "24:00",
                "26:00",
                "48:00",
                "+",
                "/",
                "2",
            ),
            *(
                "PH",
                "SH",
                "easter",
                "week",
                "Feb",
                "Dec",
                "29",
                "30",
                "31",
                "2026",
                "9999",
                "1900",
                "[1]",
                ":",
            ),
            *(
                "off",
                "unknown",
                "open",
                "closed",
                '"x"',
                "24/7",
                "sunset",
                "dawn",
                "(",
                ")",
                "+1 day",
                "-1 days",
            ),
            *("é", "٣", "00:00", "+01:00"),
        ]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=400)
@given(
    st.one_of(_weekly, st.lists(_weekly, max_size=4).map("; ".join)),
    st.sampled_from(["unknown", "as Mo", "as Su"]),
)
def test_no_weekly_rule_is_a_traceback(weekly, on_holidays):
    book = _copy(DESK)
    book["hours"]["office"] |= {"weekly": weekly, "on_holidays": on_holidays}
    read_and_ask(_written(book))


@settings(max_examples=100)
@given(st.text(max_size=30))
def test_no_telephone_address_or_link_is_a_traceback(text):
    book = _copy(DESK)
    book["channels"]["phone"]["telephone"] = "+" + text
    book["channels"]["email"]["email"] = f"{text}@{text}"
    book["channels"]["chat"]["url"] = f"https://{text}"
    read_and_ask(_written(book))
