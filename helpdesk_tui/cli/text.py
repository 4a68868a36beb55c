"""Answers as lines of text, made for reading: the contact first."""

from collections.abc import Iterator

from helpdesk_tui.answers.contact import Contact
from helpdesk_tui.answers.escalation import Step
from helpdesk_tui.answers.who import Who
from helpdesk_tui.board.board import State
from helpdesk_tui.cli.output import Line, Piece, cells
from helpdesk_tui.words.sentences import Speaker, mark, ways

_STYLES = {State.OPEN: "green", State.CLOSED: "dim", State.UNKNOWN: "yellow"}


def status(speaker: Speaker, contacts: tuple[Contact, ...], columns: int | None) -> Iterator[Line]:
    """A line a channel: its mark, name, state and when that changes; two where `columns` is narrow."""
    rows = [(each, each.channel.name, speaker.state(each), speaker.when(each)) for each in contacts]
    names = max((cells(name) for _, name, _, _ in rows), default=0)
    states = max((cells(state) for _, _, state, _ in rows), default=0)
    longest = max((cells(when) for _, _, _, when in rows), default=0)
    narrow = columns is not None and columns < 2 + names + 2 + states + 2 + longest
    for each, name, state, when in rows:
        head = Piece(f"{mark(each)} ", _style(each))
        if narrow:
            yield (head, Piece(name, "bold"))
            yield (Piece("  "), Piece(state, _style(each)), Piece(f" · {when}"))
        else:
            gap = Piece(" " * (names - cells(name) + 2))
            padding = " " * (states - cells(state) + 2)
            yield (head, Piece(name, "bold"), gap, Piece(state, _style(each)), Piece(padding + when))


def who(speaker: Speaker, answer: Who) -> Iterator[Line]:
    """The contact on the first lines, then its state, why, and who comes next."""
    _ = speaker.words.gettext
    if answer.contact is None:
        yield (Piece(_("Nobody is open now"), "bold red"), Piece(f" · {answer.request.name}"))
    else:
        unconfirmed = answer.contact.state is State.UNKNOWN
        doubt = _("unconfirmed")
        for way in ways(speaker.words, answer.contact.channel):
            yield (Piece(way, "bold"), *((Piece(" · "), Piece(doubt, "yellow")) if unconfirmed else ()))
        yield _contact(speaker, answer.contact)
    yield (Piece(speaker.why(answer)),)
    if answer.contact is not None and answer.contact.channel.note:
        yield (Piece(answer.contact.channel.note, "dim"),)
    next_one, messages = _("If nobody answers:"), _("Takes messages:")
    for fallback in answer.fallbacks:
        yield (Piece(next_one), Piece(" "), *_ways(speaker, fallback))
    for channel in answer.messages:
        yield (Piece(messages), Piece(" "), *_ways(speaker, channel))
    if answer.opens is not None:
        yield (Piece(speaker.opening(answer.opens)),)


def escalation(speaker: Speaker, steps: tuple[Step, ...]) -> Iterator[Line]:
    """The levels in order, each with its state and its contacts."""
    for step in steps:
        yield (
            Piece(f"{step.number}  ", "bold"),
            Piece(step.name, "bold"),
            Piece(" · "),
            Piece(speaker.state(step.best), _style(step.best)),
            Piece(f" · {speaker.when(step.best)}"),
        )
        for contact in step.contacts:
            for way in ways(speaker.words, contact.channel):
                name = f" · {contact.channel.name}" if contact.channel.name != step.name else ""
                yield (Piece("   "), Piece(way, "bold"), Piece(name))


def _contact(speaker: Speaker, contact: Contact) -> Line:
    return (
        Piece(f"{mark(contact)} ", _style(contact)),
        Piece(contact.channel.name),
        Piece(" · "),
        Piece(speaker.state(contact), _style(contact)),
        Piece(f" · {speaker.when(contact)}"),
    )


def _ways(speaker: Speaker, contact: Contact) -> Line:
    return (
        Piece(" · ".join(ways(speaker.words, contact.channel)), "bold"),
        Piece(f" · {contact.channel.name} · "),
        Piece(speaker.state(contact), _style(contact)),
    )


def _style(contact: Contact) -> str:
    return "yellow" if contact.closing_soon else _STYLES[contact.state]
