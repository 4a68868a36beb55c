"""The list below the strips: broken coverage rules, and the periods in which requests are not staffed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice

from helpdesk_tui.answers.coverage import Period, Staffing
from helpdesk_tui.answers.holes import holes, joined
from helpdesk_tui.answers.in_full import breaches_in_full, coverage_in_full
from helpdesk_tui.board.board import Request
from helpdesk_tui.phrases.coverage import format_period, format_staffing, periods_not_staffed, request_names
from helpdesk_tui.phrases.holes import hole_parts
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.widgets.lines import GAP, length
from helpdesk_tui.tui.widgets.text import cut, hanging, paragraph, wrap

_MOST_GROUPS = 12
_MOST_NAMES = 9
_WEEK = 7

Breaches = Mapping[str, tuple[Period, ...]]
"""The breaches of coverage rules, by request; only those that have any."""


def breaches_of(picture: Picture, first: date, days: int) -> Breaches:
    """The breaches of every request on these days."""
    start, end = picture.board.days(first, days)
    periods = {each.id: breaches_in_full(picture.board, each, start, end) for each in picture.requests}
    return {request: breaches for request, breaches in periods.items() if breaches}


def gaps(
    picture: Picture, marked: Request | None, first: date, days: int, breaches: Breaches, width: int
) -> Sequence[Line]:
    """The breaches, then the gaps of these days: of one day all requests', of several the marked one's."""
    if marked is None:
        text = picture.translate("The book has no requests")
        return paragraph(text, width, "dim")
    start, end = picture.board.days(first, days)
    if days > _WEEK:
        return _month(picture, marked, start, end, width)
    lines: list[Line] = []
    for request in islice(sorted(breaches, key=lambda request: request != marked.id), _MOST_GROUPS):
        lines += _breaches(picture, picture.board.requests[request], breaches[request], width)
    if (more := len(breaches) - _MOST_GROUPS) > 0:
        text = picture.language.plural("and {count} more request", "and {count} more requests", more)
        lines += hanging(Piece("! ", "alert"), text, width, "alert")
    for group in islice(_groups(picture.requests, marked), _MOST_GROUPS if days == 1 else 1):
        is_marked = group[0] is marked
        listed = breaches.get(group[0].id, ()) if len(group) == 1 else ()
        rows = list(_gaps(picture, group[0], start, end, listed, width))
        if rows or (is_marked and not listed):
            lines += [GAP] if lines else []
            if days == 1:
                names = cut(request_names(group[:_MOST_NAMES]), width)
                lines.append((Piece(names, "strong" if is_marked else "text"),))
            nothing = (
                picture.translate("always staffed")
                if start < end
                else picture.translate("the clock skips this day")
            )
            lines += rows or [(Piece(f"  {nothing}", "open"),)]
    return lines


def _month(picture: Picture, request: Request, start: datetime, end: datetime, width: int) -> list[Line]:
    """The holes of many days, worst first; those that recur are one."""
    board = picture.board
    lines: list[Line] = []
    for row in joined(board, holes(board, [request], start, end)):
        kind, when = hole_parts(picture.phrases, row)
        lead = Piece(f"  {kind.text} ", kind.role)
        begin, *rest = wrap(when, width - length([lead]))
        lines += [(lead, Piece(begin)), *((Piece(f"    {line}"),) for line in rest)]
    nothing = picture.translate("always staffed")
    return lines or [(Piece(f"  {nothing}", "open"),)]


def _breaches(picture: Picture, request: Request, periods: Sequence[Period], width: int) -> Iterator[Line]:
    text = picture.translate(
        "{request} must be covered, but no channel is known to be open:", request=request.name
    )
    yield from hanging(Piece("! ", "alert"), text, width, "alert")
    for period in sorted(periods, key=lambda period: (period.end <= picture.at, period)):
        role = "dim" if period.end <= picture.at else "alert"
        yield from hanging(Piece("  ", role), format_period(picture.phrases, period), width, role)


def _gaps(
    picture: Picture, request: Request, start: datetime, end: datetime, listed: Sequence[Period], width: int
) -> Iterator[Line]:
    """Gaps and unknown stretches but for those that are listed already; those that are over come last."""
    rows = periods_not_staffed(coverage_in_full(picture.board, request, start, end))
    for period, staffing in sorted(rows, key=lambda row: (row[0].end <= picture.at, row)):
        if period not in listed:
            text = format_staffing(picture.phrases, staffing, period)
            role = "dim" if period.end <= picture.at else "text"
            if role == "text" and staffing is Staffing.UNKNOWN:
                role = "unknown"
            yield from hanging(Piece("  ", role), text, width, role)


def _groups(requests: Sequence[Request], marked: Request) -> Iterator[list[Request]]:
    """Requests with the same routes together: the marked one's first, then those after it, and around."""
    index = requests.index(marked)
    seen = set()
    for request in (*requests[index:], *requests[:index]):
        key = _routes(request)
        if key not in seen:
            seen.add(key)
            yield [request, *(each for each in requests if _routes(each) == key and each != request)]


def _routes(request: Request) -> tuple[object, ...]:
    return request.route, request.routes
