import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk_tui.answers.diff import diff
from helpdesk_tui.answers.differences import Fate, ItemKind
from helpdesk_tui.answers.pairs import in_both, pair_items
from helpdesk_tui.answers.who import who
from helpdesk_tui.phrases.diff import diff_markdown, diff_sections
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.phrases import Phrases
from tests.support import board_of

AT = "2026-11-25T10:00"

BOOK = """
[book]
title = "Desk"
timezone = "America/Bogota"
verified = 2026-11-23

[hours.day]
weekly = "Mo-Fr 08:00-18:00; Sa 08:00-13:00"
[hours.always]
weekly = "24/7"

[channels.phone]
name = "Phone"
hours = "day"
telephone = "+57 601 7442727"
[channels.mobile]
name = "Mobile"
hours = "always"
telephone = "+57 318 7174937"
[channels.chat]
name = "Chat"
hours = "day"
url = "https://example.com/chat"

[requests.p1]
name = "P1"
key = "1"
route = ["phone", "mobile"]
[requests.p2]
name = "P2"
route = ["chat"]

[[escalation]]
name = "Team"
channels = ["phone"]
[[escalation]]
name = "Boss"
telephone = "+57 601 7452141"
extensions = ["1104"]

[[shifts]]
name = "Morning"
weekly = "Mo-Fr 06:00-14:00"
"""


def compared(*changes, book=BOOK):
    """The board of the book, that of the changed one, and what differs."""
    text = book
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    old, at = board_of(book, AT)
    new, _ = board_of(text, AT)
    return old, new, diff(old, new, at)


def told(language, *changes, book=BOOK):
    old, new, result = compared(*changes, book=book)
    phrases = Phrases(Language(language), new, result.start + timedelta(hours=10))
    return [line for section in diff_sections(phrases, old, result) for line in section.lines]


