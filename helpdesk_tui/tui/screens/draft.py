"""The entries of a draft in a list beside the marked one, in full or as a form."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.events import Resize

from helpdesk_tui.phrases.fields import entry_kind, table_title
from helpdesk_tui.phrases.lines import Line
from helpdesk_tui.session.draft import Draft
from helpdesk_tui.session.editing import Editing
from helpdesk_tui.session.entry_list import Item, Problems, items_of, name_of, problems_by_item
from helpdesk_tui.session.form import fields_of, suggestions, weekly_of
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import EDITOR, FORM
from helpdesk_tui.tui.screens.base import BaseScreen, set_titles
from helpdesk_tui.tui.widgets import footer
from helpdesk_tui.tui.widgets.entries import (
    entry_line,
    error_lines,
    heading_lines,
    locked_lines,
    row_lines,
    rows_of,
    week_lines,
)
from helpdesk_tui.tui.widgets.form import Form
from helpdesk_tui.tui.widgets.header import Header
from helpdesk_tui.tui.widgets.lines import BLANK, Block, Menu
from helpdesk_tui.tui.widgets.text import cut

_WIDE = 80
"""Columns of a window from which the list and an entry stand side by side."""

_TALL = 22
"""Rows of a window from which each day of a week has a line."""

_AROUND = 4
"""Rows of a window beside the fields of an entry and its week."""


class DraftScreen(BaseScreen):
    """Shows a draft, of which an entry is marked."""

    CSS_PATH = "editor.tcss"

    def __init__(self, picture: Picture, editing: Editing) -> None:
        super().__init__(picture)
        self.editing = editing
        self._board = picture.board
        """The board that was shown when the draft was read."""
        self.items: Sequence[Item] = ()
        self.problems: Problems = {}
        self.marked = 1

    def body(self) -> ComposeResult:
        """The list beside what is marked in it."""
        yield Header(id="head")
        yield Block(id="locked")
        with Container(id="editor"):
            yield Menu(id="entries")
            with Vertical(id="entry"):
                yield Block(id="fields")
                yield Form(id="form")
                yield Block(id="week")
        yield Block(id="foot")

    # What it shows

    @property
    def draft(self) -> Draft | None:
        """The draft; None where the file holds no good book."""
        return self.editing.draft

    @property
    def item(self) -> Item | None:
        """The marked item."""
        return self.items[self.marked] if self.items else None

    @property
    def filling(self) -> bool:
        """Whether the form of an entry is open."""
        return self.is_mounted and self.query_one(Form).display

    def on_mount(self) -> None:
        """Read the draft; Textual has the base show it then."""
        self.query_one(Form).display = False
        self._arrange()
        self.read_draft()

    def show(self, picture: Picture) -> None:
        """Show the draft, or where nothing was changed what the file holds by now."""
        if picture.board is not self._board and not self.editing.changed and not self.filling:
            self._board = picture.board
            self.editing.read()
            self.read_draft()
        super().show(picture)
        self.query_one(Header).show(picture)
        self.show_draft()

    def read_again(self) -> None:
        """Begin again with what the file holds."""
        self.close_form()
        self.editing.read()
        self.show_changes()

    def show_changes(self) -> None:
        """Show the draft after a change."""
        self.read_draft()
        self.show_draft(anew=True)

    def read_draft(self) -> None:
        """List what the draft holds now."""
        draft = self.draft
        self.items = items_of(draft) if draft else ()
        self.problems = problems_by_item(draft) if draft else {}
        self.marked = max(0, min(self.marked, len(self.items) - 1))

    def show_draft(self, *, anew: bool = False) -> None:
        """Show the list and what is marked; `anew` where the field that is typed in changes too."""
        picture, draft, item = self.picture, self.draft, self.item
        _ = picture.translate
        self.block("locked").update(lambda width: locked_lines(picture, self.editing.locked, width))
        entries, fields = self.query_one("#entries", Menu), self.block("fields")
        set_titles(entries, _("Edit the book"), _("not saved") if self.editing.changed else "")
        fields.display = not self.filling
        if draft is None or item is None:
            entries.update(0, 0, lambda index, width: BLANK)
            fields.update(lambda width: error_lines(picture, self.editing.error, width))
            set_titles(self.query_one("#entry"), "")
            self.block("week").update(lambda width: ())
            self.show_foot()
            return
        entries.update(
            len(self.items),
            self.marked,
            lambda index, width: entry_line(
                picture, draft, self.problems, self.items[index], index == self.marked, width
            ),
        )
        title = table_title(picture.language, item.table)
        if item.position is not None:
            title = f"{entry_kind(picture.language, item.table).capitalize()} · {name_of(draft, item)}"
        set_titles(self.query_one("#entry"), cut(title, self.app.size.width - 8))
        rows = rows_of(picture, draft, self.problems, item)
        cannot = _("edit it in the file: key E")
        if self.filling:
            self.query_one(Form).show(rows, cannot, anew=anew)
        else:
            fields.update(
                lambda width: (
                    row_lines(rows, cannot, width)
                    if rows
                    else heading_lines(picture, item, self.problems.get(item, {}), width)
                )
            )
        weekly = weekly_of(draft, item.table, item.position) if item.position is not None else None
        each_day = item.table in ("hours", "shifts") and self.app.size.height >= _TALL

        def week(width: int) -> list[Line]:
            lines = week_lines(picture, draft, weekly, width, each_day=each_day)
            above = len(row_lines(rows, cannot, width))
            if self.filling:  # every field, and a line below the one that is typed in and below some others
                above = len(rows) + 1 + sum(bool(row.problem or row.remark) for row in rows)
            return lines if _AROUND + above + len(lines) <= self.app.size.height else []

        self.block("week").update(week)
        self.show_foot()

    def show_foot(self) -> None:
        """Show the keys."""
        picture = self.picture
        name = FORM if self.filling else EDITOR
        self.block("foot").update(lambda width: footer.keys(picture, name, width))

    def mark(self, index: int) -> None:
        """Mark a line of the list."""
        if self.filling:
            return
        self.marked = max(0, min(index, len(self.items) - 1))
        self.show_draft()

    def open_form(self) -> None:
        """Open the form of the marked entry."""
        draft, item, form, _ = self.draft, self.item, self.query_one(Form), self.picture.translate
        if draft is None or item is None:
            return
        form.display = True
        self._arrange()
        self.show_draft(anew=True)
        for field in fields_of(item.table):
            form.suggest(field, suggestions(draft, field, _("yes"), _("no")))
        form.scroll_home(animate=False)
        form.focus_first()

    def close_form(self) -> None:
        """Close the form."""
        self.set_focus(None)
        self.query_one(Form).display = False
        self._arrange()

    def on_resize(self, event: Resize) -> None:
        """Show the list, the marked entry or both, as the window has room."""
        self._arrange()

    def _arrange(self) -> None:
        """Show the list and the marked entry; in a narrow window the form alone, once it is open."""
        is_narrow = self.app.size.width < _WIDE
        self.query_one("#entries").display = not (is_narrow and self.filling)
        self.query_one("#entry").display = self.filling or not is_narrow

    @property
    def page(self) -> int:
        """Lines of a page of the list."""
        return max(self.query_one("#entries").scrollable_content_region.height - 1, 1)

    @property
    def headings(self) -> list[int]:
        """The indexes of the headings."""
        return [index for index, item in enumerate(self.items) if item.position is None]
