"""Times the keys of searches among 10,000 entries; prints the milliseconds that each one took."""

from time import perf_counter

from helpdesk_tui.answers.entries import entries
from helpdesk_tui.answers.search import Index
from helpdesk_tui.board.board import Board, Channel, Request

CHANNELS, REQUESTS = 6000, 4000
TYPED = (
    "mesa 4711",
    "servicio",
    "+57 601 200 4711",
    "ext 1104",
    "asunto 17",
    "servcio",
    "msea de servicio",
    "xyz",
)
"""A name, a word that all have, a number, an extension, an alias, words mistyped, and what nothing holds."""


def main() -> None:
    """Search for every beginning of every text, as it is typed."""
    channels = {f"c{number}": _channel(number) for number in range(CHANNELS)}
    requests = {f"p{number}": _request(number) for number in range(REQUESTS)}
    unused = dict.fromkeys(set(Board._fields) - {"channels", "requests", "levels"})
    index = Index(entries(Board(channels=channels, requests=requests, levels=(), **unused)))  # type: ignore[arg-type]
    index.search("wxyz")  # loads what similar words need
    for text in TYPED:
        for end in range(1, len(text) + 1):
            start = perf_counter()
            found = index.search(text[:end])
            for entry in found.entries[:20]:
                found.match(entry)
            print((perf_counter() - start) * 1000)


def _channel(number: int) -> Channel:
    dial = f"(601) {2000000 + number}"
    telephone = f"+57601{2000000 + number}"
    email, note = f"mesa.{number}@example.com", "Atiende al público en el horario publicado"
    extensions = (str(1000 + number),)
    name = f"Mesa de servicio {number}"
    return Channel(
        f"c{number}",
        name,
        telephones=(telephone,),
        dials=(dial,),
        dialled=(telephone,),
        extensions=extensions,
        email=email,
        note=note,
    )


def _request(number: int) -> Request:
    route = tuple(f"c{(number * 2 + step) % CHANNELS}" for step in range(3))
    return Request(f"p{number}", f"Servicio {number}", None, route, (f"asunto {number}",))


if __name__ == "__main__":
    main()
