"""Which request is meant."""

import pytest

from tests.cli.program import AT, book, misuse
from tests.support import DESK_TEXT


@pytest.mark.parametrize(
    ("named", "request_id"),
    [
        pytest.param("p1", "p1", id="id"),
        pytest.param("P1", "p1", id="id in capitals"),
        pytest.param("1", "p1", id="key"),
        pytest.param("5", "pqrsa", id="another key"),
        pytest.param("Prioridad 1 · Crítica", "p1", id="name"),
        pytest.param("prioridad 1 · critica", "p1", id="name without case and accents"),
        pytest.param("  PRIORIDAD   2 ·  alta ", "p2", id="name with more spaces"),
        pytest.param("crítica", "p1", id="alias"),
        pytest.param("CRITICO", "p1", id="alias without accent, in capitals"),
        pytest.param("cri\u0301tica", "p1", id="alias with a combining accent"),
        pytest.param("critical", "p1", id="alias in English"),
        pytest.param("queja", "pqrsa", id="kind of request"),
        pytest.param("PETICION", "pqrsa", id="kind of request, folded"),
        pytest.param("apelación", "pqrsa", id="kind of request with an accent"),
        pytest.param("ｐ１", "p1", id="full width"),
    ],
)
def test_a_request_is_named_by_id_key_name_or_alias(cli, named, request_id):
    assert cli("who", named, "--at", AT, "--json").data["request"]["id"] == request_id


@pytest.mark.parametrize(
    ("named", "names"),
    [
        pytest.param("critca", "crítica", id="a letter too few"),
        pytest.param(
            "prioridad",
            "Prioridad 1 · Crítica, Prioridad 2 · Alta, Prioridad 3 · Media, Prioridad 4 · Baja",
            id="what several are called",
        ),
        pytest.param("priority 1", "Prioridad 1 · Crítica", id="another language"),
        pytest.param("reclamos", "reclamo", id="the plural"),
        pytest.param("xyzzy", "p1, p2, p3, p4, pqrsa", id="like nothing"),
        pytest.param("", "p1, p2, p3, p4, pqrsa", id="nothing at all"),
        pytest.param("¿", "p1, p2, p3, p4, pqrsa", id="a sign"),
    ],
)
def test_an_unknown_request_is_refused_with_the_nearest_names(cli, named, names):
    found = misuse(cli("who", named, "--at", AT, "--lang", "en"))
    begin, _, listed = found.partition("; try: ")
    assert begin == f"no request is called {named}"
    assert listed == names
    assert misuse(cli("who", named, "--at", AT)).startswith(
        f"ninguna solicitud se llama {named}; pruebe con: "
    )


@pytest.mark.parametrize("named", ["prioridad 1", "p 1", "crit", "PRIOR 1"])
def test_a_shortened_name_that_is_clear_is_taken_and_said(cli, named):
    ran = cli("who", named, "--at", AT, "--lang", "en")
    assert ran.out == cli("who", "p1", "--at", AT, "--lang", "en").out
    assert ran.err == f"helpdesk-tui: {named} is taken for Prioridad 1 · Crítica\n"
    assert cli("who", "p1", "--at", AT).err == ""


def test_requests_between_commas_may_be_shortened_too(cli):
    ran = cli("coverage", "--request", "crit,med", "--days", "1", "--at", AT, "--json")
    assert [each["id"] for each in ran.data["requests"]] == ["p1", "p3"]


def test_an_unknown_request_of_a_book_without_requests_is_refused(cli):
    text = DESK_TEXT[: DESK_TEXT.index("[requests.p1]")] + DESK_TEXT[DESK_TEXT.index("[[escalation]]") :]
    assert misuse(cli("who", "p1", "--book", book(text))) == "ninguna solicitud se llama p1; pruebe con: —"


def test_a_very_long_name_is_refused_at_once(cli):
    assert misuse(cli("who", "x" * 100_000, "--at", AT, "--lang", "en")).endswith(
        "; try: p1, p2, p3, p4, pqrsa"
    )


@pytest.mark.parametrize("named", ["-1", "--p1", "-x"])
def test_a_request_that_looks_like_an_option_is_an_error_and_no_answer(cli, named):
    assert cli("who", named, "--at", AT).code == 2
    assert cli("who", "--at", AT, "--", named).code == 2
