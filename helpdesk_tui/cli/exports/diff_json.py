"""The differences between two books as JSON."""

from datetime import date

from helpdesk_tui.answers.differences import Answer, Attendance, BookItem, Diff, Times, Value
from helpdesk_tui.cli.exports.answer_json import named_json, period_json, time_json
from helpdesk_tui.phrases.phrases import Phrases

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def diff_dict(phrases: Phrases, diff: Diff) -> dict[str, object]:
    """The differences, with every period in which an answer or the hours differ."""
    return {
        "same": diff.same,
        "from": time_json(phrases, diff.start),
        "to": time_json(phrases, diff.end),
        "answers": [
            {
                "requests": [named_json(request) for request in each.requests],
                "before": _answer(each.before),
                "after": _answer(each.after),
                **_times(phrases, each.times),
            }
            for each in diff.answers
        ],
        "items": [
            {
                **_item(each.item),
                "change": each.fate,
                "former_id": each.former,
                "fields": [
                    {"name": field.name, "before": _value(field.before), "after": _value(field.after)}
                    for field in each.fields
                ],
            }
            for each in diff.items
        ],
        "hours": [
            {
                "items": [_item(item) for item in each.items],
                "before": _attendance(each.before),
                "after": _attendance(each.after),
                **_times(phrases, each.times),
            }
            for each in diff.hours
        ],
        "holidays": [
            {"date": each.day.isoformat(), "before": each.before, "after": each.after}
            for each in diff.holidays
        ],
        "reordered": list(diff.reordered),
    }


def _answer(answer: Answer) -> dict[str, object]:
    channel = answer.channel
    return {
        "id": channel and channel.id,
        "name": channel and channel.name,
        "telephone": channel and channel.telephone,
        "state": answer.state,
    }


def _item(item: BookItem) -> dict[str, object]:
    return {"kind": item.kind, **named_json(item)}


def _value(value: Value) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _attendance(attendance: Attendance) -> dict[str, object]:
    return {"state": attendance.state, "comment": attendance.comment}


def _times(phrases: Phrases, times: Times) -> dict[str, object]:
    return {
        "weekdays": [WEEKDAYS[each] for each in times.weekdays],
        "without": [each.isoformat() for each in times.without],
        "periods": [period_json(phrases, each) for each in times.periods],
    }
