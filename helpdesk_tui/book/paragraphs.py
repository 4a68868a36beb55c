"""Paragraphs of comments between the entries of a book's file: a blank line parts them from what follows."""

from collections.abc import Sequence
from typing import NamedTuple


class Paragraph(NamedTuple):
    """Lines above an entry that are not right above it."""

    start: int
    """The line that they begin on, from 0."""
    lines: Sequence[str]


def paragraph_above(text: str, number: int | None) -> Paragraph:
    """What stands above the entry that begins on line `number`, from 1, but for comments right above it."""
    lines = text.split("\n")
    end = start = (number or 1) - 1
    while end > 0 and _is_comment(lines[end - 1]):
        end -= 1
    start = end
    while start > 0 and (_is_comment(lines[start - 1]) or _is_blank(lines[start - 1])):
        start -= 1
    return Paragraph(start, lines[start:end])


def put_back(text: str, paragraph: Paragraph) -> str:
    """`text`, from which an entry was taken, with the comments that stood further above it."""
    lines = text.split("\n")
    start, lost = paragraph.start, list(paragraph.lines)
    while lost and start < len(lines) and lines[start] == lost[0]:
        del lost[0]
        start += 1
    if not any(map(_is_comment, lost)):
        return text
    if _is_blank(lost[-1]) and start < len(lines) and _is_blank(lines[start]):
        del lost[-1]
    return "\n".join([*lines[:start], *lost, *lines[start:]])


def take_out(text: str, numbers: Sequence[int]) -> tuple[str, list[Sequence[str]]]:
    """`text` without the paragraphs above the entries on these lines, and what was above each of them."""
    lines = text.split("\n")
    above = [paragraph_above(text, number) for number in numbers]
    found: list[Sequence[str]] = []
    for paragraph in above:
        comments = [i for i, line in enumerate(paragraph.lines) if _is_comment(line)]
        # The start of a file is above all entries.
        found.append(paragraph.lines[comments[0] : comments[-1] + 2] if comments and paragraph.start else ())
    for paragraph, lost in sorted(zip(above, found, strict=True), key=lambda each: -each[0].start):
        if lost:
            first = paragraph.start + next(i for i, line in enumerate(paragraph.lines) if _is_comment(line))
            del lines[first : first + len(lost)]
    return "\n".join(lines), found


def put_in(text: str, numbers: Sequence[int], paragraphs: Sequence[Sequence[str]]) -> str:
    """`text` with a paragraph above the entry on each of these lines, and above comments right above that."""
    lines = text.split("\n")
    for number, paragraph in sorted(zip(numbers, paragraphs, strict=True), reverse=True):
        end = number - 1
        while end > 0 and _is_comment(lines[end - 1]):
            end -= 1
        lines[end:end] = paragraph
    return "\n".join(lines)


def _is_comment(line: str) -> bool:
    return line.lstrip(" \t").startswith("#")


def _is_blank(line: str) -> bool:
    return not line.strip()
