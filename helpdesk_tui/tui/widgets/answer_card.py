"""The answer: whom to contact for the request that is picked."""

from collections.abc import Sequence

from rich.cells import cell_len

from helpdesk_tui.answers.status import Status
from helpdesk_tui.answers.who import Who
from helpdesk_tui.board.board import State
from helpdesk_tui.phrases.contacts import Way, state_pieces, ways
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.widgets.contacts import headline
from helpdesk_tui.tui.widgets.lines import GAP, length
from helpdesk_tui.tui.widgets.text import wrap

_ROOMY = 56
"""Columns from which labels stand in a column of their own."""


def answer_card(
    picture: Picture, width: int, *, large: bool = False, nobody: str | None = None
) -> Sequence[Line]:
    """The answer card in `width` columns; `nobody` is what it says where nobody attends.

    With `large` the number stands in large digits too, where the terminal and the width take them.
    """
    answer = picture.answer
    if answer is None:
        return [(Piece(line, "dim"),) for line in wrap(picture.translate("The book has no requests"), width)]
    if answer.contact is None:
        return [
            *_bar(nobody or picture.translate("No channel is open now"), "○", "fill-alert", width),
            *_messages(picture, answer, width),
            *_opens(picture, answer, width),
            *_why(picture, answer, width),
        ]
    return [
        *_headline(picture, answer.contact, width, large and picture.large_digits),
        *_why(picture, answer, width),
        *_fallbacks(picture, answer, width),
        *_opens(picture, answer, width),
        *_messages(picture, answer, width),
        *_labelled(picture, picture.translate("Note"), answer.contact.channel.note, width, role="dim"),
    ]


def to_copy(picture: Picture) -> str | None:
    """What the copy command sends: the contact's first way, the message address where nobody attends."""
    answer = picture.answer
    if answer is None:
        return None
    if answer.contact is not None:
        return ways(picture.language, answer.contact.channel)[0].copied
    return next((ways(picture.language, each.channel)[0].copied for each in answer.messages), None)


def _headline(picture: Picture, contact: Status, width: int, large: bool) -> list[Line]:
    """The number to call, whose it is, and how it stands."""
    found: list[Line] = []
    sure = contact.state is State.OPEN
    shape, word = state_pieces(picture.phrases, contact)
    if not sure:
        bar = " · ".join(text for text in (word.text, picture.phrases.comment(contact)) if text)
        found += _bar(bar, shape.text, "fill-unknown", width)
    first, *others = ways(picture.language, contact.channel)
    found += headline(first, width, word.role, large=large)
    if width >= _ROOMY:
        found.append(GAP)
    name = contact.channel.name
    about = f"{name} · {picture.phrases.when(contact)}"
    if sure and cell_len(shape.text + word.text + about) + 2 <= width:
        found.append((shape, word, Piece(f"  {about}", "strong")))
    else:
        found += [(Piece(line, "strong"),) for line in wrap(name, width)]
        if sure:
            when = wrap(picture.phrases.when(contact), width - cell_len(shape.text + word.text) - 2)
            found.append((shape, word, Piece(f"  {when[0]}")))
            found += [(Piece(line),) for line in when[1:]]
    rest = [line for way in others for line in _way(way, _room(picture, width))]
    return found + _group(picture, picture.translate("Also"), rest, width)


def _why(picture: Picture, answer: Who, width: int) -> list[Line]:
    return _labelled(picture, picture.translate("Why"), picture.phrases.why(answer), width)


def _opens(picture: Picture, answer: Who, width: int) -> list[Line]:
    opens = answer.opens
    text = f"{opens.channel.name} · {picture.phrases.moment(opens.at)}" if opens else None
    return _labelled(picture, picture.translate("Opens next"), text, width)


