"""Answers as lines of text: parts with dots between them, wrapped so that no number or address is cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from helpdesk_tui.answers.status import Status
from helpdesk_tui.answers.who import Who
from helpdesk_tui.board.board import Channel, State
from helpdesk_tui.cli.output import cells
from helpdesk_tui.phrases.contacts import state_pieces, ways
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Phrases

if TYPE_CHECKING:
    from helpdesk_tui.answers.escalation import Step  # a look-up for a request does without it

DOT = " · "


def who_lines(phrases: Phrases, answer: Who, columns: int | None) -> Iterator[Line]:
    """Yield the ways to reach the contact, its state, the reason for it, the notes, and the next contacts."""
    _ = phrases.language.translate
    contact = answer.contact
    if contact is None:
        yield from row(columns, Piece(_("No channel is open now"), "alert"), Piece(answer.request.name))
    else:
        shape, state = state_pieces(phrases, contact)
        doubt = [state] if contact.state is State.UNKNOWN else []
        yield from way_lines(phrases, contact.channel, columns, *doubt)
        name = Piece(shape.text + contact.channel.name)
        yield from row(columns, name, state, Piece(phrases.when(contact)))
        yield from _on_duty(phrases, contact)
    yield (Piece(phrases.why(answer)),)
    if answer.request.note:
        yield (Piece(answer.request.note, "strong"),)
    if contact is not None and contact.channel.note:
        yield (Piece(contact.channel.note, "dim"),)
    groups = ((_("If nobody answers:"), answer.fallbacks), (_("To leave a message:"), answer.messages))
    for title, contacts in groups:
        if contacts:
            yield (Piece(title),)
        for each in contacts:
            about = Piece(each.channel.name), state_pieces(phrases, each)[1]
            yield from way_lines(phrases, each.channel, columns, *about, indent="  ")
            yield from _on_duty(phrases, each, indent="  ")
    if answer.opens is not None:
        yield (Piece(phrases.opening(answer.opens)),)


def status_lines(phrases: Phrases, contacts: Iterable[Status], columns: int | None) -> Iterator[Line]:
    """Yield a line for each channel, or two where `columns` is narrow, and below it who is on duty."""
    contacts = list(contacts)
    rows = [(*state_pieces(phrases, each), each.channel.name, phrases.when(each)) for each in contacts]
    states = max((cells(state.text) for _, state, _, _ in rows), default=0)
    names = max((cells(name) for _, _, name, _ in rows), default=0)
    times = max((cells(when) for _, _, _, when in rows), default=0)
    narrow = columns is not None and columns < 2 + names + 2 + states + 2 + times
    for contact, (shape, state, name, when) in zip(contacts, rows, strict=True):
        if narrow:
            yield shape, Piece(name, "strong")
            yield Piece("  "), state, Piece(DOT + when)
        else:
            after_name, after_state = " " * (names - cells(name) + 2), " " * (states - cells(state.text) + 2)
            yield shape, Piece(name, "strong"), Piece(after_name), state, Piece(after_state + when)
        yield from _on_duty(phrases, contact, indent="  ")


def escalation_lines(phrases: Phrases, steps: tuple[Step, ...], columns: int | None) -> Iterator[Line]:
    """Yield the levels in order, each with its state and contacts."""
    if not steps:
        yield (Piece(phrases.language.translate("The book has no escalation levels")),)
    for step in steps:
        name, state = Piece(f"{step.number} {step.name}", "strong"), state_pieces(phrases, step.status)[1]
        yield from row(columns, name, state, Piece(phrases.when(step.status)))
        for each in step.contacts:
            about = [] if step.own else [Piece(each.channel.name), state_pieces(phrases, each)[1]]
            reason = phrases.comment(each)
            if not step.own and reason and reason != phrases.comment(step.status):
                about.append(Piece(reason))
            yield from way_lines(phrases, each.channel, columns, *about, indent="  ")
            yield from _on_duty(phrases, each, indent="  ")


def _on_duty(phrases: Phrases, contact: Status, indent: str = "") -> Iterator[Line]:
    if text := phrases.on_duty(contact):
        yield (Piece(f"{indent}{text}"),)


def way_lines(
    phrases: Phrases, channel: Channel, columns: int | None, *about: Piece, indent: str = ""
) -> Iterator[Line]:
    """Yield a row for each way to reach the channel, followed by `about`."""
    for way in ways(phrases.language, channel):
        yield from row(columns, Piece(way.in_full, "strong"), *about, indent=indent)


def row(columns: int | None, *parts: Piece, indent: str = "") -> Iterator[Line]:
    """Yield the parts with dots between them; a part that does not fit begins a new line.

    A part that does not fit with its indent loses it, so that most numbers and addresses stay whole.
    """
    line: list[Piece] = []
    used = 0
    for part in parts:
        width = cells(part.text)
        if line and columns is not None and used + len(DOT) + width > columns:
            yield line
            line, used = [], 0
        before = DOT if line else indent
        if not line and columns is not None and len(indent) + width > columns:
            before = ""
        line += [Piece(before), part]
        used += len(before) + width
    yield line
