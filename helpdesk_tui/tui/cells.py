"""Writes only the cells that differ from what the terminal shows."""

from collections.abc import Iterable, Iterator

from rich.cells import split_graphemes
from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

Cell = tuple[str, Style | None]
"""What a cell shows; a character's further cells are empty."""


class Runs(CompositorUpdate):
    """Stretches of cells to be written, each at its place."""

    def __init__(self, runs: list[tuple[int, int, list[Cell]]]) -> None:
        self.runs = runs

    def render_segments(self, console: Console) -> str:
        """The runs as bytes for the terminal."""
        parts = []
        for x, y, cells in self.runs:
            parts.append(Control.move_to(x, y).segment.text)
            parts.append(Strip(_segments(cells)).render(console))
        return "".join(parts)


class Shown:
    """What the terminal shows, line by line.

    Textual redraws the whole of a widget's line where a part of it changed; over a slow link, and on
    a screen that is left open all day, that is most of what is written.
    """

    def __init__(self) -> None:
        self._full: list[list[Strip]] = []
        self._lines: dict[int, list[Cell]] = {}
        """The lines of `_full` that an update has asked for: the first frame waits for none."""

    def take(self, update: CompositorUpdate) -> CompositorUpdate | None:
        """What is to be written for `update`: all of a full one, else what differs; None for nothing."""
        if isinstance(update, LayoutUpdate):
            full = [list(line) for line in update.strips]
            if self._shows(full):
                return None  # Textual draws every screen twice when it comes to the front
            self._full = full
            self._lines = {}
            return update
        if isinstance(update, ChopsUpdate):
            runs = [
                run for y in sorted({y for y, _, _ in update.spans}) for run in self._differing(y, update)
            ]
            return Runs(runs) if runs else None
        return update

    def forget(self) -> None:
        """Take it that the terminal shows nothing: the next full update is written whole."""
        self._full = []
        self._lines = {}

    def _shows(self, full: list[list[Strip]]) -> bool:
        return len(full) == len(self._full) and all(
            self._lines[y] == list(_cells(line)) if y in self._lines else line == self._full[y]
            for y, line in enumerate(full)
        )

    def _differing(self, y: int, update: ChopsUpdate) -> Iterator[tuple[int, int, list[Cell]]]:
        if y not in self._lines:
            self._lines[y] = list(_cells(self._full[y] if y < len(self._full) else []))
        line = self._lines[y]
        for start, strip in update.chops[y].items():
            if strip is None:
                continue
            cells = list(_cells([strip]))
            old = line[start : start + len(cells)]
            old += [("", None)] * (len(cells) - len(old))
            run: list[Cell] = []
            for offset, (before, after) in enumerate(zip(old, cells, strict=True)):
                if before != after:
                    run.append(after)
                elif run:
                    yield start + offset - len(run), y, run
                    run = []
            if run:
                yield start + len(cells) - len(run), y, run
            if len(line) < start:
                line += [("", None)] * (start - len(line))
            line[start : start + len(cells)] = cells


def _cells(strips: Iterable[Strip]) -> Iterator[Cell]:
    for strip in strips:
        for text, style, control in strip:
            if control:
                continue
            if text.isascii():
                for character in text:
                    yield character, style
                continue
            spans, _ = split_graphemes(text)
            for begin, end, width in spans:
                for place in range(width):
                    yield ("" if place else text[begin:end]), style


def _segments(cells: list[Cell]) -> list[Segment]:
    segments: list[Segment] = []
    for text, style in cells:
        if segments and segments[-1].style == style:
            segments[-1] = Segment(segments[-1].text + text, style)
        else:
            segments.append(Segment(text, style))
    return segments
