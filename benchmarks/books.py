"""Contact books of any size."""

from collections.abc import Iterator
from pathlib import Path

DEFAULT = Path(__file__).parent.parent / "contacts.toml"


def large_book(channels: int, requests: int, timetables: int) -> str:
    """A book in TOML whose channels share `timetables` timetables, no two of them alike."""
    return "\n".join(_lines(channels, requests, timetables))


def _lines(channels: int, requests: int, timetables: int) -> Iterator[str]:
    yield '[book]\ntitle = "A large desk"\ntimezone = "America/Bogota"\ncountry = "CO"\nlanguage = "es"'
    for number in range(timetables):
        opens, closes = divmod(300 + number % 240, 60), divmod(840 + number // 240 * 30, 60)
        weekly = f"Mo-Fr {_clock(opens)}-{_clock(closes)}; Sa {_clock(opens)}-13:00"
        yield f'[hours.h{number}]\nweekly = "{weekly}"\non_holidays = "unknown"'
    for number in range(channels):
        yield f'[channels.c{number}]\nname = "Mesa de servicio {number}"\nhours = "h{number % timetables}"'
        yield f'telephone = "+57 601 {2000000 + number}"\nmenu = ["{number % 10}"]'
    for number in range(requests):
        route = [f"c{(number * 2 + step) % channels}" for step in range(3)]
        yield f'[requests.p{number}]\nname = "Servicio {number}"\nroute = {route}'.replace("'", '"')
        yield f'aliases = ["asunto {number}"]'
        if number < 10:
            yield f'key = "{number}"'
    for level in range(1, 4):
        yield f'[[escalation]]\nname = "Nivel {level}"\nchannels = ["c{level}"]'


def rosters_book(rosters: int, people: int) -> str:
    """The default book with rosters of all the people, in turns of twelve hours, each with its channel."""
    return "\n".join([DEFAULT.read_text("utf-8"), *_rosters(rosters, people)])


def _rosters(rosters: int, people: int) -> Iterator[str]:
    for number in range(people):
        yield f'[people.n{number}]\nname = "Persona {number}"\ntelephone = "+57 601 {3000000 + number}"'
    members = ", ".join(f'"n{number}"' for number in range(people))
    for number in range(rosters):
        name = f'name = "Guardia {number}"'
        yield f'[[rosters.r{number}.turns]]\nfrom = 2026-01-05T07:00:00\nevery = "12 hours"'
        yield f"members = [{members}]"
        yield f'[channels.d{number}]\n{name}\nhours = "always"\non_duty = "r{number}"'
        yield f'[requests.d{number}]\n{name}\nroute = ["d{number}", "phone"]'


def _clock(time: tuple[int, int]) -> str:
    return f"{time[0]:02}:{time[1]:02}"
