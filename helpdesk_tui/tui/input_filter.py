"""Filters the terminal's input: drops what nobody typed, and what would make Textual's parser fail."""

import re
from codecs import getincrementaldecoder
from functools import cache

LONGEST = 2001
"""One character more than any field takes, so that a field refuses a paste that was cut."""

ALONE, STALLED, UNENDED = 0.025, 1.0, 3.0
"""Seconds without input after which escape is a key, a sequence is dropped, and a paste ends."""

_HELD = 64
"""Characters of an unfinished sequence that are kept; none that passes is longer."""

_BEGIN, _END = "\x1b[200~", "\x1b[201~"

_PART = r"""
      [^\x1b]+                                                          # characters
    | \x1b(?=\x1b)                                                      # escape before another sequence
    | \x1b\[\[(?:[^\x1b]|(?=\x1b))                                      # a key of the Linux console
    | \x1b\[M(?:[^\x00-\x1f]{3}|[^\x00-\x1f]{0,2}+(?=[\x00-\x1f]))      # the mouse, in its oldest form
    | \x1b\[\d++\$                                                      # a key of rxvt, with shift
    | \x1b\[(?![\[M])[ -?]*+(?:[@-~]|(?=[^@-~]))                        # a control sequence; a broken one
    | \x1b[\]P_][^\x07\x1b]*+(?:\x07|\x1b\\|(?=\x1b[^\\]))              # a reply; one that breaks off
    | \x1bO(?:[^\x1b]|(?=\x1b))                                         # a key of the keypad
    | \x1b[^\[\]P_O\x1b]                                                # a character with alt
    """
"""A run of characters or a whole sequence."""

_PASTED_PART = r"[^\x1b]+|\x1b\[201~|\x1b(?!(?:\[(?:20?1?)?)?\Z)"

_READ = r"""
      [^\x1b]+ | \x1b (?: O. | [^\[\]P_O] )?
    | \x1b\[ (?: \[[A-E] | [GIOZa-d] | 1;[5-8][p-tv-y] )
    | \x1b\[ (?: (?:[378]|2[34])\$ | 2[34]@ | (?:[35-8]|1[1-57-9]|2[013-689]|3[1-4])\^ )
    | \x1b\[ (?=.{,30}\Z) \d{,6} (?: ;\d{,3} (?: ;\d{,6} (?: :\d{1,6} )* )? )? [A-FHPQRSu~]
    | \x1b\[ <\d{1,3} ;\d{1,5} ;\d{1,5} [Mm]
    | \x1b\[ \?2026;\d\$y
    """
"""The sequences that Textual understands: keys, focus, mouse, and support for synchronized updates.

It takes any other sequence for the keys that its characters are, and raises where a key's number is beyond
Unicode or in parts (`97:65`). Reports of the window's size are left out: the system tells it as well, and
one in which a pixel has no size would make Textual divide by nothing at the next move of the mouse.
"""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when there is input: that takes 2 ms, for which the first frame does not wait."""
    return re.compile(pattern, re.VERBOSE | re.ASCII)


class InputFilter:
    """Passes keys, the mouse and pastes, each of them whole."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._held = ""
        self._pasted: str | None = None

    @property
    def timeout(self) -> float | None:
        """Seconds to wait for more before `flush`; None where nothing is unfinished."""
        if self._pasted is not None:
            return UNENDED
        if not self._held:
            return None
        return STALLED if len(self._held) > 2 else ALONE

    def filter(self, data: bytes) -> str:
        """Return what passes of the input `data` and of the unfinished sequence before it."""
        text, self._held = self._held + self._decode(data), ""
        passed = []
        start = 0
        while start < len(text):
            part = _compiled(_PART if self._pasted is None else _PASTED_PART).match(text, start)
            if part is None:
                rest = text[start:]
                self._held = rest if len(rest) <= _HELD else rest[: _HELD - 1] + rest[-1]
                break
            passed.append(self._pass(part[0]))
            start = part.end()
        return "".join(passed)

    def flush(self) -> str:
        """Return what passes of an unfinished sequence after `timeout`: escape alone, or with a character."""
        held, self._held = self._held, ""
        if self._pasted is not None:
            return self._pass(_END)
        return held if len(held) <= 2 else ""

    def _pass(self, part: str) -> str:
        if self._pasted is None:
            if part == _BEGIN:
                self._pasted = ""
                return ""
            return part if _compiled(_READ).fullmatch(part) else ""
        if part != _END:
            self._pasted = (self._pasted + _printable_lines(part))[:LONGEST]
            return ""
        pasted, self._pasted = self._pasted, None
        return f"{_BEGIN}{pasted}{_END}"


def _printable_lines(text: str) -> str:
    """Pasted text without control characters but for the ends of its lines."""
    lines = text.replace("\r", "\n").replace("\t", " ")
    return "".join(each for each in lines if each.isprintable() or each == "\n")
