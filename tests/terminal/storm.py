"""Random keys, sequences and sizes for the screen, and the questions that it still has to answer between them."""

import os
import random
import select
import termios
import time
from pathlib import Path

from textual.keys import key_to_character

from helpdesk_tui.tui.commands import COMMANDS
from tests.terminal.terminal import Terminal, clipboard, is_restored

BATCH = 500
"""Pieces after which the screen is asked."""

QUITS = "qQ\x11\x10"
"""What legitimately leaves the program, as ctrl+q does too, and the list of commands, one of which leaves it.

They are left out everywhere but where they are no keys: in a paste and in sequences that nobody typed.
"""

SIZES = ((100, 30), (120, 40), (80, 24), (40, 15), (41, 16), (20, 5), (1, 1), (7, 90), (200, 4), (160, 50))

PHONES = [f"+57 601 744{number}{number}27" for number in range(1, 6)]

BOOK = "\n".join(
    [
        "[book]\ntitle = 'Storm'\ntimezone = 'America/Bogota'\ncountry = 'CO'\n",
        "[hours.always]\nweekly = '24/7'\non_holidays = 'open'\n",
        "[hours.office]\nweekly = 'Mo-Fr 07:00-19:00; Sa 08:00-13:00'\n",
        "[channels.mail]\nname = 'Mail'\nhours = 'office'\nemail = 'desk@example.com'\ntakes_messages = true\n",
        *(
            f"[channels.p{key}]\nname = 'Phone {key}'\nhours = 'always'\ntelephone = '{phone}'\n"
            f"[requests.r{key}]\nname = 'Request {key}'\nkey = '{key}'\nroute = ['p{key}', 'mail']\n"
            "must_cover = 'Mo-Fr 08:00-18:00'\n"
            for key, phone in enumerate(PHONES, start=1)
        ),
        "[[escalation]]\nname = 'First'\nchannels = ['p1', 'mail']\n",
        "[[escalation]]\nname = 'Second'\ntelephone = '+57 601 7452141'\nextensions = ['1104']\n",
        "[people.ana]\nname = 'Ana'\ntelephone = '+57 318 7174937'\n[people.luis]\nname = 'Luis'\ntelephone = '+57 310 2345678'\n",
        "[rosters.night]\nname = 'Night'\n[[rosters.night.turns]]\nfrom = 2026-01-01T08:00:00\n",
        "every = '1 day'\nmembers = ['ana', 'luis', '']\n",
        "[[escalation]]\nname = 'Third'\nhours = 'always'\non_duty = 'night'\n",
        "[[shifts]]\nname = 'Day'\nweekly = '06:00-18:00'\n[[shifts]]\nname = 'Night'\nweekly = '18:00-06:00'\n",
    ]
)

NAMED = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "shift+left": "\x1b[1;2D",
    "shift+right": "\x1b[1;2C",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "enter": "\r",
    "space": " ",
    "escape": "\x1b[27u",
}
"""Keys that send no character of their own."""

KEYS = tuple(
    text
    for command in COMMANDS
    for key in command.keys
    if key not in ("ctrl+p", "ctrl+q", "q") and (text := NAMED.get(key) or key_to_character(key))
)

FUNCTION_KEYS = (
    *(
        "\x1bOP",
        "\x1bOS",
        "\x1b[11~",
        "\x1b[15;2~",
        "\x1b[24~",
        "\x1b[[A",
        "\x1b[Z",
        "\t",
        "\x7f",
        "\x1b[3~",
        "\x1b[2~",
    ),
    *(
        "\x1b[H",
        "\x1b[F",
        "\x1bOA",
        "\x1b[1;5C",
        "\x1b[57399u",
        "\x1b[57441;1u",
        "\x1bf",
        "\x1b2",
        "\x03",
        "\x1a",
    ),
)

UNTYPED = (
    *(
        "\x1b[?1;2c",
        "\x1b]11;rgb:2222/2222/2222\x1b\\",
        "\x1bP>|quiet(2)\x1b\\",
        "\x1b[?2026;2$y",
        "\x1b[?2048;1$y",
    ),
    *(
        "\x1b[48;9999;9999;1;1t",
        "\x1b[48;1;1;0;0t",
        "\x1b[5;5R",
        "\x1b[O",
        "\x1b[I",
        "\x1b[5 q",
        "\x1b_Gq;OK\x1b\\",
    ),
)


