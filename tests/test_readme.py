"""The README holds what the code says: `.venv/bin/python -m tests.test_readme` brings it up to date."""

import io
import os
import re
import shlex
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin
from unittest.mock import patch

import pytest
from opening_hours import State as RuleState
from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticUndefined

from helpdesk_tui.board.advice import hours_advice
from helpdesk_tui.board.wall import Stretch, rules_by_day, stretches_by_day
from helpdesk_tui.book import models
from helpdesk_tui.book.findings import KINDS
from helpdesk_tui.book.turns import Every
from helpdesk_tui.book.weekly import rules
from helpdesk_tui.cli.main import run
from helpdesk_tui.phrases.findings import severity_name
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.tui.keys import key_sections
from tests.support import book_of, one_channel

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"

_MADE = re.compile(r"(<!-- (keys|table|findings) (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_CONSOLE = re.compile(r"(```console\n)(.*?)(```)", re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)$", re.MULTILINE)
_HEADINGS = {
    "en": ("key", "what it does"),
    "es": ("tecla", "qué hace"),
}


def up_to_date(readme: str) -> str:
    """The README with its tables of keys, its reference and every command's output as the code gives them."""
    readme = _MADE.sub(lambda found: found[1] + _made(found[2], found[3]) + found[4], readme)
    return _with_examples(readme, "America/Bogota")


def _with_examples(readme: str, zone: str) -> str:
    """The README with every command's output as a machine of this zone gives it."""
    with _as_an_agent(zone):
        return _CONSOLE.sub(lambda found: found[1] + _console(found[2]) + found[3], readme)


def _made(kind: str, name: str) -> str:
    if kind == "keys":
        sections = key_sections(Language(name))
        tables = [f"**{each.title}**\n{_table(_HEADINGS[name], _keys(each.rows))}" for each in sections]
        return "\n" + "".join(tables)
    if kind == "findings":
        language = Language(name)
        found = [
            (
                each.code,
                f"`{each.name}`",
                severity_name(language, each.severity),
                language.gettext(each.means),
            )
            for each in KINDS
        ]
        return _table(("code", "name", "severity", "what it is"), found)
    model = getattr(models, name)
    fields = sorted(model.model_fields.items(), key=lambda item: not item[1].is_required())
    rows = [
        (f"`{field.alias or key}`", _value(field.annotation), _default(field), field.description)
        for key, field in fields
    ]
    return _table(("key", "value", "left out", "what it is"), rows)


def _keys(rows):
    return [(f"`{keys}`", text) for keys, text in rows]


def _table(headings, rows):
    lines = (headings, ["---"] * len(headings), *rows)
    return "\n" + "".join("| " + " | ".join(line) + " |\n" for line in lines) + "\n"


def _value(annotation: object) -> str:
    arguments = get_args(annotation)
    origin = get_origin(annotation)
    if origin is Annotated:
        return _value(arguments[0])
    if origin in (Union, UnionType):
        return ", ".join(_value(each) for each in arguments if each is not type(None))
    if origin is Literal:
        return ", ".join(f'`"{each}"`' for each in arguments)
    if origin is tuple:
        tables = (models.Route, models.LineUp, models.Override)
        return "list of tables" if arguments[0] in tables else "list of texts"
    return {
        str: "text",
        int: "whole number",
        bool: "`true`, `false`",
        date: "date",
        datetime: "local date and time",
        Every: "text",
    }[annotation]


def _default(field) -> str:
    if field.default is PydanticUndefined:
        return "**required**"
    if isinstance(field.default, bool):
        return f"`{str(field.default).lower()}`"
    return f"`{field.default!r}`".replace("'", '"') if field.default not in (None, ()) else ""


def _console(block: str) -> str:
    text, code = "", 0
    for command in _COMMAND.findall(block):
        if command == "echo $?":
            output = f"{code}\n"
        else:
            code, output = _run(command)
        text += f"$ {command}\n{output}"
    return text


def _run(command: str) -> tuple[int, str]:
    program, *arguments = shlex.split(command)
    assert program == "helpdesk-tui", command
    assert "--at" in arguments, f"another output every day: {command}"
    output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with redirect_stdout(output), redirect_stderr(output):
        code = run(arguments)
    return code, output.buffer.getvalue().decode()


@contextmanager
def _as_an_agent(zone: str) -> Iterator[None]:
    """In the source's folder, on a machine of this zone, with nothing kept."""
    with TemporaryDirectory() as cache, chdir(ROOT), patch.dict(os.environ):
        for name in ("COLUMNS", "HELPDESK_TUI_BOOK", "LC_ALL"):
            os.environ.pop(name, None)
        os.environ |= {"TZ": zone, "XDG_CACHE_HOME": cache, "LANG": "C.UTF-8"}
        time.tzset()
        yield
    time.tzset()


