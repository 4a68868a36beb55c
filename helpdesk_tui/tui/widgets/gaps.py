"""What stands below the strips: rules that are broken, and where nobody attends, in words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice

from rich.cells import cell_len

from helpdesk_tui.answers.coverage import Period, Staffing
from helpdesk_tui.answers.in_full import breaches_in_full, coverage_in_full
from helpdesk_tui.board.board import Request
from helpdesk_tui.phrases.coverage import format_period, format_staffing, request_names, uncovered_periods
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.widgets.lines import GAP
from helpdesk_tui.tui.widgets.text import cut, wrap

_MOST_GROUPS = 12
_MOST_NAMES = 9


Rules = Mapping[str, tuple[Period, ...]]
"""The breaches of coverage rules, by request; only those that have any."""


def rules(picture: Picture, first: date, days: int) -> Rules:
    """The rules that these days break."""
    start, end = picture.board.days(first, days)
    found = {request.id: breaches_in_full(picture.board, request, start, end) for request in picture.requests}
    return {key: periods for key, periods in found.items() if periods}


def remarks(
    picture: Picture, marked: Request | None, first: date, days: int, rules: Rules, others: bool, width: int
) -> Sequence[Line]:
    """Broken rules, then the gaps of these days: the marked request's, and with `others` those after it.

    Where it is alone, the screen's title names it.
    """
    if marked is None:
        return [(Piece(line, "dim"),) for line in wrap(picture.gettext("The book has no requests"), width)]
    start, end = picture.board.days(first, days)
    lines: list[Line] = []
    for key in islice(sorted(rules, key=lambda key: key != marked.id), _MOST_GROUPS):
        lines += _breaches(picture, picture.board.requests[key], rules[key], width)
    if (more := len(rules) - _MOST_GROUPS) > 0:
        text = picture.language.ngettext("and {count} more request", "and {count} more requests", more)
        lines += _indented("! ", text.format(count=more), "alert", width)
    for group in islice(_groups(picture.requests, marked), _MOST_GROUPS if others else 1):
        mine = group[0] is marked
        told = rules.get(group[0].id, ()) if len(group) == 1 else ()
        found = list(_gaps(picture, group[0], start, end, told, width))
        if found or (mine and not told):
            lines += [GAP] if lines else []
            if others:
                names = cut(request_names(group[:_MOST_NAMES]), width)
                lines.append((Piece(names, "strong" if mine else "text"),))
            whole = picture.gettext("always staffed")
            if start == end:
                whole = picture.gettext("the clock skips this day")
            lines += found or [(Piece(f"  {whole}", "open"),)]
    return lines


def _breaches(picture: Picture, request: Request, periods: Sequence[Period], width: int) -> Iterator[Line]:
    text = picture.gettext("{request} must be covered, but no channel is known to be open:")
    yield from _indented("! ", text.format(request=request.name), "alert", width)
    for period in sorted(periods, key=lambda period: (period.end <= picture.at, period)):
        role = "dim" if period.end <= picture.at else "alert"
        yield from _indented("  ", format_period(picture.phrases, period), role, width)


def _gaps(
    picture: Picture, request: Request, start: datetime, end: datetime, told: Sequence[Period], width: int
) -> Iterator[Line]:
    """Gaps and unknown stretches but for those that are told already; what is over comes last."""
    found = coverage_in_full(picture.board, request, start, end)
    rows = uncovered_periods(picture.board, found)
    for period, look in sorted(rows, key=lambda each: (each[0].end <= picture.at, each)):
        if period not in told:
            text = format_staffing(picture.phrases, look, period)
            role = "dim" if period.end <= picture.at else "unknown" if look is Staffing.UNKNOWN else "text"
            yield from _indented("  ", text, role, width)


def _groups(requests: Sequence[Request], marked: Request) -> Iterator[list[Request]]:
    """Requests with the same route together: the marked one's first, then those after it, and around."""
    place = requests.index(marked)
    seen = set()
    for request in (*requests[place:], *requests[:place]):
        if request.route not in seen:
            seen.add(request.route)
            yield [request, *(each for each in requests if each.route == request.route and each != request)]


def _indented(lead: str, text: str, role: str, width: int) -> Iterator[Line]:
    for index, line in enumerate(wrap(text, width - cell_len(lead))):
        yield (Piece(" " * cell_len(lead) if index else lead, role), Piece(line, role))
