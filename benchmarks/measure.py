"""Figures: ratios of interleaved repetitions, and rows of the table that is printed."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median, quantiles
from typing import NamedTuple


class Figure(NamedTuple):
    """A measured figure with its spread: half of all repetitions lie between `low` and `high`."""

    value: float
    low: float
    high: float


class Row(NamedTuple):
    """A line of the table."""

    what: str
    against: str
    figure: Figure | None
    """None where it could not be measured; `note` then says why."""
    unit: str
    goal: float
    note: str = ""


def interleaved(cases: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Take every case once a round, so that what slows the machine down slows them all.

    One round before the first is not counted: it fills the caches.
    """
    taken: dict[str, list[float]] = {name: [] for name in cases}
    for count in range(rounds + 1):
        for name, case in cases.items():
            value = case()
            if count:
                taken[name].append(value)
    return taken


def ratio(measured: Sequence[float], reference: Sequence[float]) -> Figure:
    """The ratio of the medians; its spread is that of the ratios of the rounds."""
    rounds = [mine / theirs for mine, theirs in zip(measured, reference, strict=True)]
    low, _, high = quantiles(rounds, n=4)
    return Figure(median(measured) / median(reference), low, high)


def high_percentile(measured: Sequence[float], percent: int) -> Figure:
    """A high percentile; its spread is from the median to the largest."""
    return Figure(quantiles(measured, n=100)[percent - 1], median(measured), max(measured))


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table."""
    cells = [("what", "against", "measured", "spread", "goal", "")]
    for row in rows:
        cells.append((row.what, row.against, *_measured(row)))
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    ruler = tuple("-" * width for width in widths)
    return "\n".join(
        "| " + " | ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)) + " |"
        for line in (cells[0], ruler, *cells[1:])
    )


def _measured(row: Row) -> tuple[str, str, str, str]:
    goal = f"≤ {row.goal:g} {row.unit}"
    if row.figure is None:
        return "—", "—", goal, f"skipped: {row.note}"
    value, low, high = row.figure
    met = "met" if value <= row.goal else f"missed by {(value / row.goal - 1) * 100:.0f} %"
    return f"{value:.2f} {row.unit}", f"{low:.2f} to {high:.2f}", goal, met