class Storm:
    """A stream of pieces that is the same for the same seed."""

    def __init__(self, seed):
        self._chance = random.Random(seed)

    def piece(self):
        """Bytes, or a size of the window."""
        kinds = (self.key, self.kitty, self.mouse, self.paste, self.cut, self.noise, self.size, self.other)
        found = self._chance.choices(kinds, weights=(50, 10, 12, 2, 4, 6, 1, 15))[0]()
        return found.encode() if isinstance(found, str) else found

    def key(self):
        return self._chance.choice(KEYS)

    def other(self):
        return self._chance.choice((*FUNCTION_KEYS, *UNTYPED, "\x1b"))

    def kitty(self):
        numbers = (self._number(), self._chance.choice(("", ";", ";1", ";2", ";6", ";1:3", ";99999999999")))
        text = self._chance.choice(
            ("", "", f";{self._number()}", f";{self._number()}:{self._number()}", ";::")
        )
        return f"\x1b[{numbers[0]}{numbers[1]}{text}{self._chance.choice('uuuu~AEHS')}"

    def mouse(self):
        far = self._chance.choice((40, 120, 100_000, 10**12))
        place = f"{self._chance.randrange(-1, far)};{self._chance.randrange(-1, far)}"
        return f"\x1b[<{self._chance.choice((0, 0, 1, 2, 3, 16, 35, 35, 64, 65, 66, 128, 9**20))};{place}{self._chance.choice('Mm')}"

    def paste(self):
        length = self._chance.choice((0, 1, 20, 20, 3000))
        text = "".join(self._chance.choices("q2e\x1b\x9b\n\r\t\x00\x07ñ日/[", k=length))
        return f"\x1b[200~{text}\x1b[201~"

    def cut(self):
        whole = self._chance.choice(
            ("\x1b[<35;10;12M", "\x1b[1;5A", "\x1b[57399;5u", "\x1b]11;rgb:2/2/2\x1b\\", "\x1b[200~")
        )
        return whole[: self._chance.randrange(1, len(whole) + 1)]

    def noise(self):
        found = self._chance.randbytes(self._chance.randrange(1, 12))
        return bytes(byte for byte in found if byte not in QUITS.encode())

    def size(self):
        return self._chance.choice(SIZES)

    def digits(self):
        """All five, in some order."""
        return self._chance.sample("12345", 5)

    def _number(self):
        while (number := self._chance.choice((self._chance.randrange(128), 55296, 10**self._chance.randrange(12)))) in (
            *map(ord, QUITS), *map(ord, "pP")
        ):  # fmt: skip
            pass
        return number


class Unread:
    """A screen that nobody looks at: what is drawn in a storm is not worked out."""

    def feed(self, data):
        pass


def weather(seed, columns, rows, pieces):
    """Let a storm of so many pieces loose on a window of this size, and tell what it was."""
    book = Path("contacts.toml")
    book.write_text(BOOK, "utf-8")
    book.chmod(0o444)  # a book that the storm edits has other answers
    storm, begun = Storm(seed), time.monotonic()
    sent = written = 0
    with Terminal(columns=columns, rows=rows) as terminal:
        terminal.wait(lambda: not termios.tcgetattr(terminal.slave)[3] & termios.ICANON)
        terminal.wait(lambda: "Storm" in terminal.text or "Enlarge" in terminal.text)
        stream, terminal.stream = terminal.stream, Unread()
        head = terminal.written
        for start in range(0, pieces, BATCH):
            terminal.written = head
            for _ in range(start, min(start + BATCH, pieces)):
                piece = storm.piece()
                if isinstance(piece, bytes):
                    sent += len(piece)
                    pour(terminal, piece)
                else:
                    terminal.claim(*piece)
            question(terminal, storm.digits())
            written += len(terminal.written) - len(head)
        terminal.stream = stream
        terminal.claim(99, 30)
        terminal.settle(0.2)
        terminal.resize(100, 30)
        terminal.press("3")
        terminal.sees("3 ▸ ● Request 3", "Phone 3")
        terminal.press("q")
        assert terminal.ends() == 0
        assert is_restored(terminal)
    return (
        f"{pieces} pieces ({sent:,} bytes) on {columns}×{rows}, seed {seed}: alive, answered "
        f"{-(-pieces // BATCH)} times five questions, wrote {written:,} bytes, {time.monotonic() - begun:.1f} s"
    )


def question(terminal, asked):
    """Close whatever is open or unfinished, pick each request and copy its number; the answers must be right."""
    answers = [PHONES[int(digit) - 1].removeprefix("+57").replace(" ", "") for digit in asked]
    pour(terminal, b"\x1b[201~" + b"\x1b[27u" * 8 + b"n" + "".join(f"{digit}c" for digit in asked).encode())
    terminal.wait(lambda: terminal.process.poll() is not None or clipboard(terminal)[-5:] == answers, 60)
    assert terminal.process.poll() is None, terminal.written[-60000:].decode(errors="replace")


def pour(terminal, data):
    """Send all of `data`, and read what comes meanwhile: either side may have to wait for the other."""
    while data:
        _, ready, _ = select.select([], [terminal.master], [], 0)
        if ready:
            data = data[os.write(terminal.master, data[:512]) :]
        terminal.read(0 if ready else 0.01)
