"""The pydantic models of a contact book. They are frozen and refuse unknown keys."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from helpdesk_tui.book import fields
from helpdesk_tui.book.references import is_written
from helpdesk_tui.book.tables import OWN_WAYS
from helpdesk_tui.book.turns import MEMBERS, OVERRIDES

_EVERY_MINUTE = {"24/7", "00:00-24:00", "Mo-Su 00:00-24:00"}

OnHolidays = Literal[
    "open", "closed", "unknown", "as Mo", "as Tu", "as We", "as Th", "as Fr", "as Sa", "as Su"
]


def _any_of(*keys: str) -> JsonDict:
    """The JSON Schema of a table that must have at least one of these keys."""
    return {"anyOf": [{"required": [key]} for key in keys]}


_REACHED_BY = (*OWN_WAYS, "on_duty")


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Header(_Table):
    """The table [book]: what the book is and how its times are read."""

    title: fields.Text = Field(description="The service that the book is for.")
    organization: fields.Text | None = Field(None, description="Who offers the service.")
    language: Literal["es", "en"] = Field("en", description="Language of the book, and of the screen.")
    timezone: fields.Zone = Field(description="IANA zone of every hour in the file, as America/Bogota.")
    country: fields.Country | None = Field(
        None, description="Whose public holidays hold: ISO 3166, with a subdivision as in DE-BY."
    )
    closing_soon: int = Field(30, ge=0, le=1440, description="Minutes before closing that count as soon.")
    copied_numbers: Literal["national", "international"] = Field(
        "national",
        description="How a copied telephone number is written: as people of the country dial it, or as +57….",
    )
    source: fields.LongText | None = Field(None, description="Where these facts were published.")
    verified: date | None = Field(None, description="The day someone last checked these facts.")
    verify_every: fields.Days = Field(180, description="Days after which `check` asks to check them again.")


class Hours(_Table):
    """A named weekly timetable."""

    weekly: fields.Weekly = Field(description="Weekly rules in the OpenStreetMap opening_hours syntax.")
    on_holidays: OnHolidays = Field(
        "unknown",
        description="On a public holiday: as on any day, closed, unknown where it would be open, or "
        "as on that day of the week.",
    )

    @property
    def never_closes(self) -> bool:
        """Whether the rules say that it never closes."""
        as_on_any_day = self.on_holidays not in ("closed", "unknown")
        return as_on_any_day and " ".join(self.weekly.split()) in _EVERY_MINUTE


class Details(_Table):
    """How someone is reached."""

    hours: fields.Id | None = Field(None, description="An entry of [hours]; left out: not published.")
    telephone: fields.Telephone | None = Field(None, description="International form, as +57 601 7442727.")
    telephones: fields.Many[fields.Telephone] = Field(
        (), description="More of them, in the order to call them; after telephone, or instead of it."
    )
    menu: fields.Many[fields.MenuKey] = Field((), description="Keys to press at the voice menu, in order.")
    extensions: fields.Many[fields.Extension] = Field(
        (), description="Extensions as text, alone where one dials them from within; a leading zero counts."
    )
    email: fields.Email | None = Field(None, description="An e-mail address.")
    url: fields.Link | None = Field(None, description="A link of http, https, mailto, tel, msteams or sip.")
    on_duty: fields.Id | None = Field(
        None, description="An entry of [rosters]: who answers, by the contact given here or their own."
    )
    note: fields.LongText | None = Field(None, description="What the reader should know of it.")
    takes_messages: fields.Messages = Field(
        False,
        description="Accepts a message while closed: true by its e-mail and link, never by its telephone; "
        'a list names the ways, as `["email", "telephone"]`.',
    )

    verified: date | None = Field(
        None, description="The day someone last checked this; left out: that of the book."
    )

    def message_ways(self) -> tuple[str, ...]:
        """The ways that accept messages: the listed ones, or for `true` the address and the link."""
        if isinstance(self.takes_messages, tuple):
            return self.takes_messages
        written = {"email": self.email, "url": self.url} if self.takes_messages else {}
        return tuple(way for way, value in written.items() if is_written(value))


class Channel(Details):
    """A way in for requests."""

    model_config = ConfigDict(json_schema_extra=_any_of(*_REACHED_BY))

    name: fields.Text = Field(description="What people call it.")


class Route(_Table):
    """A route of a request at some hours."""

    hours: fields.Id = Field(description="An entry of [hours]: while they are open, this route is in force.")
    route: fields.Many[fields.Id] = Field(min_length=1, description="Its channels, in order of preference.")


class Request(_Table):
    """What the agent picks: a priority or a kind of request."""

    name: fields.Text = Field(description="What people call it.")
    key: fields.Digit | None = Field(None, description="The digit that picks it on the screen.")
    route: fields.Many[fields.Id] = Field(min_length=1, description="Its channels, in order of preference.")
    routes: fields.Many[Route] = Field(
        (), description="Routes of other hours: the first whose hours are open is in force, else route."
    )
    aliases: fields.Many[fields.Text] = Field((), description="Other names it is asked for by.")
    note: fields.LongText | None = Field(None, description="What to do first, as to ask for a number.")
    must_cover: fields.Weekly | None = Field(
        None, description="When a channel of the route must be open, in the syntax of weekly."
    )

    def all_routes(self) -> dict[str, tuple[str, ...]]:
        """Every route of the request, by its key within the request."""
        others = {f"routes.{number}.route": each.route for number, each in enumerate(self.routes, start=1)}
        return {"route": self.route, **others}


class Shift(_Table):
    """A stretch of work of the desk's people."""

    name: fields.Text = Field(description="What people call it.")
    weekly: fields.Weekly = Field(description="When it is worked, in the syntax of [hours].")