ROWS = [
    pytest.param(
        [('"phone", "mobile"', '"phone"')],
        "P1: from Mobile to nobody, mon–fri 18:00 to 08:00; sat 13:00 to mon 08:00",
        "P1: de Mobile a nadie, lun–vie 18:00 a 08:00; sáb 13:00 a lun 08:00",
        id="nights and weekends",
    ),
    pytest.param(
        [('"phone", "mobile"', '"mobile"')],
        "P1: from Phone to Mobile, mon–fri 08:00 to 18:00; sat 08:00 to 13:00",
        "P1: de Phone a Mobile, lun–vie 08:00 a 18:00; sáb 08:00 a 13:00",
        id="another contact by day",
    ),
    pytest.param(
        [("Sa 08:00-13:00", "Sa 08:00-12:00")],
        "Phone, Chat lose sat 12:00 to 13:00",
        "Phone, Chat pierden sáb 12:00 a 13:00",
        id="hours lost",
    ),
    pytest.param(
        [("Sa 08:00-13:00", "Sa 08:00-13:00; 2026 Dec 24 08:00-12:00")],
        "P2: from Chat to nobody, thu 24 dec 12:00 to 18:00",
        "P2: de Chat a nadie, jue 24 dic 12:00 a 18:00",
        id="one date",
    ),
    pytest.param(
        [("Mo-Fr 08:00-18:00", "Mo-Su 08:00-24:00")],
        "Phone, Chat gain mon–fri 18:00 to 24:00; sun 08:00 to 24:00",
        "Phone, Chat ganan lun–vie 18:00 a 24:00; dom 08:00 a 24:00",
        id="hours gained",
    ),
    pytest.param(
        [('"+57 318 7174937"', '"+57 318 7174938"')],
        "Mobile: telephone: from +573187174937 to +573187174938",
        "Mobile: teléfono: de +573187174937 a +573187174938",
        id="a number",
    ),
    pytest.param(
        [('route = ["chat"]', 'route = ["chat"]\n[[requests.p2.routes]]\nhours = "day"\nroute = ["phone"]')],
        "P2: route while day is open: Phone (new)",
        "P2: ruta mientras day está abierto: Phone (nuevo)",
        id="a route of other hours",
    ),
    pytest.param(
        [("[channels.mobile]", "[channels.cell]"), ('"mobile"', '"cell"')],
        "Mobile: its id was mobile and is cell",
        "Mobile: su id era mobile y ahora es cell",
        id="a renamed id",
    ),
    pytest.param(
        [("[channels.chat]", '[channels.mail]\nname = "Mail"\nemail = "a@example.com"\n[channels.chat]')],
        "Mail is new: e-mail: a@example.com",
        "Nuevo: Mail: correo: a@example.com",
        id="a new channel",
    ),
    pytest.param(
        [('[requests.p2]\nname = "P2"\nroute = ["chat"]\n', "")],
        "P2 is gone: route: Chat",
        "Se quita P2: ruta: Chat",
        id="a request that is gone",
    ),
    pytest.param(
        [("[hours.day]", '[holidays]\n2026-12-24 = "Nochebuena"\n[hours.day]')],
        "thu 24 dec 2026 is a holiday: Nochebuena",
        "jue 24 dic 2026 es festivo: Nochebuena",
        id="a holiday",
    ),
    pytest.param(
        [('extensions = ["1104"]', 'extensions = ["1108"]')],
        "level 2 · Boss: extension: from 1104 to 1108",
        "nivel 2 · Boss: extensión: de 1104 a 1108",
        id="a level's extension",
    ),
    pytest.param(
        [("[[escalation]]\nname = \"Team\"\nchannels = [\"phone\"]\n", "")],
        "level 1 · Boss: it was level 2",
        "nivel 1 · Boss: era el nivel 2",
        id="a level that moves up",
    ),
    pytest.param(
        [("Mo-Fr 06:00-14:00", "Mo-Fr 06:00-13:00")],
        "shift Morning loses mon–fri 13:00 to 14:00",
        "turno Morning pierde lun–vie 13:00 a 14:00",
        id="a shift",
    ),
    pytest.param(
        [('key = "1"', 'key = "1"\nmust_cover = "Mo-Su 08:00-20:00"')],
        "must_cover of P1 gains every day 08:00 to 20:00",
        "must_cover de P1 gana todos los días 08:00 a 20:00",
        id="must_cover",
    ),
    pytest.param(
        [("2026-11-23", "2026-11-25")],
        "Desk: verified: from mon 23 nov 2026 to wed 25 nov 2026",
        "Desk: verificado: de lun 23 nov 2026 a mié 25 nov 2026",
        id="a fact of the book",
    ),
    pytest.param(
        [("America/Bogota", "America/Lima")],
        "The zones differ: America/Bogota and America/Lima; every time here is that of America/Lima",
        "Las zonas horarias son distintas: America/Bogota y America/Lima; aquí todas las horas son las de America/Lima",
        id="the zone",
    ),
    pytest.param(
        [('"Mo-Fr 08:00-18:00; Sa 08:00-13:00"', "'Mo-Fr 08:00-18:00; Sa 08:00-13:00; Su closed \"rest\"'")],
        "Phone, Chat: from closed to closed (rest), sun 00:00 to 24:00",
        "Phone, Chat: de cerrado a cerrado (rest), dom 00:00 a 24:00",
        id="a comment",
    ),
    pytest.param(
        [('weekly = "24/7"', 'weekly = "Mo-Su 00:00-24:00; 2027 Jan 1 off"')],
        "Mobile loses fri 1 jan 2027 00:00 to 24:00",
        "Mobile pierde vie 1 ene 2027 00:00 a 24:00",
        id="a day of another year",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "english", "spanish"), ROWS)
def test_a_change_is_told_by_what_it_means(changes, english, spanish):
    assert english in told("en", *changes)
    assert spanish in told("es", *changes)


def test_other_routes_in_another_order_are_told_as_that():
    routes = [
        f'[[requests.p2.routes]]\nhours = "{hours}"\nroute = ["phone"]\n' for hours in ("day", "always")
    ]
    before, after = (
        BOOK.replace('route = ["chat"]\n', 'route = ["chat"]\n' + "".join(order))
        for order in (routes, reversed(routes))
    )
    assert "P2: order of the other routes: from day → always to always → day" in told(
        "en", (before, after), book=before
    )


