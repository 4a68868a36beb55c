"""The dashboard: channels, requests and the answer to the one that is picked."""

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content

from helpdesk_tui.board.board import State
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.session.picture import View
from helpdesk_tui.tui.commands import DASHBOARD, bindings
from helpdesk_tui.tui.screens.base import Banner, Foot, Place, Small, Told
from helpdesk_tui.tui.widgets.answer_card import card, copied
from helpdesk_tui.tui.widgets.bars import complaint, head, warned
from helpdesk_tui.tui.widgets.channels import Channels
from helpdesk_tui.tui.widgets.lines import Block, Line, Menu, Piece
from helpdesk_tui.tui.widgets.text import cut

_TALL = 10
"""Lines of the answer from which three of them go to large digits."""


class Dashboard(Place):
    """The screen that is open all day."""

    NAME = DASHBOARD
    BINDINGS = bindings(DASHBOARD, ("more", "page_down", "page_up"))

    def compose(self) -> ComposeResult:
        """The panels, from head to foot."""
        yield Banner(self.view, self.NAME)
        yield Block(id="head")
        yield Block(id="complaint")
        yield Block(id="warned")
        yield Channels(id="channels")
        with Container(id="ask"):
            yield Menu(id="requests")
            yield Block(id="card")
        yield Foot(id="foot")
        yield Told(id="changes")
        yield Small(id="small")

    def show(self, view: View) -> None:
        """Show `view` in every panel."""
        super().show(view)
        self.query_one("#head", Block).draw(lambda width: head(view, width))
        banner = self.query_one("#complaint", Block)
        banner.display = view.error is not None
        banner.draw(lambda width: complaint(view, width))
        rule = self.query_one("#warned", Block)
        rule.display = view.notices.warned is not None
        rule.draw(lambda width: warned(view, width))
        channels = self.query_one(Channels)
        channels.border_title = Content(view.gettext("Channels"))
        channels.border_subtitle = Content(_source(view))
        channels.show(view)
        requests = self.query_one("#requests", Menu)
        requests.border_title = Content(view.gettext("What do you need?"))
        requests.offer(len(view.requests), view.chosen, lambda index, width: _request(view, index, width))
        panel = self.query_one("#card", Block)
        panel.border_title = Content(view.gettext("Contact"))
        panel.set_class(_sure(view), "-sure")
        panel.draw(lambda width: card(view, width, large=panel.scrollable_content_region.height >= _TALL))

    def pick(self, view: View) -> None:
        """Show `view`, which differs in the request that is picked, from the top of its answer."""
        self.query_one("#card", Block).scroll_to(y=0, animate=False, force=True)
        self.show(view)

    def copied(self) -> str | None:
        """What the copy command takes."""
        return copied(self.view)

    def action_more(self) -> None:
        """Next page of the answer, and from its end back to the top."""
        self.query_one("#card", Block).turn_page()

    def action_page_down(self) -> None:
        """Next page of channels."""
        self.query_one(Channels).scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Page of channels before."""
        self.query_one(Channels).scroll_page_up(animate=False)


def _sure(view: View) -> bool:
    answer = view.answer
    return answer is not None and answer.contact is not None and answer.contact.state is State.OPEN


def _source(view: View) -> str:
    path = printable(view.path)
    if view.board.verified is None:
        return path
    return view.gettext("{path} · checked {date}").format(path=path, date=view.board.verified.isoformat())


def _request(view: View, index: int, width: int) -> Line:
    """A line of the request picker: its digit, a mark where it is picked, its name."""
    request = view.requests[index]
    picked = index == view.chosen
    return (
        Piece(f" {request.key or ' '} ", "key"),
        Piece("▸ " if picked else "  ", "key"),
        Piece(cut(request.name, width - 5), "strong" if picked else "text"),
    )
