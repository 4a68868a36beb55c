"""The sheet that asks before changes are lost."""

from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import LEAVE
from helpdesk_tui.tui.screens.sheet import TextSheet
from helpdesk_tui.tui.widgets.text import paragraph


class Leave(TextSheet):
    """Asks whether changes are to be saved or lost."""

    NAME = LEAVE

    def show(self, picture: Picture) -> None:
        """Show the question."""
        super().show(picture)
        text = picture.translate("The book was changed and is not saved. Save the changes, or lose them?")
        self.block("text").update(lambda width: paragraph(text, width, "strong"))

    def action_review_first(self) -> None:
        """Go on to save."""
        self.action_close()
        self.services.run_later("review")

    def action_discard(self) -> None:
        """Lose the changes."""
        self.action_close()
        self.services.run_later("discard")
