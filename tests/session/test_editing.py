"""A book's file while it is edited: what is saved, what somebody else saved, and what may not be written."""

import pytest

from helpdesk_tui.book.file import BookFile
from helpdesk_tui.session.boards import load_in_process
from helpdesk_tui.session.draft import Draft, draft_of
from helpdesk_tui.session.editing import Conflict, Editing, text_editor
from helpdesk_tui.session.form import typed
from helpdesk_tui.session.rebase import rebased
from tests.support import DESK_TEXT, instant


def draft(text: str) -> Draft:
    return draft_of(BookFile("contacts.toml", text.encode()))


def put(old, new):
    assert old in DESK_TEXT
    return DESK_TEXT.replace(old, new)


def renamed(mine):
    return typed(mine, "channels", 0, "name", "Uno")


@pytest.mark.parametrize(
    ("change", "theirs", "expected"),
    [
        pytest.param(
            renamed,
            put("Línea de servicio", "Línea"),
            put("Línea de servicio", "Línea").replace('"Telefónico"', '"Uno"'),
            id="another field of the same channel",
        ),
        pytest.param(
            renamed,
            put('"Telefónico"', '"Dos"'),
            put('"Telefónico"', '"Uno"'),
            id="the same field: mine holds",
        ),
        pytest.param(
            lambda mine: typed(mine, "channels", 0, "menu", ""),
            put('menu      = ["2", "5"]', 'menu      = ["1"]'),
            put('menu      = ["2", "5"]\n', ""),
            id="a field that I took away",
        ),
        pytest.param(
            lambda mine: typed(mine, "escalation", 1, "email", "a@b.co"),
            put('["1101"]', '["1102"]'),
            put('["1101"]', '["1102"]').replace("supervisor.mesadeayuda@certicamara.com", "a@b.co"),
            id="another level",
        ),
        pytest.param(
            lambda mine: typed(mine, "channels", 0, "", "tel"),
            put("# http, as published", "# as published"),
            put("# http, as published", "# as published")
            .replace("[channels.phone]", "[channels.tel]")
            .replace('["phone"', '["tel"'),
            id="a key",
        ),
        pytest.param(
            lambda mine: mine.without("requests", 4),
            put('key     = "4"\n', ""),
            put('key     = "4"\n', "").split("\n[requests.pqrsa]")[0]
            + "\n[[escalation]]"
            + put('key     = "4"\n', "").split("[[escalation]]", 1)[1],
            id="a request that I removed",
        ),
        pytest.param(
            lambda mine: mine.moved("escalation", 2, 1).moved("escalation", 1, 2),
            put('["1101"]', '["1102"]'),
            put('["1101"]', '["1102"]'),
            id="an order that is back where it was",
        ),
    ],
)
def test_my_changes_are_repeated_on_top_of_theirs(change, theirs, expected):
    result = rebased(change(draft(DESK_TEXT)), draft(theirs))
    assert result.lost == ()
    assert result.draft.content().decode() == expected
    assert result.draft.undo().content().decode() == theirs


def test_my_change_of_what_they_removed_is_named():
    theirs = DESK_TEXT.replace("channels.phone", "channels.tel").replace('["phone"', '["tel"')
    result = rebased(renamed(draft(DESK_TEXT)), draft(theirs))
    assert [(table, entry.key) for table, entry in result.lost] == [("channels", "phone")]
    assert not result.draft.changed


SUPPORT = '[[escalation]]\nname = "Support"\nemail = "{}@a.co"\n'
TWO_LEVELS = DESK_TEXT.split("[[escalation]]", 1)[0] + SUPPORT.format("one") + SUPPORT.format("two")


