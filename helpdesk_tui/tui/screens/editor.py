"""The editor: changes the book's entries, and saves nothing unseen."""

from textual.events import DescendantBlur, DescendantFocus
from textual.widgets import Input

from helpdesk_tui.book.entries import BOOK
from helpdesk_tui.session.draft import Draft
from helpdesk_tui.session.entry_list import Item, name_of
from helpdesk_tui.session.form import NEW, typed
from helpdesk_tui.tui.commands import EDITOR
from helpdesk_tui.tui.screens.draft import DraftScreen
from helpdesk_tui.tui.widgets.form import Form
from helpdesk_tui.tui.widgets.lines import Menu


class Editor(DraftScreen):
    """Changes the book."""

    NAME = EDITOR

    # Commands

    def action_next(self) -> None:
        """Mark the next line, or type in the next field."""
        self._move(1)

    def action_previous(self) -> None:
        """Mark the line before, or type in the field before."""
        self._move(-1)

    def action_page_down(self) -> None:
        """Mark a line a page further."""
        self.mark(self.marked + self.page)

    def action_page_up(self) -> None:
        """Mark a line a page before."""
        self.mark(self.marked - self.page)

    def action_next_table(self) -> None:
        """Mark the heading of the next table."""
        self.mark(next((i for i in self.headings if i > self.marked), self.marked))

    def action_previous_table(self) -> None:
        """Mark the heading of this table, or of the one before."""
        self.mark(next((i for i in reversed(self.headings) if i < self.marked), 0))

    def action_fill_in(self) -> None:
        """Open the form of the marked entry; on a heading, that of a new one."""
        item = self.item
        if item is None or item.position is None:
            self.action_add()
        elif self._may_change():
            self.open_form()

    def action_add(self) -> None:
        """Add an entry at the end of the marked table, and open its form; the book itself is one entry."""
        draft, item = self.draft, self.item
        if draft is None or item is None or not self._may_change():
            return
        if item.table != BOOK:
            self.editing.draft = draft = draft.with_new(item.table, NEW[item.table])
            self.read_draft()
        self.marked = self.items.index(Item(item.table, len(draft.tables[item.table]) - 1))
        self.open_form()

    def action_remove(self) -> None:
        """Remove what is marked; `undo` brings it back."""
        draft, item = self.draft, self.item
        if draft is None or item is None or item.position is None or not self._may_change():
            return
        if item.table == BOOK:
            self.remark(self.picture.translate("The book's own table cannot be removed"))
            return
        name = name_of(draft, item)
        self._change(draft.without(item.table, item.position))
        self.remark(self.picture.translate("{name} removed: ctrl+z brings it back", name=name))

    def action_move_down(self) -> None:
        """Move what is marked down in its table."""
        self._reorder(1)

    def action_move_up(self) -> None:
        """Move what is marked up in its table."""
        self._reorder(-1)

    def action_undo(self) -> None:
        """Undo the last change."""
        if self.draft is not None:
            self._change(self.draft.undo())

    def action_redo(self) -> None:
        """Redo what was undone."""
        if self.draft is not None:
            self._change(self.draft.redo())

    def action_review(self) -> None:
        """Show what the changes mean, or where something is wrong."""
        draft, _ = self.draft, self.picture.translate
        if draft is None or not self._may_change():
            return
        if self.problems:
            self.close_form()
            self.mark(min(self.items.index(item) for item in self.problems))
            self.remark(_("Nothing is saved while something is wrong: it is marked with !"))
        elif not draft.changed:
            self.remark(_("Nothing was changed"))
        else:
            from helpdesk_tui.tui.screens.preview import Preview

            self.app.push_screen(Preview(self.picture, self.editing), lambda _: self._show_reviewed())

    def action_close(self) -> None:
        """Close the form, or the editor; where changes are not saved, ask first."""
        if self.filling:
            self.close_form()
            self.show(self.picture)
        elif self.ask_to_leave():
            super().action_close()

    def ask_to_leave(self) -> bool:
        """Whether nothing is lost; where something would be, close what is over the editor and ask."""
        if not self.editing.changed:
            return True
        from helpdesk_tui.tui.screens.leave import Leave

        while not self.is_active:
            self.app.screen.dismiss()
        self.app.push_screen(Leave(self.picture))
        return False

    def action_discard(self) -> None:
        """Leave without saving."""
        super().action_close()

    # What happens in it

    def on_menu_picked(self, event: Menu.Picked) -> None:
        """Mark the line under the mouse; where it is marked already, open its form."""
        if event.index != self.marked:
            self.close_form()
            self.show(self.picture)
            self.mark(event.index)
        elif not self.filling:
            self.action_fill_in()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take over what is typed, and say what is wrong with it."""
        draft, item, form = self.draft, self.item, self.query_one(Form)
        line = next((line for line in form.lines if line.input is event.input), None)
        if draft is None or item is None or item.position is None or line is None:
            return
        if not self.filling or event.value != line.input.value:  # a form that was left since then
            return
        self.editing.draft = typed(draft, item.table, item.position, line.row.field, event.value)
        self.read_draft()
        self.show_draft()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next field."""
        self.query_one(Form).move(1)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Say what is typed in the field, and keep its end in sight."""
        if isinstance(field := event.widget, Input) and field.cursor_position == len(field.value):
            field.action_home()
            field.action_end()
        self.show_draft()
        self.call_after_refresh(self.query_one(Form).keep_in_sight)

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Make what is typed next a step of its own."""
        if self.editing.draft is not None:
            self.editing.draft = self.editing.draft.settled()

    def _show_reviewed(self) -> None:
        """Show what there is after the preview: where all is saved, the list."""
        if not self.editing.changed:
            self.close_form()
        self.show_changes()

    def _may_change(self) -> bool:
        if self.editing.locked is not None:
            self.remark(self.picture.translate("It cannot be changed here"))
        return self.editing.locked is None

    def _change(self, draft: Draft) -> None:
        """Show another draft, with an entry marked that is as near as can be."""
        self.editing.draft = draft
        item = self.item
        self.read_draft()
        if item is not None and item not in self.items:
            self.close_form()
            self.marked = max(i for i, each in enumerate(self.items) if each.table == item.table)
        self.show_draft(anew=True)

    def _reorder(self, step: int) -> None:
        draft, item = self.draft, self.item
        if draft is None or item is None or item.position is None or not self._may_change():
            return
        to = item.position + step
        if 0 <= to < len(draft.tables[item.table]):
            self.marked += step
            self._change(draft.moved(item.table, item.position, to))

    def _move(self, step: int) -> None:
        if self.filling:
            self.query_one(Form).move(step)
        else:
            self.mark(self.marked + step)
