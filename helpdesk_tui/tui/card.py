"""The answer: whom to contact for the request that is picked."""

from collections.abc import Sequence

from rich.cells import cell_len

from helpdesk_tui.answers.contact import Contact
from helpdesk_tui.answers.who import Who
from helpdesk_tui.board.board import State
from helpdesk_tui.tui.contacts import Way, large, state, ways
from helpdesk_tui.tui.lines import GAP, Line, Piece
from helpdesk_tui.tui.text import wrap
from helpdesk_tui.tui.view import View

_ROOMY = 46
"""Columns from which labels stand in a column of their own."""


def card(view: View, width: int) -> Sequence[Line]:
    """The answer card in `width` columns."""
    answer = view.answer
    if answer is None:
        return [(Piece(line, "dim"),) for line in wrap(view.gettext("The book has no requests"), width)]
    found: list[Line] = [*_headline(view, answer, width)]
    why = [(Piece(line),) for line in wrap(view.speaker.why(answer), _room(view, width))]
    found += labelled(view, view.gettext("Why"), why, width)
    if answer.fallbacks:
        fallbacks = [line for each in answer.fallbacks for line in _reached(view, each, _room(view, width))]
        found += labelled(view, view.gettext("If no answer"), fallbacks, width)
    if answer.opens is not None:
        opens = [(Piece(line),) for line in wrap(view.speaker.opening(answer.opens), _room(view, width))]
        found += labelled(view, view.gettext("Opens next"), opens, width)
    messages = [
        line
        for each in answer.messages
        if answer.contact is None or each.channel != answer.contact.channel
        for line in _reached(view, each, _room(view, width), mail_first=True)
    ]
    if messages:
        found += labelled(view, view.gettext("Messages"), messages, width)
    if answer.contact is not None and answer.contact.channel.note:
        note = [(Piece(line, "dim"),) for line in wrap(answer.contact.channel.note, _room(view, width))]
        found += labelled(view, view.gettext("Note"), note, width)
    return found


def copied(view: View) -> str | None:
    """What is copied: the contact's first way, the message address where nobody attends."""
    answer = view.answer
    if answer is None:
        return None
    if answer.contact is not None:
        return ways(view.words, answer.contact.channel)[0].copied
    for each in answer.messages:
        return _message_way(view, each).copied
    return None


def labelled(view: View, label: str, lines: Sequence[Line], width: int) -> list[Line]:
    """Lines under a label: beside it where there is room, else after it."""
    if width >= _ROOMY:
        column = _label_column(view)
        margins = [f"{label}{' ' * (column - cell_len(label))}", *[" " * column] * (len(lines) - 1)]
        return [(Piece(margin, "dim"), *line) for margin, line in zip(margins, lines, strict=True)]
    return [(Piece(label, "dim"),), *((Piece("  "), *line) for line in lines)]


def _label_column(view: View) -> int:
    _ = view.gettext
    labels = (_("Why"), _("If no answer"), _("Opens next"), _("Messages"), _("Note"), _("Also"))
    return max(cell_len(label) for label in labels) + 2


def _room(view: View, width: int) -> int:
    return width - (_label_column(view) if width >= _ROOMY else 2)


def _headline(view: View, answer: Who, width: int) -> list[Line]:
    """The number to call, whose it is, and how it stands."""
    contact = answer.contact
    if contact is None:
        return [*_bar(view.gettext("Nobody is open now"), "○", "fill-alert", width)]
    found: list[Line] = []
    sure = contact.state is State.OPEN
    if not sure:
        words = [view.speaker.state(contact), view.speaker.comment(contact) or ""]
        found += _bar(" · ".join(word for word in words if word), "?", "fill-unknown", width)
    first, *others = ways(view.words, contact.channel)
    found += large(first, width, "number" if sure else "unknown")
    if width >= _ROOMY:
        found.append(GAP)
    about = f"{contact.channel.name} · {view.speaker.when(contact)}"
    shape, word = state(view, contact)
    if not sure:
        found += [(Piece(line, "strong"),) for line in wrap(contact.channel.name, width)]
    elif cell_len(shape.text + word.text + about) + 2 <= width:
        found.append((shape, word, Piece(f"  {about}", "strong")))
    else:
        found += [(Piece(line, "strong"),) for line in wrap(contact.channel.name, width)]
        when = wrap(view.speaker.when(contact), width - cell_len(shape.text + word.text) - 2)
        found.append((shape, word, Piece(f"  {when[0]}")))
        found += [(Piece(line),) for line in when[1:]]
    if others:
        rest = [line for way in others for line in _way(way, _room(view, width))]
        found += labelled(view, view.gettext("Also"), rest, width)
    return found


def _bar(text: str, shape: str, role: str, width: int) -> list[Line]:
    lines = wrap(text, width - 4)
    return [
        (Piece(f" {shape if not index else ' '} {line}".ljust(width), role),)
        for index, line in enumerate(lines)
    ]


def _reached(view: View, contact: Contact, width: int, *, mail_first: bool = False) -> list[Line]:
    """A contact in a few lines: how to reach it, then whose it is and how it stands."""
    way = _message_way(view, contact) if mail_first else ways(view.words, contact.channel)[0]
    lines = _way(way, width)
    about = f"{contact.channel.name} · {view.speaker.when(contact)}"
    shape, word = state(view, contact)
    if contact.state is State.OPEN and not contact.closing_soon:
        word = Piece("")
    tail: tuple[Piece, ...] = (shape, word, Piece(" " if word.text else ""))
    lead = sum(cell_len(piece.text) for piece in tail)
    used = sum(cell_len(piece.text) for piece in lines[-1])
    if used + 3 + lead + cell_len(about) <= width:
        return [*lines[:-1], (*lines[-1], Piece("   "), *tail, Piece(about, "dim"))]
    text = wrap(about, width - lead)
    return [
        *lines,
        (*tail, Piece(text[0], "dim")),
        *((Piece(" " * lead), Piece(line, "dim")) for line in text[1:]),
    ]


def _way(way: Way, width: int) -> list[Line]:
    lines: list[Line] = [(Piece(line, "key", way.link),) for line in wrap(way.text, width)]
    if way.beside:
        beside = " ".join(way.beside)
        if cell_len(way.text) + 2 + cell_len(beside) <= width:
            return [(*lines[0], Piece(f"  {beside}", "strong"))]
        lines += [(Piece(line, "strong"),) for line in wrap(beside, width)]
    return lines


def _message_way(view: View, contact: Contact) -> Way:
    """Where to leave a message: in writing where that is possible."""
    found = ways(view.words, contact.channel)
    return next((way for way in found if not way.telephone), found[0])
