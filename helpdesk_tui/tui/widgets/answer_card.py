"""The answer card: whom to contact for the request that is picked."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from helpdesk_tui.answers.status import Status
from helpdesk_tui.answers.who import Who
from helpdesk_tui.board.board import State
from helpdesk_tui.phrases.contacts import Way, state_pieces, ways
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.widgets.contacts import headline, way_piece
from helpdesk_tui.tui.widgets.lines import GAP, length
from helpdesk_tui.tui.widgets.text import paragraph, wrap

_ROOMY = 56
"""Columns from which labels stand in a column of their own."""


def answer_card(
    picture: Picture, width: int, *, large: bool = False, nobody: str | None = None
) -> Sequence[Line]:
    """The answer card in `width` columns; `nobody` is its headline where no channel is open.

    With `large` the number is shown in large digits too, where the terminal and the width allow it.
    """
    answer = picture.answer
    if answer is None:
        return paragraph(picture.translate("The book has no requests"), width, "dim")
    card = _Card(picture, answer, width)
    if answer.contact is None:
        bar = card.bar(nobody or picture.translate("No channel is open now"), "○", "fill-alert")
        return [*bar, *card.request_note(), *card.messages(), *card.opens(), *card.why()]
    return [
        *card.headline(answer.contact, large and picture.large_digits),
        *card.request_note(),
        *card.why(),
        *card.fallbacks(),
        *card.opens(),
        *card.messages(),
        *card.labelled(picture.translate("Note"), answer.contact.channel.note, "dim"),
    ]


def to_copy(picture: Picture) -> Sequence[str]:
    """The texts that the copy command sends, in turn: the contact's ways, then those of the fallbacks."""
    answer = picture.answer
    if answer is None:
        return ()
    contacts = answer.messages if answer.contact is None else (answer.contact, *answer.fallbacks)
    return [text for each in contacts for way in ways(picture.language, each.channel) for text in way.to_copy]