def _models(model: type[BaseModel]) -> Iterator[str]:
    yield model.__name__
    for field in model.model_fields.values():
        for part in _parts(field.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from _models(part)


def _parts(annotation: object) -> Iterator[object]:
    yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)


@pytest.fixture(scope="module")
def readme():
    return README.read_text()


def test_is_what_the_code_says(readme):
    assert readme == up_to_date(readme), "bring it up to date: .venv/bin/python -m tests.test_readme"


def test_elsewhere_an_example_differs_by_the_hour_there_alone(readme):
    elsewhere = _with_examples(readme, "Europe/Madrid")
    assert elsewhere != readme
    assert re.sub(r" · (?:here|aquí) (?:\w+ )?\d\d:\d\d", "", elsewhere) == readme


def test_the_command_stands_where_the_set_up_says(readme):
    assert readme.count("`.venv/bin/helpdesk-tui`") == 2, "once in each language"
    command, output = re.search(r"```console\n\$ helpdesk-tui (.*)\n([^`]*)```", readme).groups()
    installed = Path(sysconfig.get_path("scripts"), "helpdesk-tui")
    with _as_an_agent("America/Bogota"):
        ran = subprocess.run([installed, *shlex.split(command)], capture_output=True, check=True)
    assert ran.stdout.decode() == output


def test_every_table_of_a_book_is_explained(readme):
    explained = set(re.findall(r"<!-- table (\w+) -->", readme))
    assert explained == set(_models(models.Book)) - {"Book"}
    for table in models.Book.model_fields:
        assert re.search(rf"`\[+{table}\b", readme), table


def test_hours_are_taken_and_refused_as_it_says(readme):
    part = readme.partition("### `[hours.ID]`")[2].partition("### `[channels.ID]`")[0]
    tables = [_first_column(table) for table in re.findall(r"\n((?:\|.*\n)+)", part)[1:]]
    taken, unknown, remarked, refused = tables
    assert all(tables)
    for weekly in (*taken, *unknown):
        models.Hours(weekly=weekly)
    for weekly in unknown:
        assert any(each.state is RuleState.UNKNOWN for each in _stretches(weekly))
    for weekly in remarked:
        text = one_channel(weekly, holidays="2025-12-24 = 'Nochebuena'")
        assert list(hours_advice(book_of(text), date(2026, 11, 23))), weekly
    for weekly in refused:
        with pytest.raises(
            ValidationError, match=r"cannot hold|does not exist|has a|without days|lists a|is not"
        ):
            models.Hours(weekly=weekly)


def _stretches(weekly: str) -> list[Stretch]:
    first, last, parsed = date(2026, 11, 23), date(2026, 11, 29), rules(weekly)
    days = stretches_by_day(parsed, rules_by_day(parsed, first, last), first)
    return [stretch for _, stretches in days for stretch in stretches]


def _first_column(table: str) -> list[str]:
    cells = [re.match(r"\| (.*?) (?<!\\)\|", row)[1] for row in table.splitlines()[2:]]
    return [text.replace("\\|", "|") for cell in cells for text in re.findall(r"`([^`]+)`", cell)]


def test_keys_stand_in_both_languages(readme):
    assert set(re.findall(r"<!-- keys (\w+) -->", readme)) == set(_HEADINGS)


def test_two_commands_set_everything_up(readme):
    made = "python3 -m venv .venv && .venv/bin/pip install"
    commands = [line for line in readme.splitlines() if line.startswith("python3 -m venv")]
    assert f"{made} . && .venv/bin/helpdesk-tui" in commands
    assert f"{made} -e '.[dev]' && .venv/bin/python -m pytest" in commands
    assert len({line for line in commands if line.endswith("-m pytest")}) == 1


def test_what_it_links_to_is_there(readme):
    targets = re.findall(r"\]\(([^)#:]+)\)", readme)
    assert targets
    assert [each for each in targets if not (ROOT / each).exists()] == []
    anchors = {re.sub(r"[^\w -]", "", each).strip().lower().replace(" ", "-") for each in _headings(readme)}
    assert set(re.findall(r"\]\(#([^)]+)\)", readme)) <= anchors


def _headings(readme: str) -> list[str]:
    return re.findall(r"^#+ (.*)$", readme, re.MULTILINE)


if __name__ == "__main__":
    text = README.read_text()
    fresh = up_to_date(text)
    README.write_text(fresh)
    sys.stderr.write("README.md was up to date\n" if fresh == text else "README.md is now up to date\n")
