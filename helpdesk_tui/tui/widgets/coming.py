"""Lines of the dashboard: the next changes of the channels, and the escalation levels in brief."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from helpdesk_tui.answers.escalation import escalation
from helpdesk_tui.phrases.changes import change_time, sentences
from helpdesk_tui.phrases.contacts import state_pieces, ways
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.widgets.contacts import number_role, way_piece
from helpdesk_tui.tui.widgets.lines import length
from helpdesk_tui.tui.widgets.text import cut, fit, hanging

_BESIDE = 18
"""Columns that a sentence needs to stand beside its time."""

_ROOMY = 30
"""Columns of the sentences from which all of them begin in one column."""


def change_lines(picture: Picture, width: int, height: int) -> Sequence[Line]:
    """The next changes, as many as `height` holds.

    The first says how long it is until then: only its line changes each minute.
    """
    lines: list[Line] = []
    changes = picture.notices.changes[:height]
    times = [change_time(picture.phrases, each.at) for each in changes]
    column = max((cell_len(time) for time, _ in times), default=0) + 2
    for index, (each, (time, left)) in enumerate(zip(changes, times, strict=True)):
        text = " · ".join(sentences(picture.phrases, each))
        lead = column if width - column >= _ROOMY else cell_len(time) + 2
        item = list(_item(time, lead, f"{text} · {left}" if index == 0 else text, width))
        if lines and len(lines) + len(item) > height:
            break
        lines += item
    return lines


def _item(time: str, lead: int, text: str, width: int) -> Iterator[Line]:
    """A text beside its time, from column `lead` on; below it, where the room asks for that."""
    if width - lead >= _BESIDE:
        yield from hanging(Piece(fit(time, lead), "strong"), text, width)
    else:
        yield (Piece(cut(time, width), "strong"),)
        yield from hanging(Piece("  "), text, width)


def level_lines(picture: Picture, width: int) -> Sequence[Line]:
    """Each escalation level with its best contact: in a line, or in two where the room asks for that."""
    lines: list[Line] = []
    for step in escalation(picture.board, picture.at):
        contact = step.contacts[0]
        way = ways(picture.language, contact.channel)[0]
        click = ("escalate", str(step.number))
        name = Piece(f"{step.number} {step.name}", "text", click=click)
        shape = state_pieces(picture.phrases, contact)[0]
        number: Line = (
            shape,
            way_piece(way.text, number_role(contact), way),
            Piece(way.in_full[len(way.text) :]),
        )
        if (room := width - length([name]) - length(number)) >= 2:
            lines.append((name, Piece(" " * room), *number))
        else:
            lines += [(name._replace(text=cut(name.text, width)),), (Piece("  "), *number)]
    return lines
