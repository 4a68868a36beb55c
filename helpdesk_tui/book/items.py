"""Changes a list of a book's file item by item, so that each comment stays at its item."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any


def set_items(items: Any, meant: Sequence[str]) -> None:  # noqa: ANN401 (a list of the round-trip library)
    """Make `items` what is meant: those that stay are moved, others changed in place, inserted or removed."""
    now = list(items)
    if len(set(now)) == len(now) and len(set(meant)) == len(meant):
        stay = iter([each for each in meant if each in now])
        order = [next(stay) if each in meant else each for each in now]
        if order != now:
            items.sort(key=order.index)
    for kind, start, stop, first, last in reversed(
        SequenceMatcher(None, list(items), meant, autojunk=False).get_opcodes()
    ):
        if kind == "equal":
            continue
        common = min(stop - start, last - first)
        for place in reversed(range(start + common, stop)):
            del items[place]
        for value in reversed(meant[first + common : last]):
            items.insert(start + common, value)
        for offset in range(common):
            items[start + offset] = meant[first + offset]