class Level(Details):
    """A step of the escalation ladder: reached by channels, or with contact details of its own."""

    model_config = ConfigDict(json_schema_extra=_any_of("channels", *_REACHED_BY))

    name: fields.Text = Field(description="Who answers at this level.")
    channels: fields.Many[fields.Id] = Field(
        (), min_length=1, description="The channels that reach it; instead of its own details."
    )


class Person(_Table):
    """Someone who takes turns."""

    name: fields.Text = Field(description="What people call them.")
    telephone: fields.Telephone | None = Field(None, description="International form, as +57 601 7442727.")
    email: fields.Email | None = Field(None, description="An e-mail address.")
    note: fields.LongText | None = Field(None, description="What the reader should know of them.")


class LineUp(_Table):
    """A line-up: members who take turns from its first hand-over on, until that of the next line-up."""

    start: fields.LocalTime = Field(alias="from", description="The first hand-over, local date and time.")
    every: fields.EveryTurn = Field(
        description='How long a turn lasts, as "12 hours", "1 day", "1 week" or "1 month".'
    )
    members: tuple[fields.OnDuty, ...] = Field(
        strict=False,
        min_length=1,
        max_length=MEMBERS,
        description="Entries of [people] in turn; an empty text is a turn in which nobody is on duty.",
    )


class Override(_Table):
    """A stretch of time in which someone else is on duty."""

    person: fields.OnDuty = Field(description="An entry of [people]; empty: nobody is on duty.")
    start: fields.LocalTime = Field(alias="from", description="From when, local date and time.")
    until: fields.LocalTime = Field(description="Until when, local date and time; no longer at that time.")
    reason: fields.Text | None = Field(None, description="Why.")


class Roster(_Table):
    """Who is on duty when: by turns, or by a calendar; overrides outrank both."""

    name: fields.Text | None = Field(None, description="What people call it; left out: its key.")
    turns: fields.Many[LineUp] = Field(
        (), description="Its line-ups, in the order of their first hand-overs."
    )
    calendar: fields.Text | None = Field(
        None, description="A calendar file (.ics) beside the book that tells the turns, instead of turns."
    )
    overrides: tuple[Override, ...] = Field(
        (), strict=False, max_length=OVERRIDES, description="Who is on duty instead, for a time."
    )


class Check(_Table):
    """The table [check]: what `check` leaves out."""

    ignore: fields.Many[fields.Text] = Field((), description="Names of findings to leave out.")


class Book(_Table):
    """A contact book."""

    book: Header = Field(description="What the book is.")
    holidays: fields.Table[fields.Day, fields.Holiday] = Field(
        default={}, description="Corrections to the country's calendar, by date or by day of every year."
    )
    hours: fields.Table[fields.Id, Hours] = Field(default={}, description="Weekly timetables by name.")
    channels: fields.Table[fields.Id, Channel] = Field(min_length=1, description="Ways in for requests.")
    requests: fields.Table[fields.Id, Request] = Field(default={}, description="What may be asked for.")
    escalation: fields.Many[Level] = Field((), description="The ladder: level 1, 2, 3 in order.")
    people: fields.Table[fields.Id, Person] = Field(default={}, description="Those who take turns.")
    rosters: fields.Table[fields.Id, Roster] = Field(default={}, description="Who is on duty when.")
    shifts: fields.Many[Shift] = Field((), description="The desk's shifts; none: each calendar day is one.")
    check: Check = Field(default_factory=lambda: Check(ignore=()), description="What `check` leaves out.")


MODELS: dict[str, type[BaseModel]] = {
    "book": Header,
    "hours": Hours,
    "channels": Channel,
    "requests": Request,
    "escalation": Level,
    "people": Person,
    "rosters": Roster,
    "shifts": Shift,
    "check": Check,
}
"""The model of each table, or of its entries."""

# A model's own fields come before those that it inherits.
FIELDS = {
    table: tuple(dict.fromkeys([*model.__annotations__, *model.model_fields]))
    for table, model in MODELS.items()
}
"""The fields of each table, in the order in which they are written."""