def test_a_renamed_channel_changes_no_answer_and_no_route():
    _, _, result = compared(("[channels.mobile]", "[channels.cell]"), ('"mobile"', '"cell"'))
    assert [(each.fate, each.former, each.item.id) for each in result.items] == [
        (Fate.RENAMED, "mobile", "cell")
    ]
    assert (result.answers, result.hours) == ((), ())


def test_channels_of_one_name_are_told_apart_by_their_numbers():
    changes = [("[channels.mobile]", "[channels.cell]"), ('"mobile"', '"cell"'), ("7174937", "7174938")]
    lines = told("en", *changes)
    assert "P1: route: from phone → mobile to phone → cell" in lines
    assert any("from Mobile (+57 318 7174937) to Mobile (+57 318 7174938)" in line for line in lines), lines


def test_hours_and_comments_on_the_other_holidays_are_not_told_for_a_new_name_of_one():
    header = 'timezone = "America/Bogota"\ncountry = "CO"\n[holidays]\n12-08 = "Velitas"'
    book = BOOK.replace('timezone = "America/Bogota"', 'timezone = "America/Bogota"\ncountry = "CO"')
    text = BOOK.replace("verified = 2026-11-23\n", "").replace('timezone = "America/Bogota"', header)
    old, at = board_of(book.replace("verified = 2026-11-23\n", ""), AT)
    new, _ = board_of(text, AT)
    result = diff(old, new, at)
    assert {each.after for each in result.holidays} == {"Immaculate Conception, Velitas"}
    assert (result.answers, result.items, result.hours) == ((), (), ())


def test_the_order_of_channels_and_requests_is_told():
    first, second = (
        '[requests.p1]\nname = "P1"\nkey = "1"\nroute = ["phone", "mobile"]\n',
        '[requests.p2]\nname = "P2"\nroute = ["chat"]\n',
    )
    _, _, result = compared((first + second, second + first))
    assert result.reordered == (ItemKind.REQUEST,)
    assert not result.same


def test_nothing_of_a_book_is_markup_in_markdown():
    old, new, result = compared(('name = "Chat"', 'name = "*Chat* <b> [x](y) &amp;"'))
    text = "\n".join(diff_markdown(Phrases(Language("en"), new, result.start), old, result))
    assert r"\*Chat\* \<b\> \[x\](y) \&amp;" in text


WEEKLY = st.sampled_from([
    "24/7", "Mo-Fr 08:00-18:00", "Mo-Fr 08:00-18:00; Sa 08:00-13:00", "Mo-Su 22:00-06:00", "Sa,Su 10:00-14:00",
    "Mo-Fr 08:00-12:00,14:00-18:00", "Mo-Fr 08:00-18:00; 2026 Dec 07 off", 'Mo-Fr 18:00-20:00 unknown "ask"',
])  # fmt: skip
IDS = ("a", "b", "c", "d")


@st.composite
def books(draw):
    ids = draw(st.lists(st.sampled_from(IDS), min_size=2, max_size=3, unique=True))
    text = [
        "[book]",
        "title = 'Desk'",
        f"timezone = '{draw(st.sampled_from(['America/Bogota', 'Europe/Madrid']))}'",
    ]
    text += [
        f"closing_soon = {draw(st.sampled_from([30, 45]))}",
        f"country = '{draw(st.sampled_from(['CO', 'ES']))}'",
    ]
    for id in ids:
        text += [
            f"[hours.h{id}]",
            f"weekly = '{draw(WEEKLY)}'",
            f"on_holidays = '{draw(st.sampled_from(['open', 'closed', 'unknown']))}'",
        ]
    for id in ids:
        text += [
            f"[channels.{id}]",
            f"name = 'Channel {id}'",
            f"email = '{draw(st.sampled_from(['x', 'y']))}@example.com'",
        ]
        text += [f"hours = 'h{id}'"] if draw(st.booleans()) else []
    for id in draw(st.lists(st.sampled_from(["p", "q"]), min_size=1, unique=True)):
        route = draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
        text += [f"[requests.{id}]", f"name = 'Request {id}'", f"route = {route}"]
        for hours in draw(st.lists(st.sampled_from(ids), max_size=2)):
            route = draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
            text += [f"[[requests.{id}.routes]]", f"hours = 'h{hours}'", f"route = {route}"]
    return "\n".join(text)


