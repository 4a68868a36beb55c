"""A book is saved whole, as it was meant, over nothing that was not read."""

import errno
import os
import stat
import sys
from functools import partial
from pathlib import Path

import pytest

from helpdesk_tui.book import replace
from helpdesk_tui.book import save as module
from helpdesk_tui.book.file import LARGEST
from helpdesk_tui.book.lock import locked
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.book.save import Changed, WrongContent, save
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.problems import format_save_error
from tests.support import DESK_TEXT, book_of

OLD = DESK_TEXT.encode()
NEW_TEXT = DESK_TEXT.replace("19:00", "18:00", 1) + "# a remark\n"
NEW = NEW_TEXT.encode()
MEANT = book_of(NEW_TEXT)


@pytest.fixture
def book(tmp_path):
    folder = tmp_path / "books"
    folder.mkdir()
    path = folder / "contacts.toml"
    path.write_bytes(OLD)
    return path


def names(book):
    return sorted(os.listdir(book.parent))


def test_a_save_replaces_the_book_and_keeps_what_it_was(book):
    save(str(book), NEW, read=OLD, expected=MEANT)
    assert book.read_bytes() == NEW
    assert book.with_name("contacts.toml.bak").read_bytes() == OLD
    assert names(book) == ["contacts.toml", "contacts.toml.bak"]


def test_there_is_one_backup_that_of_the_last_save(book):
    save(str(book), NEW, read=OLD, expected=MEANT)
    save(str(book), OLD, read=NEW, expected=book_of(DESK_TEXT))
    assert book.with_name("contacts.toml.bak").read_bytes() == NEW
    assert names(book) == ["contacts.toml", "contacts.toml.bak"]


def test_a_new_book_has_no_backup_and_the_mode_of_new_files(tmp_path):
    path = tmp_path / "contacts.toml"
    other = tmp_path / "other"
    other.touch()
    save(str(path), NEW, read=None, expected=MEANT)
    assert path.read_bytes() == NEW
    assert path.stat().st_mode == other.stat().st_mode
    assert sorted(tmp_path.glob("contacts*")) == [path]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\xef\xbb\xbf" + NEW, id="a byte order mark"),
        pytest.param(NEW.replace(b"\n", b"\r\n"), id="line ends of Windows"),
    ],
)
def test_the_bytes_are_saved_as_they_are_given(book, content):
    save(str(book), content, read=OLD, expected=MEANT)
    assert book.read_bytes() == content


@pytest.mark.parametrize("read", [pytest.param(NEW, id="another"), pytest.param(None, id="none")])
def test_a_book_that_is_not_the_one_that_was_read_stays(book, read):
    with pytest.raises(Changed) as changed:
        save(str(book), NEW, read=read, expected=MEANT)
    assert changed.value.theirs == OLD
    assert book.read_bytes() == OLD
    assert names(book) == ["contacts.toml"]


def test_a_book_that_is_gone_is_not_made_again(book):
    book.unlink()
    with pytest.raises(Changed) as changed:
        save(str(book), NEW, read=OLD, expected=MEANT)
    assert changed.value.theirs is None
    assert names(book) == []


def test_a_change_while_the_book_is_saved_stays(book, monkeypatch):
    theirs = OLD + b"# theirs\n"

    def read_book(file):
        book.write_bytes(theirs)
        return MEANT

    monkeypatch.setattr(module, "read_book", read_book)
    with pytest.raises(Changed) as changed:
        save(str(book), NEW, read=OLD, expected=MEANT)
    assert changed.value.theirs == theirs
    assert book.read_bytes() == theirs
    assert names(book) == ["contacts.toml"]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(NEW.replace(b"07:00", b"07:01"), WrongContent, id="another hour"),
        pytest.param(NEW + b"\n[[escalation]]\n", BookError, id="an error of the book"),
        pytest.param(NEW + b"[", BookError, id="no TOML"),
        pytest.param(NEW + b"\xff", BookError, id="no text"),
        pytest.param(NEW + b"#" * LARGEST, BookError, id="too large to be read"),
    ],
)
def test_what_was_not_meant_or_is_wrong_is_not_saved(book, content, error):
    assert content != NEW
    with pytest.raises(error):
        save(str(book), content, read=OLD, expected=MEANT)
    assert book.read_bytes() == OLD
    assert names(book) == ["contacts.toml"]


