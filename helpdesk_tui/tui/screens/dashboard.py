"""The dashboard: channels, requests and the answer to the one that is picked."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container

from helpdesk_tui.phrases.lines import Line
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import DASHBOARD
from helpdesk_tui.tui.screens.base import BaseScreen, set_titles
from helpdesk_tui.tui.widgets.answer_card import answer_card, to_copy
from helpdesk_tui.tui.widgets.channels import Channels
from helpdesk_tui.tui.widgets.coming import change_lines, level_lines
from helpdesk_tui.tui.widgets.header import Header, broken_rule, complaint
from helpdesk_tui.tui.widgets.lines import Block, Menu
from helpdesk_tui.tui.widgets.picker import item_height, picker_line

_TALL = 10
"""Lines of the answer from which three of them go to large digits."""


class Dashboard(BaseScreen):
    """The screen that is open all day."""

    NAME = DASHBOARD

    def body(self) -> ComposeResult:
        """The panels, from head to foot."""
        yield Header(id="head")
        yield Channels(self.picture, id="channels")
        with Container(id="ask"):
            with Container(id="left"):
                yield Menu(id="requests")
                yield Block(id="changes")
            with Container(id="right"):
                with Container(id="card"):
                    yield Block(id="answer")
                yield Block(id="levels")
        yield Block(id="foot")

    def show(self, picture: Picture) -> None:
        """Show `picture` in every panel."""
        super().show(picture)
        self.query_one(Header).show(picture)
        channels = self.query_one(Channels)
        set_titles(channels, picture.translate("Channels"), _source(picture))
        channels.show(picture)
        requests = self.query_one("#requests", Menu)
        set_titles(requests, picture.translate("What do you need?"))
        requests.update(
            len(picture.requests),
            picture.picked,
            lambda index, width: picker_line(picture, index, width),
            item_height,
        )
        set_titles(self.query_one("#card"), picture.translate("Contact"))
        answer = self.block("answer")
        answer.update(lambda width: answer_card(picture, width, large=_is_tall(answer)))
        changes, levels = self.block("changes"), self.block("levels")
        set_titles(changes, picture.translate("Next changes"))
        changes.update(lambda width: change_lines(picture, width, changes.scrollable_content_region.height))
        set_titles(levels, picture.translate("Escalation"))
        levels.update(lambda width: level_lines(picture, width))

    def banner(self, width: int) -> Sequence[Line]:
        """The lines above all else: another time is shown, the book is wrong, a coverage rule is broken."""
        picture = self.picture
        return [*super().banner(width), *complaint(picture, width), *broken_rule(picture, width)]

    def show_from_top(self, picture: Picture) -> None:
        """Show `picture`, whose picked request is another one, from the top of its answer."""
        self.block("answer").scroll_to(y=0, animate=False, force=True)
        self.show(picture)

    def to_copy(self) -> Sequence[str]:
        """The ways of the answer, in turn."""
        return to_copy(self.picture)

    def on_menu_picked(self, event: Menu.Picked) -> None:
        """Pick the request under the mouse."""
        self.services.pick(self.picture.requests[event.index].id)

    def action_next(self) -> None:
        """Pick the next request."""
        self._move(1)

    def action_previous(self) -> None:
        """Pick the request before."""
        self._move(-1)

    def action_more(self) -> None:
        """Show the next page of the answer, and from its end the top again."""
        self.block("answer").next_page()

    def action_page_down(self) -> None:
        """Scroll to the next page of channels."""
        self.query_one(Channels).scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Scroll to the page of channels before."""
        self.query_one(Channels).scroll_page_up(animate=False)

    def _move(self, step: int) -> None:
        index = self.picture.picked + step
        if 0 <= index < len(self.picture.requests):
            self.services.pick(self.picture.requests[index].id)


def _is_tall(answer: Block) -> bool:
    return answer.scrollable_content_region.height >= _TALL


def _source(picture: Picture) -> str:
    path = printable(picture.path)
    if picture.board.verified is None:
        return path
    text = picture.translate("{path} · checked {date}")
    return text.format(path=path, date=picture.board.verified.isoformat())
