"""Changes a list of a book's file item by item, so that each item keeps its comment."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any


def set_items(items: Any, new: Sequence[str]) -> None:  # noqa: ANN401 (a list of the round-trip library)
    """Make `items` equal to `new`: move the items that stay; change, insert and remove others."""
    now = list(items)
    if len(set(now)) == len(now) and len(set(new)) == len(new):
        stay = iter([each for each in new if each in now])
        order = [next(stay) if each in new else each for each in now]
        if order != now:
            items.sort(key=order.index)
    for kind, start, stop, first, last in reversed(
        SequenceMatcher(None, list(items), new, autojunk=False).get_opcodes()
    ):
        if kind == "equal":
            continue
        common = min(stop - start, last - first)
        del items[start + common : stop]
        for value in reversed(new[first + common : last]):
            items.insert(start + common, value)
        for offset in range(common):
            items[start + offset] = new[first + offset]