def test_what_the_disk_holds_is_what_is_checked(book, monkeypatch):
    monkeypatch.setattr(replace.Draft, "read", lambda draft: OLD.replace(b"07:00", b"07:01"))
    with pytest.raises(WrongContent):
        save(str(book), NEW, read=OLD, expected=MEANT)
    assert book.read_bytes() == OLD


def test_a_link_stays_a_link_and_its_target_is_saved(book, tmp_path):
    link = tmp_path / "link.toml"
    link.symlink_to(Path("books", "contacts.toml"))
    save(str(link), NEW, read=OLD, expected=MEANT)
    assert link.is_symlink()
    assert book.read_bytes() == NEW
    assert names(book) == ["contacts.toml", "contacts.toml.bak"]
    assert not list(tmp_path.glob("link*.bak"))


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o666])
def test_book_and_backup_keep_the_mode(book, mode):
    book.chmod(mode)
    save(str(book), NEW, read=OLD, expected=MEANT)
    for path in (book, book.with_name("contacts.toml.bak")):
        assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_draft_is_for_nobody_else_before_it_has_the_mode_of_the_book(book, monkeypatch):
    book.chmod(0o666)
    seen = []
    monkeypatch.setattr(
        replace,
        "_make_alike",
        lambda descriptor, like: seen.append(os.fstat(descriptor).st_mode & 0o777) or True,
    )
    save(str(book), NEW, read=OLD, expected=MEANT)
    assert seen == [0o600, 0o600]


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="the system has no extended attributes")
def test_book_and_backup_keep_access_lists_and_attributes_and_take_none_of_the_folder(book):
    try:
        os.setxattr(book, "user.note", b"kept")
        os.setxattr(book, "system.posix_acl_access", access_list(7))
        os.setxattr(book.parent, "system.posix_acl_default", access_list(5))
    except OSError as error:
        pytest.skip(f"the file system keeps none: {error.strerror}")
    attributes = {name: os.getxattr(book, name) for name in os.listxattr(book)}
    assert len(attributes) >= 2
    save(str(book), NEW, read=OLD, expected=MEANT)
    for path in (book, book.with_name("contacts.toml.bak")):
        assert {name: os.getxattr(path, name) for name in os.listxattr(path)} == attributes
    os.removexattr(book, "system.posix_acl_access")
    save(str(book), OLD, read=NEW, expected=book_of(DESK_TEXT))
    assert os.listxattr(book) == ["user.note"]


def access_list(rights):
    """The bytes of an access list that gives user 4321 these rights."""
    nobody = 0xFFFFFFFF
    entries = [
        (0x01, 6, nobody),
        (0x02, rights, 4321),
        (0x04, 4, nobody),
        (0x10, 7, nobody),
        (0x20, 4, nobody),
    ]
    packed = [
        part.to_bytes(size, "little")
        for entry in entries
        for part, size in zip(entry, (2, 2, 4), strict=True)
    ]
    return (2).to_bytes(4, "little") + b"".join(packed)


@pytest.mark.parametrize("number", [errno.EXDEV, errno.EBUSY])
def test_where_a_rename_cannot_be_the_book_is_written_in_place(book, monkeypatch, number):
    refuse_rename(monkeypatch, str(book), number)
    inode = book.stat().st_ino
    save(str(book), NEW, read=OLD, expected=MEANT)
    assert (book.read_bytes(), book.stat().st_ino) == (NEW, inode)
    assert book.with_name("contacts.toml.bak").read_bytes() == OLD
    assert names(book) == ["contacts.toml", "contacts.toml.bak"]