def _fallbacks(picture: Picture, answer: Who, width: int) -> list[Line]:
    """Who comes next: how to reach each, then whose it is and how it stands."""
    lines = []
    for each in answer.fallbacks:
        shape, word = state_pieces(picture.phrases, each)
        tail = [shape]
        if each.state is not State.OPEN or each.closing_soon:
            tail += [word, Piece(" · ", "dim")]
        about = each.channel.name
        if each.state is State.OPEN:
            about += f" · {picture.phrases.when(each, brief=True)}"
        way = ways(picture.language, each.channel)[0]
        lines += _reached(_way(way, _room(picture, width)), tail, about, _room(picture, width))
    return _group(picture, picture.translate("If no answer"), lines, width)


def _messages(picture: Picture, answer: Who, width: int) -> list[Line]:
    """Where to leave a message: whether anyone attends does not matter there."""
    lines: list[Line] = []
    for each in answer.messages:
        for way in ways(picture.language, each.channel):
            room = _room(picture, width)
            lines += _reached(_way(way, room), [], each.channel.name, room)
    return _group(picture, picture.translate("Messages"), lines, width)


def _reached(way: list[Line], tail: list[Piece], about: str, width: int) -> list[Line]:
    """A way with a remark: after it, or under it where the width asks for that."""
    lead = length(tail)
    used = length(way[-1])
    if used + 3 + lead + cell_len(about) <= width:
        return [*way[:-1], (*way[-1], Piece("   "), *tail, Piece(about, "dim"))]
    text = wrap(about, width - lead)
    under: list[Line] = [(Piece(" " * lead), Piece(line, "dim")) for line in text[1:]]
    return [*way, (*tail, Piece(text[0], "dim")), *under]


def _way(way: Way, width: int) -> list[Line]:
    """A way in bold, with what to press or to ask for."""
    lines: list[Line] = [(Piece(line, "key", way.link),) for line in wrap(way.text, width)]
    beside = " ".join(way.beside)
    if beside and cell_len(way.text) + 2 + cell_len(beside) <= width:
        return [(*lines[0], Piece(f"  {beside}", "strong"))]
    return lines + [(Piece(line, "strong"),) for line in wrap(beside, width) if beside]


def _bar(text: str, shape: str, role: str, width: int) -> list[Line]:
    """A line that cannot be overlooked."""
    leads = [f" {shape.strip()} "] + ["   "] * len(text)
    return [
        (Piece(f"{lead}{line}", role), Piece(" " * (width - cell_len(lead + line)), role))
        for lead, line in zip(leads, wrap(text, width - 4), strict=False)
    ]


def _labelled(picture: Picture, label: str, text: str | None, width: int, role: str = "text") -> list[Line]:
    """Text under a label; where there is no room for a column of labels, after it."""
    if not text:
        return []
    if width < _ROOMY:
        first, *rest = wrap(f"{label}: {text}", width)
        lead = min(len(label) + 2, len(first))
        return [
            (Piece(first[:lead], "dim"), Piece(first[lead:], role)),
            *((Piece(line, role),) for line in rest),
        ]
    return _group(picture, label, [(Piece(line, role),) for line in wrap(text, _room(picture, width))], width)


def _group(picture: Picture, label: str, lines: Sequence[Line], width: int) -> list[Line]:
    """Lines under a label: beside it where there is room for a column of labels."""
    if not lines:
        return []
    if width < _ROOMY:
        first = (Piece(f"{label}: ", "dim"), *lines[0])
        if length(first) <= width:
            return [first, *((Piece("  "), *line) for line in lines[1:])]
        return [(Piece(f"{label}:", "dim"),), *((Piece("  "), *line) for line in lines)]
    column = _label_column(picture)
    margins = [label + " " * (column - cell_len(label)), *[" " * column] * (len(lines) - 1)]
    return [GAP, *((Piece(margin, "dim"), *line) for margin, line in zip(margins, lines, strict=True))]


def _label_column(picture: Picture) -> int:
    _ = picture.translate
    labels = (_("Why"), _("If no answer"), _("Opens next"), _("Messages"), _("Note"), _("Also"))
    return max(cell_len(label) for label in labels) + 2


def _room(picture: Picture, width: int) -> int:
    return width - (_label_column(picture) if width >= _ROOMY else 2)
