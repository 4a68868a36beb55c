"""What a terminal sends reaches Textual as keys, mouse and pastes, and as nothing that it cannot read."""

import random
from itertools import product

import pytest
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.drivers.linux_driver import XTermParser
from textual.events import Key, Paste

from helpdesk_tui.tui.input_filter import ALONE, LONGEST, STALLED, UNENDED, InputFilter


def passed(data):
    """What is let through of `data`, with what is given up at its end."""
    keys = InputFilter()
    return keys.filter(data if isinstance(data, bytes) else data.encode()) + keys.flush()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1eqj/?\r\x7f\t\x10\x00", id="characters and controls"),
        pytest.param("ñé日👩‍💻\u202e", id="letters of the world"),
        pytest.param("\x1b", id="escape"),
        pytest.param("\x1bf\x1b2\x1bñ", id="alt with a character"),
        pytest.param("\x1b[", id="alt with a character that begins sequences"),
        pytest.param("\x1b\x1b[A", id="escape, then an arrow"),
        pytest.param("\x1b[A\x1bOA\x1b[1;2A\x1b[1;5D", id="arrows"),
        pytest.param("\x1b[27u\x1b[113u\x1b[113;5u\x1b[57399u\x1b[13;2u", id="keys of the kitty protocol"),
        pytest.param("\x1b[241;;241u\x1b[0;;104:105u\x1b[128512u\x1b[;1;97u", id="keys with their text"),
        pytest.param("\x1b[3~\x1b[15;2~\x1b[11^\x1b[23$\x1b[[A\x1b[Z", id="keys of other terminals"),
        pytest.param("\x1b[<0;10;5M\x1b[<0;10;5m\x1b[<64;300;99M\x1b[<35;1;1M", id="the mouse"),
        pytest.param("\x1b[I\x1b[O", id="the window's focus"),
        pytest.param("\x1b[?2026;2$y", id="updates held together"),
        pytest.param("\x1b[200~ask Sam\x1b[201~", id="a paste"),
        pytest.param("2\x1b[Ae\x1b[<0;1;1Mñ\x1b[27u", id="all together"),
    ],
)
def test_keys_the_mouse_and_pastes_are_let_through(text):
    assert passed(text) == text


def test_every_key_that_textual_knows_is_let_through():
    known = [sequence for sequence in ANSI_SEQUENCES_KEYS if sequence != "\x1b\x1b"]  # escape, twice
    assert [each for each in known if passed(each) != each] == []


def test_no_sequence_that_is_let_through_is_several_keys():
    numbers = ("", "0", "1", "2", "5", "9", "15", "23", "34", "35", "99", "1000", "999999")
    more = ("", ";", ";1", ";5", ";2;", ";1;97", ";;97", ":1", " ", "!")
    for number, rest, final in product(numbers, more, map(chr, range(0x40, 0x7F))):
        text = passed(f"\x1b[{number}{rest}{final}")
        keys = [each.key for each in XTermParser().feed(f"{text}\x1b[I") if isinstance(each, Key)]
        assert len(keys) <= 1, (text, keys)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\x1b[99999999u", id="a key beyond Unicode"),
        pytest.param("\x1b[1114112;1u", id="a key just beyond Unicode"),
        pytest.param("\x1b[97;1;99999999u", id="text beyond Unicode"),
        pytest.param("\x1b[" + "9" * 5000 + "u", id="a number of 5000 digits"),
        pytest.param("\x1b[97:65;1u", id="a key in parts"),
        pytest.param("\x1b[97;1:3u", id="a modifier in parts"),
        pytest.param("\x1b[0;;97:98:99:100:101:102:103:104u", id="more than Textual takes for a sequence"),
        pytest.param("\x1b[<0;999999;5M", id="the mouse out of every window"),
        pytest.param("\x1b[<0;-4;5M\x1b[<0;5M\x1b[<;;M", id="a mouse that is nowhere"),
        pytest.param("\x1b[M !!\x1b[32;10;5M", id="the mouse in older forms"),
        pytest.param("\x1b[48;30;100;0;0t\x1b[48;99999;99999;1;1t", id="a window's size"),
        pytest.param("\x1b[?2048;1$y", id="an offer to report the window's size"),
        pytest.param("\x1b[?1;2c\x1b[>0;276;0c\x1b[0n", id="what terminal it is"),
        pytest.param("\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b]10;rgb:0/0/0\x07", id="colours"),
        pytest.param("\x1bP>|xterm(390)\x1b\\\x1bP1+r71=71\x1b\\\x1b_Gi=1;OK\x1b\\", id="other replies"),
        pytest.param("\x1b]11;rgb:" + "f/q2" * 50_000 + "\x07", id="an endless reply"),
        pytest.param("\x1b[2^\x1b[5@\x1b[9$", id="keys of rxvt that Textual does not know"),
        pytest.param("\x1b[5 q\x1b[!p\x1b[1;2;3;4;5q", id="sequences of no key"),
        pytest.param("\x1b[12", id="a sequence without an end"),
        pytest.param("\x1b]11;rgb:2/2/", id="a reply without an end"),
        pytest.param("\x1b[12;5\x1b[!", id="sequences that break off"),
    ],
)
def test_what_nobody_typed_is_left_out_and_the_keys_around_it_are_not(text):
    assert passed(f"e{text}") == "e"
    assert passed(f"{text}\x1b[A2") == "\x1b[A2"


