"""The hits of a search as lines of text, each with its state, its contacts and the matching text."""

from collections.abc import Iterable, Iterator

from helpdesk_tui.answers.hits import Hit
from helpdesk_tui.answers.search import Matches
from helpdesk_tui.board.board import Level, State
from helpdesk_tui.cli.text import row, way_lines
from helpdesk_tui.phrases.contacts import state_pieces
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.search import format_match, kind_of


def find_lines(
    phrases: Phrases, matches: Matches, hits: Iterable[Hit], more: int, columns: int | None
) -> Iterator[Line]:
    """Yield each hit, then how many `more` there are; a line before them says that they are only similar."""
    language = phrases.language
    if not matches.entries:
        yield (Piece(language.gettext("Nothing found")),)
    elif matches.similar:
        yield (Piece(language.gettext("Nothing holds these words; similar ones:"), "soon"),)
    for hit in hits:
        yield from _hit(phrases, hit, columns)
    if more:
        yield (Piece(language.translate("{count} more; add a word", count=more), "dim"),)


def _hit(phrases: Phrases, hit: Hit, columns: int | None) -> Iterator[Line]:
    kind, name = Piece(kind_of(phrases.language, hit.item)), hit.item.name
    if hit.status is None:
        closed = Piece(phrases.language.gettext("No channel is open now"), "alert")
        yield from row(columns, Piece(f"○ {name}", "strong"), kind, closed)
    else:
        shape, state = state_pieces(phrases, hit.status)
        when = Piece(phrases.when(hit.status))
        yield from row(columns, Piece(f"{shape.text}{name}", "strong"), kind, state, when)
    for contact in hit.contacts:
        state = state_pieces(phrases, contact)[1]
        other = contact.channel.name != name
        about = [Piece(contact.channel.name)] if other else []
        if contact.state is State.UNKNOWN or (other and isinstance(hit.item, Level)):
            about.append(state)
        yield from way_lines(phrases, contact.channel, columns, *about, indent="  ")
    if (match := format_match(phrases.language, hit.match)) is not None:
        yield (Piece(f"  {match}", "dim"),)