def emails(levels):
    return [entry.fields["email"].partition("@")[0] for entry in levels]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda mine: mine.without("escalation", 0), ["two"]),
        (lambda mine: mine.without("escalation", 1), ["one"]),
        (lambda mine: typed(mine, "escalation", 0, "email", "x@a.co"), ["x", "two"]),
        (lambda mine: typed(mine, "escalation", 1, "email", "x@a.co"), ["one", "x"]),
        (lambda mine: typed(mine, "escalation", 1, "email", "x@a.co").without("escalation", 0), ["x"]),
        (lambda mine: mine.moved("escalation", 1, 0), ["two", "one"]),
        (
            lambda mine: typed(mine, "escalation", 1, "email", "x@a.co").moved("escalation", 1, 0),
            ["x", "one"],
        ),
    ],
)
def test_of_two_levels_of_one_name_my_change_is_repeated_on_the_one_that_i_changed(change, expected):
    theirs = TWO_LEVELS.replace("Línea de servicio", "Línea")
    result = rebased(change(draft(TWO_LEVELS)), draft(theirs))
    assert emails(result.draft.tables["escalation"]) == expected
    assert result.lost == ()


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        (lambda mine: mine.without("escalation", 0), ["one"]),
        (lambda mine: typed(mine, "escalation", 0, "email", "x@a.co"), ["x"]),
    ],
)
def test_of_two_levels_of_one_name_my_change_is_named_where_they_changed_the_same_one(change, lost):
    result = rebased(change(draft(TWO_LEVELS)), draft(TWO_LEVELS.replace("one@", "theirs@")))
    assert emails(result.draft.tables["escalation"]) == ["theirs", "two"]
    assert emails([entry for _, entry in result.lost]) == lost


def test_a_level_that_both_removed_is_no_lost_change():
    result = rebased(
        draft(TWO_LEVELS).without("escalation", 1), draft(TWO_LEVELS.removesuffix(SUPPORT.format("two")))
    )
    assert emails(result.draft.tables["escalation"]) == ["one"]
    assert result.lost == ()


def test_a_new_level_stays_where_i_moved_it():
    mine = draft(TWO_LEVELS).with_new("escalation", {"name": "First", "email": "first@a.co"})
    theirs = TWO_LEVELS.replace("Línea de servicio", "Línea")
    result = rebased(mine.moved("escalation", 2, 0), draft(theirs))
    assert emails(result.draft.tables["escalation"]) == ["first", "one", "two"]


def test_my_new_entries_and_my_order_are_kept_beside_theirs():
    mine = (
        draft(DESK_TEXT)
        .moved("channels", 4, 0)
        .with_new("channels", {"name": "Fax", "telephone": "+57 601 7442727"})
    )
    theirs = DESK_TEXT + '\n[channels.sms]\nname = "SMS"\ntelephone = "+57 318 7174937"\n'
    result = rebased(mine, draft(theirs))
    assert [entry.key for entry in result.draft.tables["channels"]] == [
        *("pqrsa", "phone", "mobile", "email", "chat", "fax", "sms"),
    ]  # fmt: skip


def test_a_file_that_somebody_else_changed_is_not_overwritten(tmp_path):
    path = tmp_path / "contacts.toml"
    path.write_text(DESK_TEXT, encoding="utf-8")
    editing = Editing(
        str(path), lambda file: load_in_process(file, instant("2026-11-23T10:00"), None, keep=False)
    )
    editing.draft = renamed(editing.draft)
    reviewed = editing.review()
    theirs = put("Línea de servicio", "Línea")
    path.write_text(theirs, encoding="utf-8")
    conflict = editing.save(reviewed)
    assert isinstance(conflict, Conflict)
    assert path.read_text("utf-8") == theirs
    editing.rebase(conflict)
    assert editing.save(editing.review()) is None
    assert path.read_text("utf-8") == theirs.replace('"Telefónico"', '"Uno"')


@pytest.mark.parametrize(
    ("environ", "command"),
    [
        ({}, None),
        ({"EDITOR": "vi"}, ["vi"]),
        ({"EDITOR": "vi", "VISUAL": "code --wait"}, ["code", "--wait"]),
        ({"EDITOR": "vi", "VISUAL": " "}, ["vi"]),
        ({"EDITOR": "vi", "VISUAL": "'open"}, ["vi"]),
    ],
)
def test_the_readers_own_editor(environ, command):
    assert text_editor(environ) == command