def test_in_place_a_shorter_book_leaves_no_rest_of_the_longer_one(book, monkeypatch):
    save(str(book), NEW, read=OLD, expected=MEANT)
    refuse_rename(monkeypatch, str(book), errno.EXDEV)
    assert len(OLD) < len(NEW)
    save(str(book), OLD, read=NEW, expected=book_of(DESK_TEXT))
    assert book.read_bytes() == OLD


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, ""), KeyboardInterrupt()], ids=["full", "ctrl+c"])
def test_a_write_in_place_that_ends_half_way_is_undone(book, monkeypatch, error):
    refuse_rename(monkeypatch, str(book), errno.EXDEV)
    write = os.write
    left = [100, error, None]

    def fill(descriptor, data):
        now = left.pop(0) if left else None
        if now is error:
            raise error
        return write(descriptor, data[:now])

    monkeypatch.setattr(replace.os, "write", fill)
    with pytest.raises(type(error)) as found:
        save(str(book), b"\n" + NEW, read=OLD, expected=MEANT)
    assert found.value is error
    assert book.read_bytes() == OLD


def refuse_rename(monkeypatch, book, number):
    rename = os.replace

    def refuse(source, target):
        if target == book:
            raise OSError(number, "")
        rename(source, target)

    monkeypatch.setattr(replace.os, "replace", refuse)


def test_a_rename_that_is_refused_otherwise_is_reported(book, monkeypatch):
    refuse_rename(monkeypatch, str(book), errno.EPERM)
    with pytest.raises(PermissionError):
        save(str(book), NEW, read=OLD, expected=MEANT)
    assert book.read_bytes() == OLD


def test_drafts_of_killed_saves_are_removed_and_other_files_are_not(book):
    kept = [
        ".contacts.toml.0123.draft",
        "contacts.toml.0123456789abcdef.draft",
        ".other.toml.0123456789abcdef.draft",
    ]
    for name in (*kept, ".contacts.toml.0123456789abcdef.draft", ".contacts.toml.bak.0123456789abcdef.draft"):
        (book.parent / name).touch()
    save(str(book), NEW, read=OLD, expected=MEANT)
    assert names(book) == sorted([*kept, "contacts.toml", "contacts.toml.bak"])


def test_while_another_saves_a_book_of_the_folder_nothing_is_written(book, monkeypatch):
    monkeypatch.setattr(module, "locked", partial(locked, longest=0))
    with locked(str(book.parent)), pytest.raises(OSError, match=rf"\[Errno {errno.EBUSY}\]"):
        save(str(book), NEW, read=OLD, expected=MEANT)
    assert book.read_bytes() == OLD
    save(str(book), NEW, read=OLD, expected=MEANT)
    assert book.read_bytes() == NEW


@pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")
def test_where_the_file_system_locks_no_folders_a_book_is_saved_without(book, monkeypatch):
    import fcntl

    def refuse(descriptor, operation):
        raise OSError(errno.EBADF, "")

    monkeypatch.setattr(fcntl, "flock", refuse)
    save(str(book), NEW, read=OLD, expected=MEANT)
    assert book.read_bytes() == NEW


def test_everything_is_on_disk_before_its_name_is(book, monkeypatch):
    done = []
    for name in ("fsync", "replace"):
        real = getattr(os, name)

        def noted(*given, name=name, real=real):
            done.append(
                name if name == "replace" or not stat.S_ISDIR(os.fstat(given[0]).st_mode) else "fsync folder"
            )
            return real(*given)

        monkeypatch.setattr(replace.os, name, noted)
    save(str(book), NEW, read=OLD, expected=MEANT)
    assert done == ["fsync", "fsync", "replace", "fsync folder", "replace", "fsync folder"]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, ""), "contacts.toml was not saved and is as it was: the disk is full"),
        (
            OSError(errno.EBUSY, ""),
            "contacts.toml was not saved and is as it was: another program is using it",
        ),
        (OSError(9999, ""), "contacts.toml was not saved and is as it was: system error 9999"),
    ],
)
def test_a_refusal_of_the_system_is_said_in_words(error, sentence):
    assert format_save_error(Language("en"), "contacts.toml", error) == sentence
