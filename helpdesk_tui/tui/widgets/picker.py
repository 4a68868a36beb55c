"""The lines of the request picker: each request with its contact at this moment."""

from rich.cells import cell_len

from helpdesk_tui.answers.who import who
from helpdesk_tui.board.board import Request
from helpdesk_tui.phrases.contacts import state_pieces, ways
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.widgets.contacts import number_role
from helpdesk_tui.tui.widgets.lines import length
from helpdesk_tui.tui.widgets.text import cut, fit

_TWO_LINES = range(26, 37)
"""Widths of the column of requests beside an answer, in which name and number do not stand in one line."""

_NAME = 24
"""Cells of a name that a number beside it leaves."""


def item_height(width: int) -> int:
    """The number of lines of a request at this width."""
    return 2 if width in _TWO_LINES else 1


def picker_line(picture: Picture, index: int, width: int) -> Line:
    """A line of the picker: its digit, a mark where it is picked, its state, its name and its contact."""
    height = item_height(width)
    index, below = divmod(index, height)
    request = picture.requests[index]
    shape, *contacts = _contacts(picture, request)
    mark = "▸" if index == picture.picked else " "
    lead = (Piece(f" {request.key or ' '} {mark} ", "key"), shape)
    room = width - length(lead)
    name_role = "strong" if index == picture.picked else "text"
    if height == 2:
        if not below:
            return (*lead, Piece(fit(request.name, room), name_role))
        contact = next((each for each in contacts if length([each]) <= room), Piece(""))
        return (contact._replace(text=fit(" " * length(lead) + contact.text, width)),)
    names = max(cell_len(each.name) for each in picture.requests)
    for contact in contacts:
        name = min(names, room - length([contact]) - 2)
        if name >= min(names, _NAME):
            return (*lead, Piece(f"{fit(request.name, name)}  ", name_role), contact)
    return (*lead, Piece(cut(request.name, room), name_role))


def _contacts(picture: Picture, request: Request) -> list[Piece]:
    """The shape of the answer's state, then its contact in full, with less, and with the number alone."""
    answer = who(picture.board, request, picture.at)
    if answer.contact is None:
        text = picture.translate("closed")
        if answer.opens is not None:
            text = picture.translate("opens {time}", time=picture.phrases.moment(answer.opens.at))
        return [Piece("○ ", "closed"), Piece(text, "dim")]
    channel = answer.contact.channel
    way = ways(picture.language, channel)[0]
    brief = f"{way.text} {' → '.join(channel.menu)}" if way.menu else way.text
    texts = dict.fromkeys([way.in_full, brief, way.text])
    role = number_role(answer.contact)
    return [state_pieces(picture.phrases, answer.contact)[0], *(Piece(text, role) for text in texts)]
