"""The single lines of the screen: its head, its foot, what is wrong with the book, and a window too small."""

import os
from collections.abc import Sequence

from rich.cells import cell_len

from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.notifications import warning
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.phrases.problems import problem_in_words
from helpdesk_tui.phrases.shift import standing
from helpdesk_tui.phrases.times import clock
from helpdesk_tui.session.picture import View
from helpdesk_tui.tui.commands import COMMANDS, DIGITS, key_name
from helpdesk_tui.tui.widgets.lines import Line, Piece
from helpdesk_tui.tui.widgets.text import cut, fit, wrap

SMALLEST = (40, 15)

_MOST_PROBLEMS = 2

_SPARED = ("other_time", "pick", "quit", "shift", "search", "week", "later", "coverage", "copy", "next_day")
"""Keys that the foot line leaves out where it is narrow, the first one first."""


def head(view: View, width: int) -> Sequence[Line]:
    """Whose book it is, then the date and the hour in the book's zone."""
    board = view.board
    stamp = view.speaker.clock()
    if view.elsewhere:
        stamp = view.gettext("{stamp} · here {time}").format(stamp=stamp, time=clock(view.machine))
    holiday = view.speaker.holiday()
    full = [Piece(f"{holiday} · ", "soon")] if holiday else []
    times = view.notices.shift
    shift = [Piece(f"{standing(view.speaker, times)} · ", "key")] if times else []
    date, hour = Piece(f"{view.speaker.day()} · ", "dim"), Piece(stamp, "strong")
    right = [
        [*full, *shift, date, hour],
        [*full, date, hour],
        [*full, *shift, hour],
        [*full, hour],
        [*shift, hour],
        [hour],
    ]
    names = [f"{board.organization} · {board.title}", board.title] if board.organization else [board.title]
    for pieces in right:
        for name in names:
            gap = width - 2 - cell_len(name) - _length(pieces)
            if gap >= 2:
                return [(Piece(" "), Piece(name, "strong"), Piece(" " * gap), *pieces, Piece(" "))]
    name = cut(board.title, width - 4 - cell_len(stamp))
    gap = width - 2 - cell_len(name) - cell_len(stamp)
    return [(Piece(" "), Piece(name, "strong"), Piece(" " * gap), Piece(stamp, "strong"), Piece(" "))]


def other_time(view: View, place: str, width: int) -> Sequence[Line]:
    """That another time is shown, which, and the key back to now where the screen takes it."""
    if not view.other:
        return []
    _ = view.gettext
    title, not_now, returns, brief = _("OTHER TIME"), _("it is not now"), "", ""
    date, hour = view.speaker.day(), view.speaker.clock()
    for command in COMMANDS:
        if command.id == "now" and place in command.places:
            key = key_name(view.words, command.keys[0])
            returns, brief = _("{key} returns to now").format(key=key), _("{key} now").format(key=key)
    texts = (
        [(title, date, hour, not_now, returns)],
        [(title, date, hour, returns or not_now)],
        [(title, not_now, brief), (date, hour)],
    )
    for parts in texts:
        lines = [" · ".join(part for part in line if part) for line in parts]
        if all(cell_len(line) <= width - 2 for line in lines):
            break
    return [(Piece(fit(f" {line}", width), "fill-other"),) for line in lines]


def foot(view: View, place: str, width: int) -> Sequence[Line]:
    """The keys of a screen, as many as the width holds."""
    shown = [command for command in COMMANDS if place in command.foot]
    items = {}
    for command in shown:
        keys = " ".join(key_name(view.words, key) for key in (*command.beside, command.keys[0]))
        if command.keys == DIGITS:
            keys = _digits(view)
            if not keys:
                continue
        items[command.id] = (Piece(keys, "key"), Piece(f" {view.gettext(command.label)}", "dim"))
    for spared in _SPARED:
        if 1 + sum(_length(item) + 2 for item in items.values()) - 2 > width:
            items.pop(spared, None)
    return [[Piece(" "), *(piece for item in items.values() for piece in (*item, Piece("  ")))]]


def told(view: View, width: int) -> Sequence[Line]:
    """What changed at the channels a moment ago."""
    return [
        (Piece(fit(f" {'  ' if place else '▸ '}{line}", width), "fill-message"),)
        for text in view.told
        for place, line in enumerate(wrap(text, width - 4))
    ]


def said(text: str, width: int) -> Sequence[Line]:
    """A remark, in place of the keys."""
    return [(Piece(f" {cut(text, width - 2)}".ljust(width), "fill-message"),)]


def complaint(view: View, width: int) -> Sequence[Line]:
    """What is wrong with the book on disk, while its last good state is shown."""
    if view.error is None:
        return []
    lines = wrap(view.gettext("The book on disk is wrong: its last good state is shown"), width - 4)
    problems = problem_texts(view, os.path.basename(view.error.path))
    for problem in problems[:_MOST_PROBLEMS]:
        lines.append(cut(problem, width - 4))
    if len(problems) > _MOST_PROBLEMS:
        count = len(problems) - _MOST_PROBLEMS
        lines.append(
            view.words.ngettext("and {count} more problem", "and {count} more problems", count).format(
                count=count
            )
        )
    return [
        (Piece(f" {'  ' if index else '! '}{line}".ljust(width), "fill-alert"),)
        for index, line in enumerate(lines)
    ]


def warned(view: View, width: int) -> Sequence[Line]:
    """The first request that must be covered and is or will not be, in as many words as a line holds."""
    found = view.notices.warned
    if found is None:
        return []
    texts = warning(view.speaker, found.request, found.period, open_end=found.open_end, more=found.more)
    text = next((each for each in texts if cell_len(each) <= width - 4), cut(texts[-1], width - 4))
    return [(Piece(fit(f" ! {text}", width), "fill-alert"),)]


def problem_texts(view: View, file: str) -> list[str]:
    """Each problem of the book on disk as `file: key: problem`."""
    if view.error is None:
        return []
    texts = []
    for problem in view.error.problems:
        parts = (file, problem.key, problem_in_words(view.words, problem))
        texts.append(printable(": ".join(part for part in parts if part)))
    return texts


def too_small(words: Words, width: int, height: int) -> str:
    """What to do about a window in which nothing fits."""
    text = words.gettext("Enlarge the window to {columns}×{rows} (now {width}×{height})")
    return text.format(columns=SMALLEST[0], rows=SMALLEST[1], width=width, height=height)


def _digits(view: View) -> str:
    keys = [request.key for request in view.requests if request.key]
    return f"{keys[0]}-{keys[-1]}" if len(keys) > 1 else "".join(keys)


def _length(pieces: Sequence[Piece]) -> int:
    return sum(cell_len(piece.text) for piece in pieces)
