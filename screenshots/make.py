"""Makes the pictures of the screen: `python screenshots/make.py` writes the same bytes on every run."""

import asyncio
import re
import sys
import tempfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from helpdesk_tui.phrases.language import Language
from helpdesk_tui.session.feed import Feed
from helpdesk_tui.tui.app import HelpdeskApp

HERE = Path(__file__).parent
BOGOTA = timezone(timedelta(hours=-5))
CELL = 12.2
"""How wide Rich draws a cell."""


class Picture(NamedTuple):
    """A screenshot: what is pressed, when, in a window of which size."""

    name: str
    at: str
    size: tuple[int, int] = (100, 30)
    keys: tuple[str, ...] = ()
    language: str = "es"
    book: str = "contacts.toml"


PICTURES = (
    Picture("weekday-morning", "2026-11-23T10:25"),
    Picture("weekday-night-p1", "2026-11-23T22:30", keys=("1",)),
    Picture("holiday", "2026-12-08T10:00", keys=("2",)),
    Picture("escalation", "2026-11-23T10:25", keys=("e", "e")),
    Picture("coverage-day", "2026-11-23T16:25", keys=("v", "2")),
    Picture("coverage-week", "2026-12-07T10:25", keys=("v", "2", "w", "down")),
    Picture("shift", "2026-12-07T10:25", keys=("s",)),
    Picture("duty", "2026-11-25T10:00", (120, 36), keys=("d",), book="tests/books/duty.toml"),
    Picture("another-time", "2026-11-23T10:25", keys=("t", *"8 dic 10:00", "enter", "2")),
    Picture("editor", "2026-11-23T10:25", keys=("b", "right", "down", "enter", "down")),
    Picture(
        "editor-preview",
        "2026-11-23T10:25",
        keys=("b", "right", "down", "enter", "down", *["backspace"] * 4, *"2:00", "ctrl+s"),
    ),
    Picture("80x24", "2026-11-23T10:25", size=(80, 24)),
    Picture("40x15", "2026-11-23T10:25", size=(40, 15)),
)


async def draw(picture: Picture, cache: str | None = None) -> str:
    """The picture as SVG."""
    at = datetime.fromisoformat(f"{picture.at}-05:00").astimezone(UTC)
    feed = Feed(picture.book, cache, clock=lambda: at, zone=BOGOTA)
    app = HelpdeskApp(feed, Language(picture.language), utf8=True)
    async with app.run_test(size=picture.size) as pilot:
        await pilot.press(*picture.keys)
        await app.workers.wait_for_complete()
        await pilot.pause()
        return still(app.export_screenshot(simplify=True))


def still(svg: str) -> str:
    """`svg` with the same names on every run, asking nothing of the network, without spaces at its ends."""
    svg = re.sub(r"terminal-\d+-", "terminal-", svg)
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r'(<text [^>]*?) x="([\d.]+)"([^>]*) textLength="[\d.]+"([^>]*)>([^<]*)</text>', _text, svg)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def _text(found: re.Match[str]) -> str:
    """A text without the spaces around it, which some programs drop and others draw."""
    head, x, middle, tail, text = found.groups()
    bare = text.replace("&#160;", "\xa0")
    lead = len(bare) - len(bare.lstrip("\xa0"))
    bare = bare.strip("\xa0\n")
    if not bare:
        return ""
    length = (len(re.sub(r"&[#\w]+;", "x", bare))) * CELL
    where = float(x) + lead * CELL
    shown = bare.replace("\xa0", "&#160;")
    return f'{head} x="{where:.1f}"{middle} textLength="{length:.1f}"{tail}>{shown}</text>'


def main() -> int:
    """Write every picture beside this file."""
    with tempfile.TemporaryDirectory() as cache:
        for picture in PICTURES:
            (HERE / f"{picture.name}.svg").write_text(asyncio.run(draw(picture, cache)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