class _Card:
    """The parts of an answer card of one width."""

    def __init__(self, picture: Picture, answer: Who, width: int) -> None:
        _ = self._translate = picture.translate
        self._picture, self._answer, self._width = picture, answer, width
        labels = (
            _("Why"),
            _("If no answer"),
            _("Opens next"),
            _("Messages"),
            _("Note"),
            _("Also"),
            _("Request"),
        )
        self._roomy = width >= _ROOMY
        self._column = max(map(cell_len, labels)) + 2 if self._roomy else self._indent()

    def headline(self, contact: Status, large: bool) -> Iterator[Line]:
        """The number to call, its channel, and the state of that."""
        phrases = self._picture.phrases
        shape, word = state_pieces(phrases, contact)
        first, *others = ways(self._picture.language, contact.channel)
        name, when = contact.channel.name, phrases.when(contact)
        is_open = contact.state is State.OPEN
        if not is_open:
            text = " · ".join(part for part in (word.text, phrases.comment(contact)) if part)
            yield from self.bar(text, shape.text, "fill-unknown")
        yield from headline(first, self._width, word.role, large=large)
        if self._roomy:
            yield GAP
        if is_open and length([shape, word]) + cell_len(f"  {name} · {when}") <= self._width:
            yield (shape, word, Piece(f"  {name} · {when}", "strong"))
        else:
            yield from paragraph(name, self._width, "strong")
            if is_open:
                begin, *rest = wrap(when, self._width - length([shape, word]) - 2)
                yield (shape, word, Piece(f"  {begin}"))
                yield from ((Piece(line),) for line in rest)
        if on_duty := phrases.on_duty(contact):
            yield from paragraph(on_duty, self._width, "strong")
        lines = [line for way in others for line in self._way(way)]
        yield from self._group(self._translate("Also"), lines)

    def request_note(self) -> list[Line]:
        """The request's note."""
        return self.labelled(self._translate("Request"), self._answer.request.note, "strong")

    def why(self) -> list[Line]:
        """The reason for this contact."""
        return self.labelled(self._translate("Why"), self._picture.phrases.why(self._answer))

    def opens(self) -> list[Line]:
        """The channel that opens next, and when."""
        opens = self._answer.opens
        text = opens and f"{opens.channel.name} · {self._picture.phrases.moment(opens.at)}"
        return self.labelled(self._translate("Opens next"), text)

    def fallbacks(self) -> list[Line]:
        """The fallbacks: how to reach each, its channel and its state."""
        phrases = self._picture.phrases
        lines: list[Line] = []
        for each in self._answer.fallbacks:
            shape, word = state_pieces(phrases, each)
            is_open = each.state is State.OPEN
            state = [shape] if is_open and not each.closing_soon else [shape, word, Piece(" · ", "dim")]
            person = each.duty.person if each.duty else None
            name = f"{each.channel.name} ({person.name})" if person else each.channel.name
            about = f"{name} · {phrases.when(each, brief=True)}" if is_open else name
            click = ("channels", each.channel.id)
            lines += self._way_with(ways(self._picture.language, each.channel)[0], state, about, click)
        return self._group(self._translate("If no answer"), lines)

    def messages(self) -> list[Line]:
        """The channels that take messages, whatever their state."""
        lines = [
            line
            for each in self._answer.messages
            for way in ways(self._picture.language, each.channel)
            for line in self._way_with(way, [], each.channel.name)
        ]
        return self._group(self._translate("Messages"), lines)

    def bar(self, text: str, shape: str, role: str) -> list[Line]:
        """Lines that are filled to their end."""
        lines = [f"   {line}" for line in wrap(text, self._width - 4)]
        lines[0] = f" {shape.strip()} {lines[0].lstrip()}"
        return [(Piece(line + " " * (self._width - cell_len(line)), role),) for line in lines]

    def labelled(self, label: str, text: str | None, role: str = "text") -> list[Line]:
        """Text beside a label; after it, where there is no room for a column of labels."""
        if not text:
            return []
        if self._roomy:
            return self._group(label, paragraph(text, self._room, role))
        first, *rest = wrap(f"{label}: {text}", self._width)
        lead = min(len(label) + 2, len(first))
        begin = (Piece(first[:lead], "dim"), Piece(first[lead:], role))
        return [begin, *((Piece(line, role),) for line in rest)]

    @property
    def _room(self) -> int:
        return self._width - self._column

    def _indent(self) -> int:
        """Cells before what has a label above it: none where a number or an address would be broken."""
        contacts = (*self._answer.fallbacks, *self._answer.messages)
        texts = [way.text for each in contacts for way in ways(self._picture.language, each.channel)]
        return 2 if all(cell_len(text) + 2 <= self._width for text in texts) else 0

    def _group(self, label: str, lines: Sequence[Line]) -> list[Line]:
        """Lines beside a label; below it, where there is no room for a column of labels."""
        if not lines:
            return []
        first = (Piece(f"{label}: ", "dim"), *lines[0])
        rest = [(Piece(" " * self._column, "dim"), *line) for line in lines]
        if self._roomy:
            return [GAP, (Piece(label + " " * (self._column - cell_len(label)), "dim"), *lines[0]), *rest[1:]]
        return [first, *rest[1:]] if length(first) <= self._width else [(Piece(f"{label}:", "dim"),), *rest]

    def _way_with(
        self, way: Way, state: Sequence[Piece], about: str, click: tuple[str, str] | None = None
    ) -> list[Line]:
        """A way with a state and a remark: after it, or below it where the room asks for that."""
        lines = self._way(way)
        if length(lines[-1]) + 3 + length(state) + cell_len(about) <= self._room:
            return [*lines[:-1], (*lines[-1], Piece("   "), *state, Piece(about, "dim", click=click))]
        first, *rest = wrap(about, self._room - length(state))
        margin = Piece(" " * length(state))
        shown = [Piece(line, "dim", click=click) for line in (first, *rest)]
        return [*lines, (*state, shown[0]), *((margin, line) for line in shown[1:])]

    def _way(self, way: Way) -> list[Line]:
        """A way in bold, with what to press or to ask for."""
        lines: list[Line] = [(way_piece(line, "key", way),) for line in wrap(way.text, self._room)]
        beside = " ".join(way.beside)
        if beside and cell_len(way.text) + 2 + cell_len(beside) <= self._room:
            return [(*lines[0], Piece(f"  {beside}", "strong"))]
        return lines + (paragraph(beside, self._room, "strong") if beside else [])