@st.composite
def two_books(draw):
    """Two books: unlike ones, or two that share all but the hours of some channels."""
    one = draw(books())
    if draw(st.booleans()):
        return one, draw(books())
    return one, re.sub(
        "(?<=weekly = ').*(?=')",
        lambda found: draw(st.sampled_from([found[0], "24/7", "Mo 09:00-10:00"])),
        one,
    )


@given(books())
@settings(max_examples=20)
def test_a_book_does_not_differ_from_itself(text):
    board, at = board_of(text, AT)
    assert diff(board, board, at).same


@given(two_books())
@settings(max_examples=30)
def test_books_differ_exactly_where_their_boards_do(two):
    one, other = two
    (old, at), (new, _) = board_of(one, AT), board_of(other, AT)
    at = at.replace(hour=15)
    result = diff(old, new, at)
    # The hours of a route are no fact: what they choose shows in the answers.
    assert result.same == (_facts(old) == _facts(new) and not result.answers)


def _facts(board):
    """All that answers come from; the names of timetables and the order of dictionaries' entries apart."""
    facts = board._asdict()
    facts["channels"] = [
        (each._replace(hours=None), board.timetables.get(each.hours)) for each in board.channels.values()
    ]
    facts["requests"] = list(board.requests.values())
    del facts["timetables"]
    return facts


@given(two_books(), st.integers(0, 51))
@settings(max_examples=20)
def test_the_periods_of_changed_answers_are_those_that_asking_whenever_a_state_changes_gives(two, week):
    one, other = two
    (old, at), (new, _) = board_of(one, AT), board_of(other, AT)
    result = diff(old, new, at)
    renamed = in_both(pair_items(old, new)[ItemKind.CHANNEL])
    start = result.start + timedelta(weeks=week)
    timetables = [*old.timetables.values(), *new.timetables.values()]
    edges = {datetime.fromtimestamp(each, UTC) for timetable in timetables for each in timetable.starts}
    for id in set(old.requests) & set(new.requests):
        changes = [each for each in result.answers if id in [request.id for request in each.requests]]
        bounds = {bound for each in changes for period in each.times.periods for bound in period}
        for moment in asked(edges | bounds, start, start + timedelta(weeks=1)):
            before, after = _contact(old, id, moment), _contact(new, id, moment)
            same = (renamed.get(before[0]) if before[0] else None, before[1]) == after
            said = [
                ((each.before.channel and each.before.channel.id, each.before.state),
                 (each.after.channel and each.after.channel.id, each.after.state))
                for each in changes
                for period in each.times.periods
                if period.start <= moment < period.end
            ]  # fmt: skip
            assert said == ([] if same else [(before, after)]), moment


def asked(edges, start, end):
    """The two ends of a stretch of time, each edge within it, and the middle between each two of these."""
    moments = sorted({start, end, *(edge for edge in edges if start < edge < end)})
    return moments + [before + (after - before) / 2 for before, after in pairwise(moments)]


def _contact(board, id, at):
    contact = who(board, board.requests[id], at).contact
    return (None, "closed") if contact is None else (contact.channel.id, contact.state)


def test_a_night_that_the_window_cuts_is_told_whole():
    _, _, result = compared(('"phone", "mobile"', '"phone"'))
    assert result.start == datetime(2026, 11, 25, 5, tzinfo=UTC)
    first = min(period.start for each in result.answers for period in each.times.periods)
    assert first == datetime(2026, 11, 24, 23, tzinfo=UTC)
