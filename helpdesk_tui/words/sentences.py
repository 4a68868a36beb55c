"""Answers in words: the state, when it changes, why this contact, what is wrong with a book."""

from datetime import datetime

from helpdesk_tui.answers.contact import Contact
from helpdesk_tui.answers.who import Opening, Who, Why
from helpdesk_tui.board.board import Board, Channel, State
from helpdesk_tui.words.catalogue import Words
from helpdesk_tui.words.times import clock, date_in_words, duration, moment, weekday

_MARKS = {State.OPEN: "●", State.CLOSED: "○", State.UNKNOWN: "?"}


class Speaker:
    """Puts answers of one board into words of one language, at one instant."""

    def __init__(self, words: Words, board: Board, at: datetime) -> None:
        self.words = words
        self.board = board
        self.now = board.local(at)

    def state(self, contact: Contact) -> str:
        """The state in a word or two: `open`, `closing soon`, `closed`, `unconfirmed`."""
        opened, soon, closed, unknown = self.states()
        if contact.closing_soon:
            return soon
        return {State.OPEN: opened, State.CLOSED: closed, State.UNKNOWN: unknown}[contact.state]

    def states(self) -> tuple[str, str, str, str]:
        """The words for open, closing soon, closed and unknown."""
        _ = self.words.gettext
        return _("open"), _("closing soon"), _("closed"), _("unconfirmed")

    def when(self, contact: Contact, *, brief: bool = False) -> str:
        """When the state changes: `closes 19:00 · 2 h 35 min`, `opens tomorrow 07:00`."""
        _ = self.words.gettext
        if not contact.published:
            return _("hours not published")
        if contact.state is State.OPEN:
            if contact.until is None:
                return _("24 hours") if brief else _("every day, 24 hours")
            if brief:
                return _("closes {time}").format(time=self.moment(contact.until))
            return _("closes {time} · {duration}").format(
                time=self.moment(contact.until), duration=duration(self.words, contact.until - self.now)
            )
        if contact.state is State.UNKNOWN:
            return contact.comment or _("it is not known whether it is open")
        if contact.opens is None:
            return _("does not open in the coming year")
        return _("opens {time}").format(time=self.moment(contact.opens))

    def comment(self, contact: Contact) -> str | None:
        """Why the state is what it is, where the book or the calendar says so."""
        if not contact.published:
            return self.words.gettext("hours not published")
        return contact.comment

    def why(self, answer: Who) -> str:
        """Why this contact, in a sentence."""
        _ = self.words.gettext
        request = answer.request.name
        if answer.contact is None:
            return _("Every channel for {request} is closed").format(request=request)
        name = answer.contact.channel.name
        if answer.why is Why.FIRST:
            return _("{name} is the first channel for {request}, and it is open").format(
                name=name, request=request
            )
        if answer.why is Why.FIRST_OPEN:
            return _("{name} is the first open channel for {request}: {others}").format(
                name=name, request=request, others=self._passed_over(answer)
            )
        reason = self.comment(answer.contact)
        if reason is None:
            return _("No channel for {request} is known to be open; whether {name} is, is not known").format(
                request=request, name=name
            )
        return _("No channel for {request} is known to be open; of {name} it is not known: {reason}").format(
            request=request, name=name, reason=reason
        )

    def opening(self, opening: Opening) -> str:
        """Which channel opens next, and when: `Telefónico opens tomorrow 07:00`."""
        return self.words.gettext("{name} opens {time}").format(
            name=opening.channel.name, time=self.moment(opening.at)
        )

    def moment(self, at: datetime) -> str:
        """An instant in the book's zone, as someone says it now."""
        return moment(self.words, self.board.local(at), self.now)

    def date(self) -> str:
        """The date of the instant in the book's zone: `mon 23 nov 2026`."""
        return date_in_words(self.words, self.now)

    def clock(self) -> str:
        """The hour of the instant in the book's zone with its city: `16:25 Bogotá`."""
        return f"{clock(self.now)} {self.city()}"

    def stamp(self, here: datetime) -> str:
        """The instant with the book's clock, and the reader's own beside it where that differs.

        `here` is the same instant in the zone of the reader's machine.
        """
        stamp = f"{self.date()} · {self.clock()}"
        if here.utcoffset() == self.now.utcoffset():
            return stamp
        time = clock(here) if here.date() == self.now.date() else f"{weekday(self.words, here)} {clock(here)}"
        return self.words.gettext("{stamp} · here {time}").format(stamp=stamp, time=time)

    def city(self) -> str:
        """The book's zone by its city, in the reader's language."""
        return self.board.cities[self.words.language]

    def holiday(self) -> str | None:
        """The public holidays of the instant's date, by name."""
        return self.board.holidays.get(self.now.date())

    def _passed_over(self, answer: Who) -> str:
        return ", ".join(
            self.words.gettext("{name} {state}").format(name=each.channel.name, state=self.state(each))
            for each in answer.passed_over
        )


class Then(Speaker):
    """Speaks of an instant that is not now: `tomorrow` would be taken for the reader's."""

    def moment(self, at: datetime) -> str:
        """An instant in the book's zone: the hour, with the date where that is another one."""
        local = self.board.local(at)
        if local.date() == self.now.date():
            return clock(local)
        return f"{date_in_words(self.words, local, year=local.year != self.now.year)} {clock(local)}"


class Moved(Then):
    """Speaks of another time whose date stands over the whole screen."""

    def moment(self, at: datetime) -> str:
        """An instant in the book's zone; a day of the week that follows goes by its name."""
        local = self.board.local(at)
        if 0 < (local.date() - self.now.date()).days < 7:
            return f"{weekday(self.words, local)} {clock(local)}"
        return super().moment(at)


def mark(contact: Contact) -> str:
    """The shape of the state, one cell wide: a state is never told by colour alone."""
    return "◐" if contact.closing_soon else _MARKS[contact.state]


def menu(words: Words, channel: Channel) -> str | None:
    """What to press at the voice menu: `option 2 → 5`."""
    if not channel.menu:
        return None
    return words.gettext("option {keys}").format(keys=" → ".join(channel.menu))


def extensions(words: Words, channel: Channel) -> str | None:
    """The extensions to ask for: `ext. 1104, 1108, 1102`."""
    if not channel.extensions:
        return None
    return words.gettext("ext. {extensions}").format(extensions=", ".join(channel.extensions))


def ways(words: Words, channel: Channel) -> list[str]:
    """Every way to reach the channel, the number to call first: `(601) 7442727 option 2 → 5`."""
    number = [channel.dial, menu(words, channel), extensions(words, channel)]
    called = " ".join(part for part in number if part)
    return [way for way in (called, channel.email, channel.url) if way]