def test_bytes_that_are_no_text_are_characters_that_no_key_sends():
    assert passed(b"e\xff\xfe\xc3(2\x1b[A") == "e\ufffd\ufffd\ufffd(2\x1b[A"


@pytest.mark.parametrize(
    ("pasted", "read"),
    [
        pytest.param("8 dic 10:00", "8 dic 10:00", id="text"),
        pytest.param("", "", id="nothing"),
        pytest.param("one\r\ntwo\tthree", "one\n\ntwo three", id="lines"),
        pytest.param("a\x1bq\x1b[2~b\x9b31m\x07\u202e\x00", "aq[2~b31m", id="what commands a terminal"),
        pytest.param("日" * 100_000, "日" * LONGEST, id="a megabyte"),
        pytest.param("\x1b[200~x\x1b[20", "[200~x[20", id="the beginnings of pastes"),
    ],
)
def test_a_paste_is_text_and_never_keys(pasted, read):
    text = passed(f"1\x1b[200~{pasted}\x1b[201~2")
    assert text == f"1\x1b[200~{read}\x1b[201~2"
    events = list(XTermParser().feed(text))
    assert [event.key for event in events if isinstance(event, Key)] == ["1", "2"]
    assert [event.text for event in events if isinstance(event, Paste)] == [read]


def test_what_is_unfinished_waits_as_long_as_it_can_be_meant():
    keys = InputFilter()
    assert keys.timeout is None
    assert (keys.filter(b"2\x1b"), keys.timeout) == ("2", ALONE)
    assert (keys.flush(), keys.timeout) == ("\x1b", None)
    assert (keys.filter(b"\x1b["), keys.timeout) == ("", ALONE)
    assert (keys.filter(b"<35;"), keys.timeout) == ("", STALLED)
    assert (keys.filter(b"1;1M"), keys.timeout) == ("\x1b[<35;1;1M", None)
    assert (keys.filter(b"\x1b[<35;"), keys.flush(), keys.timeout) == ("", "", None)
    assert (keys.filter(b"\x1b[200~half\x1b[20"), keys.timeout) == ("", UNENDED)
    assert (keys.flush(), keys.timeout) == ("\x1b[200~half\x1b[201~", None)
    assert keys.filter(b"2") == "2"


PIECES = (
    *"\x1b[<;:?Mmu~Rt$yO]P_\\AZ019aqé日-\n\x00\x07\x9b٣²",
    *("48", "2026", "2048", "99999999", "1114111", "55296", "200~", "201~"),
    *("\x1b[", "\x1b[200~", "\x1b[201~", "\x1b[M", "\x1b[<", "\x1b]"),
)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_comes_and_however_it_is_cut_textual_reads_it(seed):
    chance = random.Random(seed)
    for _ in range(2000):
        data = bytearray("".join(chance.choices(PIECES, k=chance.randrange(1, 60))).encode())
        for _ in range(chance.choice((0, 0, 3))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        whole, cut = InputFilter(), InputFilter()
        read = whole.filter(bytes(data))
        assert "".join(cut.filter(bytes([byte])) for byte in data) == read, data
        rest = whole.flush()
        assert cut.flush() == rest, data
        for text in (read, rest):
            list(XTermParser().feed(text))
        whole.filter(data)
        assert whole.filter(b"\x1b[201~\x1b[27un2").endswith("\x1b[27un2"), data
