"""The differences between two books as JSON."""

from datetime import date

from helpdesk_tui.answers.differences import (
    Answer,
    AnswerChange,
    Attendance,
    Diff,
    HoursChange,
    Item,
    ItemChange,
    Times,
    Value,
)
from helpdesk_tui.cli.exports.answer_json import named_json, period_json, time_json
from helpdesk_tui.phrases.phrases import Phrases

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def diff_dict(phrases: Phrases, diff: Diff) -> dict[str, object]:
    """The differences, with every period in which an answer or the hours differ."""
    return {
        "same": diff.same,
        "from": time_json(phrases, diff.start),
        "to": time_json(phrases, diff.end),
        "answers": [_answer_change(phrases, each) for each in diff.answers],
        "items": [_item_change(each) for each in diff.items],
        "hours": [_hours_change(phrases, each) for each in diff.hours],
        "holidays": [
            {"date": each.day.isoformat(), "before": each.before, "after": each.after}
            for each in diff.holidays
        ],
        "reordered": list(diff.reordered),
    }


def _answer_change(phrases: Phrases, change: AnswerChange) -> dict[str, object]:
    return {
        "requests": [named_json(each) for each in change.requests],
        "before": _answer(change.before),
        "after": _answer(change.after),
        **_times(phrases, change.times),
    }


def _answer(answer: Answer) -> dict[str, object]:
    channel = answer.channel
    return {
        "id": channel and channel.id,
        "name": channel and channel.name,
        "telephone": channel and channel.telephone,
        "state": answer.state,
    }


def _item_change(change: ItemChange) -> dict[str, object]:
    return {
        **_item(change.item),
        "change": change.fate,
        "former_id": change.former,
        "fields": [
            {"name": each.name, "before": _value(each.before), "after": _value(each.after)}
            for each in change.fields
        ],
    }


def _item(item: Item) -> dict[str, object]:
    return {"kind": item.kind, "id": item.id, "name": item.name}


def _value(value: Value) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _hours_change(phrases: Phrases, change: HoursChange) -> dict[str, object]:
    return {
        "items": [_item(each) for each in change.items],
        "before": _attendance(change.before),
        "after": _attendance(change.after),
        **_times(phrases, change.times),
    }


def _attendance(attendance: Attendance) -> dict[str, object]:
    return {"state": attendance.state, "comment": attendance.comment}


def _times(phrases: Phrases, times: Times) -> dict[str, object]:
    return {
        "weekdays": [WEEKDAYS[each] for each in times.weekdays],
        "without": [each.isoformat() for each in times.without],
        "periods": [period_json(phrases, each) for each in times.periods],
    }
