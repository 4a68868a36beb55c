"""Sentences for answers: the state of a contact, when it changes, and why it is the right contact."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from helpdesk_tui.answers.status import Status
from helpdesk_tui.answers.who import Opening, Who, Why
from helpdesk_tui.board.board import REASONS, Board, State
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.times import format_date, format_duration, format_moment, format_time, weekday_name


class Phrases:
    """Formats the answers of one board at one instant in one language.

    `moment_format` formats other instants, as `format_moment` does.
    """

    def __init__(
        self,
        language: Language,
        board: Board,
        at: datetime,
        moment_format: Callable[[Language, datetime, datetime], str] = format_moment,
    ) -> None:
        self.language = language
        self.board = board
        self.now = board.local(at)
        self._moment_format = moment_format

    def state(self, contact: Status) -> str:
        """The state of a contact: `open`, `closing soon`, `closed` or `unconfirmed`."""
        return self.states()["soon" if contact.closing_soon else contact.state]

    def states(self) -> dict[str, str]:
        """The name of each state, and of an open channel that closes `soon`."""
        _ = self.language.translate
        return {
            "open": _("open"),
            "soon": _("closing soon"),
            "closed": _("closed"),
            "unknown": _("unconfirmed"),
        }

    def when(self, contact: Status, *, brief: bool = False) -> str:
        """The time of the next change and the reason: `closes 19:00 · 2 h`, `year end · opens 7:00`."""
        _ = self.language.translate
        reason = self.comment(contact)
        if contact.state is State.UNKNOWN:
            return reason or _("it is not known whether it is open")
        if contact.state is State.CLOSED:
            opens = _("does not open in the coming year")
            if contact.opens is not None:
                opens = _("opens {time}", time=self.moment(contact.opens))
            elif contact.until is not None:
                opens = _("unconfirmed from {time}", time=self.moment(contact.until))
            parts = [reason, opens]
        else:
            parts = [*self._ends(contact, brief), reason]
        return " · ".join(filter(None, parts))

    def _ends(self, contact: Status, brief: bool) -> Iterator[str]:
        """Yield the end of an open state and, unless `brief`, the time until then."""
        _ = self.language.translate
        if contact.until is None:
            always = _("24 hours") if brief else _("every day, 24 hours")
            yield always if contact.always else _("does not close in the coming year")
            return
        time = self.moment(contact.until)
        unconfirmed = contact.then is State.UNKNOWN
        yield _("unconfirmed from {time}", time=time) if unconfirmed else _("closes {time}", time=time)
        if not brief:
            yield format_duration(self.language, contact.until - self.now)

    def comment(self, contact: Status) -> str | None:
        """The reason for the state, where the book or the calendar gives one."""
        if contact.channel.hours is None:
            return self.language.translate("hours not published")
        return self.translate_comment(contact.comment, self.now.date())

    def on_duty(self, contact: Status) -> str | None:
        """Who is on duty, until when, and who comes next: `On duty: Ana until wed 08:00, then Luis`."""
        duty, _ = contact.duty, self.language.translate
        if duty is None:
            return None
        coming = None if duty.next is None else duty.next.name
        if duty.person is None:
            if coming is None or duty.until is None:
                return None  # the reason for the state is enough
            return _("On duty from {time}: {name}", time=self.moment(duty.until), name=coming)
        name = duty.person.name
        if duty.until is None:
            return _("On duty: {name}", name=name)
        time = self.moment(duty.until)
        if coming is None:
            return _("On duty: {name} until {time}", name=name, time=time)
        return _("On duty: {name} until {time}, then {next}", name=name, time=time, next=coming)

    def why(self, answer: Who) -> str:
        """Why this is the right contact, or why there is none."""
        _ = self.language.translate
        request = answer.request.name
        if answer.request.routes:
            request = _("{request} at this hour", request=request)
        if answer.contact is None:
            if reasons := self._reasons(answer):
                return _("Every channel for {request} is closed: {reasons}", request=request, reasons=reasons)
            return _("Every channel for {request} is closed", request=request)
        name = answer.contact.channel.name
        if answer.why is Why.FIRST:
            return _("{name} is the first channel for {request}, and it is open", name=name, request=request)
        if answer.why is Why.FIRST_OPEN:
            others = ", ".join(
                " · ".join(filter(None, (f"{each.channel.name}: {self.state(each)}", self.comment(each))))
                for each in answer.passed_over
            )
            text = _("{name} is the first open channel for {request} ({others})")
            return text.format(name=name, request=request, others=others)
        unknown = _("No channel for {request} is known to be open", request=request)
        return f"{unknown}. {self.unconfirmed(answer.contact)}"

    def unconfirmed(self, contact: Status) -> str:
        """The sentence for an unknown state, with its reason where there is one."""
        _ = self.language.translate
        name, reason = contact.channel.name, self.comment(contact)
        if reason is None:
            return _("It is not known whether {name} is open", name=name)
        text = _("It is not known whether {name} is open: {reason}")
        if reason == self.holiday():
            text = _("It is not known whether {name} is open on this holiday: {reason}")
        return text.format(name=name, reason=reason)

    def opening(self, opening: Opening) -> str:
        """The sentence for the channel that is open next: `Telefónico opens tomorrow 07:00`."""
        _, name, time = self.language.translate, opening.channel.name, self.moment(opening.at)
        if opening.opens:
            return _("{name} opens {time}", name=name, time=time)
        return _("{name} attends from {time} on", name=name, time=time)

    def moment(self, at: datetime) -> str:
        """Another instant on the clock of the book's zone."""
        return self._moment_format(self.language, self.board.local(at), self.now)

    def day(self) -> str:
        """The date at the instant of these phrases, in the book's zone: `mon 23 nov 2026`."""
        return format_date(self.language, self.now)

    def clock(self) -> str:
        """The time at the instant of these phrases, with the city of the zone: `16:25 Bogotá`."""
        return f"{format_time(self.now)} {self.city()}"

    def stamp(self, here: datetime) -> str:
        """The date and time in the book's zone, with the time of `here` where its offset differs.

        `here` is the same instant in the zone of the reader's machine.
        """
        stamp = f"{self.day()} · {self.clock()}"
        if here.utcoffset() == self.now.utcoffset():
            return stamp
        time = format_time(here)
        if here.date() != self.now.date():
            time = f"{weekday_name(self.language, here)} {time}"
        return self.language.translate("{stamp} · here {time}", stamp=stamp, time=time)

    def city(self) -> str:
        """The city of the book's zone, in the reader's language."""
        return self.board.cities[self.language.code]

    def holiday(self, day: date | None = None) -> str | None:
        """The names of the public holidays on `day`, in the reader's language; None where there is none.

        Without a `day` it is that of the instant of these phrases.
        """
        names = self.board.holiday_names.get(self.language.code, self.board.holidays)
        return names.get(day or self.now.date())

    def translate_comment(self, comment: str | None, day: date) -> str | None:
        """The comment of a span on `day`, translated where it is a public holiday or the board's own."""
        if comment in REASONS:
            return self.language.gettext(comment)
        return self.holiday(day) if comment and comment == self.board.holidays.get(day) else comment

    def _reasons(self, answer: Who) -> str:
        """The reasons why channels are closed: `year end`, or `year end (Telefónico)` unless all share it."""
        closed: dict[str, list[str]] = {}
        for each in answer.passed_over:
            if reason := self.comment(each):
                closed.setdefault(reason, []).append(each.channel.name)
        return ", ".join(
            reason if len(names) == len(answer.passed_over) else f"{reason} ({', '.join(names)})"
            for reason, names in closed.items()
        )
