"""Paragraphs of comments between a book's entries, which a blank line parts from the next entry."""

from collections.abc import Sequence
from typing import NamedTuple


class Paragraph(NamedTuple):
    """Comments and blank lines above an entry, without the comments right above it."""

    start: int
    """The index of its first line."""
    lines: Sequence[str]


def paragraph_above(text: str, number: int | None) -> Paragraph:
    """The paragraph above the entry on line `number`, from 1."""
    lines = text.split("\n")
    start = end = _top(lines, number or 1)
    while start > 0 and (_is_comment(lines[start - 1]) or _is_blank(lines[start - 1])):
        start -= 1
    return Paragraph(start, lines[start:end])


def restore_paragraph(text: str, paragraph: Paragraph) -> str:
    """`text`, from which an entry was removed, with the paragraph that was above it."""
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


def remove_paragraphs(text: str, numbers: Sequence[int]) -> tuple[str, list[Sequence[str]]]:
    """`text` without the paragraphs above the entries on these lines, and each of the paragraphs."""
    lines = text.split("\n")
    removed: list[Paragraph] = []
    for start, above in (paragraph_above(text, number) for number in numbers):
        comments = [i for i, line in enumerate(above) if _is_comment(line)]
        if comments and start:  # the start of a file is above all entries
            removed.append(Paragraph(start + comments[0], above[comments[0] : comments[-1] + 2]))
        else:
            removed.append(Paragraph(0, ()))
    for start, above in sorted(removed, key=lambda each: -each.start):
        del lines[start : start + len(above)]
    return "\n".join(lines), [each.lines for each in removed]


def insert_paragraphs(text: str, numbers: Sequence[int], paragraphs: Sequence[Sequence[str]]) -> str:
    """`text` with a paragraph above the entry on each of these lines and the comments right above it."""
    lines = text.split("\n")
    for number, paragraph in sorted(zip(numbers, paragraphs, strict=True), reverse=True):
        top = _top(lines, number)
        lines[top:top] = paragraph
    return "\n".join(lines)


def _top(lines: Sequence[str], number: int) -> int:
    """The index of the first line of an entry on line `number`, from 1, with the comments right above it."""
    top = number - 1
    while top > 0 and _is_comment(lines[top - 1]):
        top -= 1
    return top


def _is_comment(line: str) -> bool:
    return line.lstrip(" \t").startswith("#")


def _is_blank(line: str) -> bool:
    return not line.strip()
