"""A screen that is open for many days, its clock set by hand: `python -m benchmarks.days BOOK DAYS...`."""

import asyncio
import gc
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from helpdesk_tui.phrases.language import Language
from helpdesk_tui.session.feed import Feed
from helpdesk_tui.tui.app import HelpdeskApp

START = datetime(2026, 11, 23, 15, tzinfo=UTC)


def megabytes() -> float:
    """What the process holds in memory."""
    status = Path("/proc/self/status").read_text()
    (line,) = [line for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(line.split()[1]) / 1024


async def live(book: str, days: list[int], cache: str) -> None:
    """Print what the process holds after each number of days, with eight ticks and three keys a day."""
    now = START
    gc.freeze()  # as the program does before its screen starts
    app = HelpdeskApp(Feed(book, cache, clock=lambda: now), Language("es"), utf8=True)
    async with app.run_test(size=(100, 30)) as pilot:
        for day in range(max(days) + 1):
            if day in days:
                print(f"{day} {megabytes():.1f}", file=sys.__stdout__, flush=True)
            for hour in range(0, 24, 3):
                now = START + timedelta(days=day, hours=hour)
                app.tick()
                await app.workers.wait_for_complete()
                await pilot.pause()
            await pilot.press("125"[day % 3], "elsvd"[day % 5], "escape")


def main() -> None:
    """Measure in a folder that is gone afterwards."""
    with TemporaryDirectory() as cache:
        asyncio.run(live(sys.argv[1], [int(each) for each in sys.argv[2:]], cache))


if __name__ == "__main__":
    main()
