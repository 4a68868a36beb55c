import pytest

from helpdesk_tui.answers.entries import entries, request_entries
from helpdesk_tui.answers.hits import hits
from helpdesk_tui.answers.search import Index, similar_requests
from helpdesk_tui.names import fold
from tests.support import DESK_TEXT, board_of, desk_board, one_channel

NOON = "2026-11-23T12:00"


@pytest.fixture(scope="module")
def board():
    return desk_board(NOON)[0]


@pytest.fixture(scope="module")
def index(board):
    return Index(entries(board))


def ids(found):
    return [getattr(each.item, "id", None) or str(each.item.number) for each in found.entries]


HELD = [
    pytest.param("+576017452141", ["2", "3"], "telephone", id="a number as a machine writes it"),
    pytest.param("+57 601 745 2141", ["2", "3"], "telephone", id="a number with spaces"),
    pytest.param("0057 601 745 2141", ["2", "3"], "telephone", id="a number with the zeros of abroad"),
    pytest.param("(601) 745-2141", ["2", "3"], "telephone", id="a number with signs"),
    pytest.param("745 21", ["2", "3"], "telephone", id="a number as it is typed"),
    pytest.param("318 717 49 37", ["mobile"], "telephone", id="a number, spaced otherwise"),
    pytest.param("ext 1104", ["2"], "extension", id="an extension"),
    pytest.param("ext. 1104", ["2"], "extension", id="an extension with a full stop"),
    pytest.param("extensión 1104", ["2"], "extension", id="an extension in full"),
    pytest.param("601 745 2141 ext 1101", ["3"], "telephone", id="a number and an extension"),
    pytest.param("ext 744", [], None, id="a number is no extension"),
    pytest.param("1104", ["2"], "extension", id="an extension's digits"),
    pytest.param("supervisor", ["2"], "name", id="a level"),
    pytest.param("nivel 2", ["2"], "level", id="a level by its number"),
    pytest.param("level 3", ["3"], "level", id="a level by its number, in English"),
    pytest.param("chat", ["chat", "p2", "p3", "p4"], "id", id="a channel before the requests that reach it"),
    pytest.param("correo", ["email", "p2", "p3", "p4", "1"], "name", id="a channel before the level too"),
    pytest.param("ELECTRÓNICO", ["email", "p2", "p3", "p4", "1"], "name", id="capitals"),
    pytest.param("2", ["p2", "2"], "key", id="a digit finds keys, and no number that only holds it"),
    pytest.param("74", ["phone", "pqrsa", "2", "3"], "telephone", id="two digits with which a number's part begins"),
    pytest.param("certichat", ["chat"], "url", id="a link"),
    pytest.param("certicamararesponde@", ["pqrsa"], "email", id="an address"),
    pytest.param("queja", ["pqrsa", "pqrsa"], "alias", id="an alias before a note"),
    pytest.param("apelaciones respecto", ["pqrsa"], "note", id="words of a note"),
    pytest.param("critical celular", ["p1"], "alias", id="words of an alias and of a route"),
    pytest.param("soporte grupo", ["1"], "name", id="words in another order"),
    pytest.param("nothing of the kind", [], None, id="nothing"),
    pytest.param("x" * 201, [], None, id="what is too long for a search"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found", "field"), HELD)
def test_a_search_finds_what_holds_every_word_and_says_where_it_stands(index, text, found, field):
    result = index.search(text)
    assert ids(result) == found
    assert not (result.entries and result.similar)
    assert [result.match(each).field for each in result.entries[:1]] == ([field] if field else [])


@pytest.mark.parametrize(
    ("text", "first", "written"),
    [
        pytest.param("suprevisor", "2", "Supervisor de Soporte", id="letters turned round"),
        pytest.param("telefnico", "phone", "Telefónico", id="a letter left out"),
        pytest.param("celulra prioridad", "mobile", "Celular prioridad 1", id="one word of two"),
        pytest.param("critca", "p1", "crítica", id="an alias"),
    ],
)
def test_where_nothing_holds_the_words_similar_ones_are_found(index, text, first, written):
    result = index.search(text)
    assert result.similar
    assert ids(result)[0] == first
    assert result.match(result.entries[0]).written == written


@pytest.mark.parametrize("text", ["7452142", "+57 601 745 2142", "ext 1105", "1105", "prioridda 9", "zzzz"])
def test_a_number_is_not_guessed(index, text):
    assert index.search(text).entries == ()


def test_a_search_for_nothing_finds_everything_in_the_books_order(board, index):
    found = [each.item for each in index.search(" ").entries]
    assert found == [*board.requests.values(), *board.channels.values(), *board.levels]


@pytest.mark.parametrize("text", ["", "00", "zzz", "24/7"])
def test_a_book_without_requests_has_no_similar_ones(text):
    board, _ = board_of(one_channel("24/7").partition("[requests")[0], NOON)
    assert similar_requests(board, text) == []
    assert Index(request_entries(board)).search(text).entries == ()


@pytest.mark.parametrize(
    ("text", "field"),
    [
        pytest.param("soporte 24/7", "name", id="a name"),
        pytest.param("24/7", "name", id="a name's hours, which could be a number"),
        pytest.param("1074/2015", "note", id="the number of a law in a note"),
        pytest.param("soporte interno 2", "name", id="a name that could be an extension"),
    ],
)
def test_a_search_finds_the_text_of_the_book_as_it_is_written(text, field):
    names = ("Soporte 24/7", "Soporte interno 2")
    channels = "".join(
        f"[channels.c{number}]\nname = '{name}'\nemail = 'a@example.com'\nnote = 'Ley 1074/2015'\n"
        for number, name in enumerate(names)
    )
    board, _ = board_of(one_channel("24/7") + channels, NOON)
    result = Index(entries(board)).search(text)
    assert result.match(result.entries[0]).field == field
    assert fold(text) in result.match(result.entries[0]).searched


@pytest.mark.parametrize(
    ("named", "names"),
    [
        pytest.param("critcal", ["critical"], id="a letter left out"),
        pytest.param("peticiones", ["petición"], id="the accent is the book's"),
        pytest.param("MEDUIM", ["medium"], id="letters turned round"),
        pytest.param("p11", ["p1"], id="a digit too many"),
        pytest.param(
            "prioridad",
            ["Prioridad 1 · Crítica", "Prioridad 2 · Alta", "Prioridad 3 · Media", "Prioridad 4 · Baja"],
            id="what several are called, in the book's order",
        ),
        pytest.param("priority 1", ["Prioridad 1 · Crítica"], id="in another language, with its number"),
        pytest.param("celular", ["Prioridad 1 · Crítica"], id="the request that has this channel"),
        pytest.param("zzzzzz", ["p1", "p2", "p3", "p4", "pqrsa"], id="the ids where no name is near"),
        pytest.param("", ["p1", "p2", "p3", "p4", "pqrsa"], id="the ids for nothing"),
    ],
)
def test_the_nearest_names_come_first(board, named, names):
    assert similar_requests(board, named) == names


@pytest.mark.parametrize(
    ("text", "at", "status", "contacts"),
    [
        pytest.param("critica", NOON, "open", ["phone"], id="a request's contact"),
        pytest.param("critica", "2026-11-23T22:00", "open", ["mobile"], id="a request's contact at night"),
        pytest.param("alta", "2026-11-23T22:00", None, [], id="a request that nobody attends"),
        pytest.param("chat online", "2026-11-23T22:00", "closed", ["chat"], id="a channel"),
        pytest.param("supervisor", NOON, "unknown", ["level-2"], id="a level"),
        pytest.param("grupo", NOON, "open", ["phone", "email"], id="a level reached by channels"),
    ],
)
def test_what_was_found_has_its_state_and_contacts(text, at, status, contacts):
    board, now = board_of(DESK_TEXT, at)
    found = Index(entries(board)).search(text)
    hit = next(iter(hits(board, found, found.entries, now)))
    assert (hit.status and hit.status.state) == status
    assert [each.channel.id for each in hit.contacts] == contacts
