"""What is said of channels that changed, and of rules that are broken."""

from datetime import timedelta

import pytest

from helpdesk_tui.answers.coverage import Period
from helpdesk_tui.answers.rules import FirstBreach, first_breach
from helpdesk_tui.answers.status import statuses
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.notifications import format_changes, format_warning
from helpdesk_tui.phrases.phrases import Phrases
from tests.support import board_of, one_channel

CLOSED_ON_HOLIDAYS = one_channel(
    "Mo-Fr 08:00-18:00", header="country = 'CO'\nlanguage = 'es'", on_holidays="closed"
)
UNKNOWN_ON_HOLIDAYS = CLOSED_ON_HOLIDAYS.replace("'closed'", "'unknown'")


def change(text, at, language="en"):
    """The notification of the only channel of this book at a time of Bogotá."""
    board, now = board_of(text, at)
    (notification,) = format_changes(Phrases(Language(language), board, now), statuses(board, now))
    return notification


@pytest.mark.parametrize(
    ("at", "english", "spanish"),
    [
        pytest.param("2026-11-23T08:00", "Desk opened; closes 18:00", "Desk: abierto; cierra 18:00", id="opened"),
        pytest.param("2026-11-23T17:40", "Desk closes at 18:00 (20 min)", "Desk: cierra 18:00 (20 min)", id="closes soon"),
        pytest.param("2026-11-23T18:00", "Desk closed; opens tomorrow 08:00", "Desk: cerrado; abre mañana 08:00", id="closed"),
        pytest.param("2026-12-08T08:00", "Desk closed; opens tomorrow 08:00 (Immaculate Conception)",
                     "Desk: cerrado; abre mañana 08:00 (La Inmaculada Concepción)", id="closed on a holiday"),
    ],
)  # fmt: skip
def test_a_channel_that_changed_gets_a_sentence(at, english, spanish):
    assert change(CLOSED_ON_HOLIDAYS, at) == english
    assert change(CLOSED_ON_HOLIDAYS, at, "es") == spanish


def test_what_is_not_known_is_a_sentence_of_its_own():
    assert change(UNKNOWN_ON_HOLIDAYS, "2026-12-08T09:00") == (
        "It is not known whether Desk is open on this holiday: Immaculate Conception"
    )
    assert change(UNKNOWN_ON_HOLIDAYS, "2026-12-08T09:00", "es") == (
        "No se sabe si Desk atiende en este festivo: La Inmaculada Concepción"
    )
    assert (
        change(one_channel(None), "2026-11-23T09:00")
        == "It is not known whether Desk is open: hours not published"
    )


def test_more_than_three_channels_are_counted():
    board, now = board_of(CLOSED_ON_HOLIDAYS, "2026-11-23T08:00")
    (contact,) = statuses(board, now)
    phrases = Phrases(Language("en"), board, now)
    assert format_changes(phrases, [contact] * 4) == ["4 channels opened"]
    assert len(format_changes(phrases, [contact] * 3)) == 3


def test_a_channel_that_closes_soon_is_not_counted_as_one_that_opened():
    board, now = board_of(CLOSED_ON_HOLIDAYS, "2026-11-23T17:40")
    (contact,) = statuses(board, now)
    assert format_changes(Phrases(Language("en"), board, now), [contact] * 4) == ["4 channels close soon"]


def test_channels_that_are_soon_unconfirmed_are_not_counted_as_ones_that_close():
    board, now = board_of(one_channel("24/7", header="country = 'CO'\nlanguage = 'es'"), "2026-12-07T23:40")
    (contact,) = statuses(board, now)
    assert format_changes(Phrases(Language("en"), board, now), [contact] * 4) == [
        "4 channels are soon unconfirmed"
    ]
    assert format_changes(Phrases(Language("es"), board, now), [contact] * 4) == [
        "4 canales quedarán sin confirmar"
    ]


@pytest.mark.parametrize(
    ("at", "language", "shortest"),
    [
        pytest.param("2026-12-08T10:00", "en", ["Help: unconfirmed until tomorrow 00:00", "Help: unconfirmed"], id="now"),
        pytest.param("2026-12-07T10:00", "en", ["Help: unconfirmed from tomorrow 00:00 on", "Help: unconfirmed"], id="later"),
        pytest.param("2026-12-08T10:00", "es", ["Help: sin confirmar hasta mañana 00:00", "Help: sin confirmar"], id="in Spanish"),
        pytest.param("2026-12-07T10:00", "es", ["Help: sin confirmar desde mañana 00:00", "Help: sin confirmar"], id="later, in Spanish"),
    ],
)  # fmt: skip
def test_a_broken_rule_without_a_channel_known_to_be_closed_is_unconfirmed(at, language, shortest):
    text = one_channel("24/7", header="country = 'CO'\nlanguage = 'es'") + "must_cover = '24/7'\n"
    board, now = board_of(text, at)
    assert format_warning(Phrases(Language(language), board, now), first_breach(board, now))[-2:] == shortest


def test_a_broken_rule_that_is_unstaffed_for_a_part_is_unstaffed():
    text = UNKNOWN_ON_HOLIDAYS + "must_cover = 'Tu 07:00-18:00'\n"
    board, now = board_of(text, "2026-12-08T06:00")
    texts = format_warning(Phrases(Language("en"), board, now), first_breach(board, now))
    assert texts[-1] == "Help: unstaffed"


@pytest.mark.parametrize(
    ("ahead", "open_end", "longest", "shortest"),
    [
        pytest.param(2, False, "Help must be covered, but no channel is known to be open from mon 12:00 to mon 13:00 (1 h)", "Help: unstaffed", id="later"),
        pytest.param(2, True, "Help: no channel is known to be open from 12:00 on", "Help: unstaffed", id="later, with no end in sight"),
        pytest.param(0, False, "Help: no channel is known to be open until 11:00", "Help: unstaffed", id="now"),
        pytest.param(0, True, "Help: unstaffed", "Help: unstaffed", id="now, with no end in sight"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_told_in_sentences_of_several_lengths(ahead, open_end, longest, shortest):
    board, now = board_of(CLOSED_ON_HOLIDAYS, "2026-11-23T10:00")
    period = Period(now + timedelta(hours=ahead), now + timedelta(hours=ahead + 1))
    breach = FirstBreach(board.requests["help"], period, open_end, unconfirmed=False, more=0)
    texts = format_warning(Phrases(Language("en"), board, now), breach)
    assert (texts[0], texts[-1]) == (longest, shortest)
    assert texts == sorted(texts, key=len, reverse=True)
