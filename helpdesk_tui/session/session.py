"""Keeps the picture that a screen shows: of now or another time, with the changes of a moment ago."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from helpdesk_tui.answers.duty import duty
from helpdesk_tui.answers.status import channel_status
from helpdesk_tui.answers.who import who
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.notifications import format_changes, format_hand_overs, format_reroutes
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.times import format_moment, format_moment_by_weekday
from helpdesk_tui.session.feed import Feed, Fetched
from helpdesk_tui.session.notices import NoticeCache, many_rules
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.session.watch import Watch

SHOWN_FOR = timedelta(seconds=10)
"""How long a notification stays."""


class Session:
    """Keeps the picture of a book up to date.

    No method reads the book or builds a board; `feed.fetch` does, in a thread.
    """

    def __init__(
        self, feed: Feed, language: Language, *, large_digits: bool = True, notification: Iterable[str] = ()
    ) -> None:
        self.feed = feed
        self.language = language
        self._large_digits = large_digits
        self._notices = NoticeCache()
        self._watch = Watch()
        self._notification = tuple(notification)
        self._hidden_at = feed.clock() + SHOWN_FOR
        # Checking many rules is slow: the first frame does not wait for them.
        self.picture = self._make("", all_rules=False)
        self.waits_for_rules = many_rules(feed.board)

    def tick(self) -> bool:
        """Bring the picture up to the clock; True if there are changes, which the notification lists."""
        now = self.feed.now()
        if not self.feed.ready:
            self.picture = self.picture._replace(waiting=True)
            return False
        if int(now.timestamp()) // 60 != self.picture.minute:
            self.refresh()
        clock = self.feed.clock()
        # A clock that was turned back must not keep a notification for hours.
        if self._notification and not self._hidden_at - SHOWN_FOR <= clock < self._hidden_at:
            self.hide_notification()
        if self.picture.other_time:
            return False
        had_compared_all = self._watch.has_compared_all(self.feed.board)
        changes = self._watch.changes(self.feed.boards.file, self.feed.board, now)
        if not had_compared_all and self._watch.has_compared_all(self.feed.board):
            self.refresh()
        if not any(changes):
            return False
        phrases, board = self.picture.phrases, self.picture.board
        channels = [each for each in board.channels.values() if each.hours in changes.timetables]
        lines = format_changes(phrases, [channel_status(board, each, self.picture.at) for each in channels])
        lines += format_reroutes(phrases, [who(board, each, now) for each in changes.requests])
        lines += format_hand_overs(phrases, [duty(board, each, now) for each in changes.rosters])
        self.notify(lines)
        return True

    def refresh(self) -> None:
        """Make the picture again, or mark it as waiting if the board does not cover the instant."""
        if not self.feed.ready:
            self.picture = self.picture._replace(waiting=True)
            return
        requests = self.picture.requests
        self.picture = self._make(requests[self.picture.picked].id if requests else "")

    def pick(self, request: str) -> None:
        """Pick the request with this id."""
        self.refresh()
        self.picture = self.picture.pick(request)

    def go_to(self, at: datetime | None) -> bool:
        """Show the instant `at`, or now if it is None; False if `fetch` must build its board first."""
        if not self.feed.go_to(at):
            return False
        self.refresh()
        return True

    def accept(self, fetched: Fetched) -> bool:
        """Show what was fetched; False if another instant is wanted by now and `fetch` must run again."""
        is_wanted = self.feed.accept(fetched)
        self.refresh()
        return is_wanted

    def notify(self, lines: Iterable[str]) -> None:
        """Show these lines for a few seconds, or until they are hidden."""
        self._notification, self._hidden_at = tuple(lines), self.feed.clock() + SHOWN_FOR
        self.picture = self.picture._replace(notification=self._notification)

    def hide_notification(self) -> None:
        """Hide what `notify` showed."""
        self.notify(())

    def _make(self, request: str, *, all_rules: bool = True) -> Picture:
        feed, now = self.feed, self.feed.now()
        other_time = feed.other_time is not None
        return Picture(
            board=feed.board,
            at=now,
            machine_time=feed.machine_time(now),
            phrases=Phrases(
                self.language, feed.board, now, format_moment_by_weekday if other_time else format_moment
            ),
            picked=0,
            answer=None,
            path=feed.path,
            error=feed.error,
            other_time=other_time,
            notices=self._notices.at(
                feed.board,
                now,
                all_rules=all_rules,
                all_read=other_time or self._watch.has_compared_all(feed.board),
            ),
            notification=self._notification,
            large_digits=self._large_digits,
        ).pick(request)
