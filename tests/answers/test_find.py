import random
from difflib import get_close_matches

import pytest

from helpdesk_tui.answers.find import entries, find_request, nearest, search
from helpdesk_tui.names import near
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


@pytest.mark.parametrize(
    ("named", "first"),
    [
        pytest.param("critcal", "critical", id="a letter left out"),
        pytest.param("peticiones", "petición", id="the accent is the book's"),
        pytest.param("MEDUIM", "medium", id="letters turned round"),
        pytest.param("p11", "p1", id="a digit too many"),
    ],
)
def test_the_nearest_name_comes_first(board, named, first):
    assert nearest(board, named)[0] == first


def test_similar_names_are_those_of_difflib():
    chance = random.Random(1)
    for _ in range(300):
        name, *known = (
            "".join(chance.choices("phone1é", k=chance.randrange(1, 9)))
            for _ in range(chance.randrange(2, 15))
        )
        assert near(name, known, 3) == get_close_matches(name, known, 3), (name, known)


def test_where_no_name_is_near_the_ids_are_all_named(board):
    assert nearest(board, "zzzzzz") == ["p1", "p2", "p3", "p4", "pqrsa"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("telefonico", ["phone", "1"], id="a channel's name without its accent, and its level"),
        pytest.param("ELECTRÓNICO", ["email", "1"], id="capitals"),
        pytest.param("318 717 49 37", ["mobile"], id="a number, spaced otherwise"),
        pytest.param("3187174937", ["mobile"], id="a number's digits"),
        pytest.param("(601) 745 2141", ["2", "3"], id="a level's number"),
        pytest.param("1104", ["2"], id="an extension"),
        pytest.param("coordinador", ["3"], id="a level"),
        pytest.param("certichat", ["chat"], id="a link"),
        pytest.param("certicamararesponde@", ["pqrsa"], id="an address"),
        pytest.param("queja", ["pqrsa", "pqrsa"], id="an alias and a note"),
        pytest.param("critical mobile", ["p1"], id="words of an alias and a route"),
        pytest.param("nothing of the kind", [], id="nothing"),
    ],
)
def test_a_search_finds_what_holds_every_word(board, text, found):
    ids = [getattr(each, "id", None) or str(each.number) for each in search(entries(board), text)]
    assert ids == found


def test_a_search_for_nothing_finds_everything_in_the_books_order(board):
    found = search(entries(board), " ")
    assert found == [*board.requests.values(), *board.channels.values(), *board.levels]
