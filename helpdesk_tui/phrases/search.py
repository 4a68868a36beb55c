"""Text for the hits of a search: their kind, and the text that matches."""

from helpdesk_tui.answers.entries import Field, Item, Text
from helpdesk_tui.board.board import Level, Request
from helpdesk_tui.phrases.language import Language


def kind_of(language: Language, item: Item) -> str:
    """The kind of an item: `Request`, `Channel`, `Level 2`."""
    if isinstance(item, Request):
        return language.translate("Request")
    if isinstance(item, Level):
        return language.translate("Level {number}", number=item.number)
    return language.translate("Channel")


def format_match(language: Language, match: Text) -> str | None:
    """The text that matches, with its field: `extension: 1104`; None for a name, which is shown anyway."""
    _ = language.gettext
    names = {
        Field.ID: _("id"),
        Field.KEY: _("key"),
        Field.ALIAS: _("alias"),
        Field.TELEPHONE: _("telephone"),
        Field.EXTENSION: _("extension"),
        Field.EMAIL: _("e-mail"),
        Field.URL: _("link"),
        Field.NOTE: _("note"),
        Field.CHANNEL: _("channel"),
    }
    return f"{names[match.field]}: {match.written}" if match.field in names else None
