import pytest

from helpdesk_tui.answers.find import find_request, shortened_request
from tests.support import board_of, desk_board, one_channel

NOON = "2026-11-23T12:00"


@pytest.fixture(scope="module")
def board():
    return desk_board(NOON)[0]


@pytest.mark.parametrize(
    ("named", "found"),
    [
        pytest.param("p1", "p1", id="id"),
        pytest.param("P1", "p1", id="id in capitals"),
        pytest.param("1", "p1", id="key"),
        pytest.param("5", "pqrsa", id="key of the last"),
        pytest.param("Prioridad 2 · Alta", "p2", id="name"),
        pytest.param("  prioridad   2 ·  ALTA ", "p2", id="name with other spaces and capitals"),
        pytest.param("crítica", "p1", id="alias"),
        pytest.param("CRITICA", "p1", id="alias without its accent"),
        pytest.param("cri\u0301tico", "p1", id="alias with a combining accent"),
        pytest.param("peticion", "pqrsa", id="alias that ends in an accent"),
        pytest.param("low", "p4", id="alias in English"),
        pytest.param("\uff30\uff11", "p1", id="wide letters"),
        pytest.param("p", None, id="the beginning of an id"),
        pytest.param("p5", None, id="unknown"),
        pytest.param("", None, id="nothing"),
        pytest.param("phone", None, id="a channel"),
    ],
)
def test_a_request_is_found_by_all_that_it_is_called(board, named, found):
    request = find_request(board, named)
    assert (request and request.id) == found


def test_a_letter_that_stands_for_several_is_found_by_them():
    text = one_channel("24/7") + "[requests.press]\nname = '℡ 𝐀'\nroute = ['desk']\naliases = ['Straße']\n"
    board, _ = board_of(text, NOON)
    for named in ("tel a", "TEL A", "strasse"):
        assert find_request(board, named).id == "press"


SHORT = [
    pytest.param("prioridad 1", "p1", id="the beginning of a name"),
    pytest.param("PRIORIDAD 1 CRÍTICA", "p1", id="a name without its signs"),
    pytest.param("p 1", "p1", id="an id with a space"),
    pytest.param("P-1", "p1", id="an id with a sign"),
    pytest.param("--p1", None, id="what looks like an option"),
    pytest.param("crit", "p1", id="the beginning of aliases of one request"),
    pytest.param("Crít", "p1", id="the same with case and accents"),
    pytest.param("med", "p3", id="three letters"),
    pytest.param("prior 2", "p2", id="a word shortened, and the number"),
    pytest.param("baja prioridad", "p4", id="words in another order"),
    pytest.param("pqrs", "pqrsa", id="the beginning of an id"),
    pytest.param("prioridad", None, id="what four requests are called"),
    pytest.param("pri", None, id="the beginning of four names"),
    pytest.param("p", None, id="a letter"),
    pytest.param("cr", None, id="two letters, though of one request alone"),
    pytest.param("c r i t", None, id="letters"),
    pytest.param("prioridad 11", None, id="a number that none has"),
    pytest.param("critca", None, id="a letter left out: nothing is guessed"),
    pytest.param("peticiones", None, id="the plural: nothing is guessed"),
    pytest.param("prioridad x", None, id="a word that none has"),
    pytest.param("phone", None, id="a channel"),
    pytest.param("", None, id="nothing"),
    pytest.param("·", None, id="a sign"),
]


@pytest.mark.parametrize(("named", "found"), SHORT)
def test_a_name_that_is_shortened_is_taken_where_one_request_alone_has_it(board, named, found):
    request = shortened_request(board, named)
    assert (request and request.id) == found


@pytest.mark.parametrize(
    ("named", "found"),
    [
        pytest.param("prioridad 1", None, id="a number is not the beginning of another"),
        pytest.param("prioridad 10", "a", id="it is that number"),
        pytest.param("1 2", "c", id="numbers stand apart, as in 1-2"),
        pytest.param("12", None, id="and are not that one"),
        pytest.param("10", None, id="a number alone is too little"),
        pytest.param("soporte", None, id="what two requests begin with"),
        pytest.param("soporte remoto", "d", id="what one of them is called"),
    ],
)
def test_a_number_is_never_shortened(named, found):
    rows = {
        "a": "Prioridad 10",
        "b": "Prioridad 100",
        "c": "1-2",
        "d": "Soporte remoto",
        "e": "Soporte en sitio",
    }
    text = one_channel("24/7")
    for key, name in rows.items():
        text += f"[requests.{key}]\nname = '{name}'\nroute = ['desk']\n"
    request = shortened_request(board_of(text, NOON)[0], named)
    assert (request and request.id) == found
