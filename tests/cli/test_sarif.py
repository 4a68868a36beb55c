"""`check --format sarif`: what the specification of SARIF 2.1.0 and code-scanning tools ask for."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from sarif_pydantic import Sarif

from helpdesk_tui.book.findings import KINDS
from tests.cli.program import book
from tests.support import DESK_TEXT

AT = ("--at", "2026-11-23T10:00")


def sarif(cli, path, *options):
    ran = cli("check", "--format", "sarif", "--book", path, *AT, *options)
    log = ran.data
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    assert set(run) == {"tool", "language", "columnKind", "results"}
    assert re.fullmatch("[a-z]{2}(-[A-Z]{2})?", run["language"])
    return ran, run


def test_every_finding_is_a_rule(cli, here):
    driver = sarif(cli, here)[1]["tool"]["driver"]
    assert set(driver) == {"name", "version", "rules"}
    assert [(rule["id"], rule["name"]) for rule in driver["rules"]] == [
        (kind.code, kind.name) for kind in KINDS
    ]
    for rule in driver["rules"]:
        assert set(rule) == {
            "id",
            "name",
            "shortDescription",
            "fullDescription",
            "help",
            "defaultConfiguration",
        }
        assert all(rule[part]["text"] for part in ("shortDescription", "fullDescription", "help"))
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}


@pytest.mark.parametrize(
    ("text", "code"),
    [pytest.param(DESK_TEXT, 0, id="a good book"), pytest.param("[book]\ntitle = 7\n", 2, id="a bad book"),
     pytest.param("[book", 2, id="no TOML"), pytest.param(None, 2, id="no file")],
)  # fmt: skip
def test_every_result_has_a_rule_a_message_and_a_place(cli, text, code):
    path = "none.toml" if text is None else book(text)
    ran, run = sarif(cli, path)
    assert ran.code == code
    assert run["results"]
    for result in run["results"]:
        assert set(result) == {"ruleId", "ruleIndex", "level", "message", "locations"}
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert (rule["id"], rule["defaultConfiguration"]["level"]) == (result["ruleId"], result["level"])
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"] == {"uri": path}
        assert place["region"]["startLine"] >= 1


def test_a_result_names_its_line_and_its_key(cli, here):
    first = sarif(cli, here, "--lang", "en")[1]["results"][0]
    assert first["ruleId"] == "HD203"
    assert first["message"]["text"].startswith("channels.chat.url: is http, not https")
    assert first["locations"][0]["physicalLocation"]["region"] == {"startLine": 50}
    assert first["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "channels.chat.url"}]


@pytest.mark.parametrize("name", ["con espacio.toml", "mañana#1.toml", "a:b%.toml"])
def test_a_path_is_written_as_a_uri(cli, name):
    for path in (name, str(Path(name).absolute())):
        uri = sarif(cli, book(path=path))[1]["results"][0]["locations"][0]["physicalLocation"][
            "artifactLocation"
        ]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri.removeprefix("file://"))
        assert unquote(uri.removeprefix("file://")) == path


def test_descriptions_are_in_the_language_of_the_answer(cli, here):
    texts = [
        sarif(cli, here, "--lang", each)[1]["tool"]["driver"]["rules"][0]["help"]["text"]
        for each in ("es", "en")
    ]
    assert texts[0] != texts[1] == KINDS[0].mend


@pytest.mark.parametrize("text", [DESK_TEXT, "[book]\ntitle = 7\n", "[book"])
def test_another_programs_model_of_the_format_reads_all_of_it(cli, text):
    log = cli("check", "--format", "sarif", "--book", book(text), *AT).data
    read = Sarif.model_validate(log).model_dump(mode="json", by_alias=True, exclude_none=True)
    for rule in read["runs"][0]["tool"]["driver"]["rules"]:
        assert rule["defaultConfiguration"].pop("enabled")  # which it adds
    assert read == log
