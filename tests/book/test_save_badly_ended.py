"""Saves that are killed, meet a full disk, a folder or a file that they may not write, or another editor."""

import errno
import json
import os
import shutil
import subprocess
import sys
from tempfile import TemporaryDirectory

import pytest

from tests.book.saving import NOBODY, text
from tests.support import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals and limits of POSIX")

as_root = pytest.mark.skipif(
    os.name != "posix" or os.getuid() != 0, reason="only root may become another user"
)


def seen(*arguments, before=()):
    """What a process that saves saw."""
    command = [*before, sys.executable, "-m", "tests.book.saving", *map(str, arguments)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def mounting(command):
    """What runs a command after a mount that this process alone sees; skips the test where that is not allowed."""
    before = ["unshare", "-m", "sh", "-ec"]
    if (
        not shutil.which("unshare")
        or subprocess.run([*before, f"{command}"], capture_output=True, check=False).returncode
    ):
        pytest.skip("mounts are not allowed here")
    return [*before, f'{command}; exec "$@"', "sh"]


@pytest.fixture
def open_folder():
    """A folder whose parents everyone may enter."""
    with TemporaryDirectory() as parent:
        os.chmod(parent, 0o755)
        folder = os.path.join(parent, "books")
        os.mkdir(folder)
        with open(os.path.join(folder, "contacts.toml"), "w") as file:
            file.write(text(0))
        yield folder


def test_a_killed_save_leaves_the_old_or_the_new_book_whole_and_its_backup(tmp_path, record_property):
    saw = seen("kills", tmp_path, 500)
    assert saw["old"] + saw["new"] == saw["rounds"] == 500
    assert saw["killed"] >= 250, "every kill at a line meets a running save"
    assert saw["old"] and saw["new"]
    assert saw["drafts"] <= 1 + 1, "a book's and its backup's; the next save removes them"
    record_property(
        "figures",
        "{rounds} saves of {milliseconds} ms and {lines} lines, {killed} killed on the way: "
        "{old} left the old book, {new} the new one, {torn} neither; never more than {drafts} drafts".format(
            **saw
        ),
    )


def test_a_save_in_place_that_is_killed_leaves_the_old_book_in_the_backup(tmp_path, record_property):
    saw = seen("kills", tmp_path, 100, 1)
    assert saw["old"] + saw["new"] + saw["torn"] == 100
    assert saw["torn"] or saw["new"]
    record_property(
        "figures",
        "{rounds} saves in place, {killed} killed: {old} left the old book, {new} the new one, "
        "{torn} neither, with the old one in the backup".format(**saw),
    )


def test_of_two_editors_at_once_the_second_learns_of_the_first(record_property):
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with TemporaryDirectory(dir=memory) as folder:  # 600 times to a disk and back take ten seconds
        saw = seen("editors", folder, 200)
    assert saw["edits"] == [200, 200]
    assert saw["conflicts"] == 200, "of two that read the same book, one saves and one is told"
    assert saw["drafts"] == []
    record_property(
        "figures", "two editors, {rounds} rounds: {conflicts} conflicts told, edits {edits}".format(**saw)
    )


def test_a_limit_of_a_files_size_loses_nothing(tmp_path):
    assert seen("size_limits", tmp_path) == {"refused": [errno.EFBIG] * 4 + [0, 0], "whole": 6}


def test_a_full_disk_loses_nothing(tmp_path, record_property):
    disk = mounting(f"mount -t tmpfs -o size=256k none '{tmp_path}'")
    saw = seen("full_disk", tmp_path, before=disk)
    assert saw["refused"] and saw["saved"] and not saw["others"]
    record_property("figures", "a full disk: {refused} saves refused, {saved} done".format(**saw))


def test_a_book_that_is_a_mount_of_its_own_is_written_in_place(tmp_path):
    book = tmp_path / "contacts.toml"
    book.write_text(text("of a folder"))
    other = tmp_path / "other.toml"
    other.write_text(text(0))
    saw = seen("mounted", tmp_path, before=mounting(f"mount --bind '{other}' '{book}'"))
    assert saw == {"new": True, "backup": True, "same_file": True, "drafts": []}
    assert other.read_text() == text(1)


def test_a_read_only_disk_loses_nothing(tmp_path):
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / "contacts.toml").write_text(text(0))
    books = f"'{tmp_path}/books'"
    disk = mounting(f"mount --bind {books} {books}; mount -o remount,ro,bind {books}")
    saw = seen("read_only", tmp_path / "books", before=disk)
    assert saw == {"refused": errno.EROFS, "old": True, "files": ["contacts.toml"]}


@as_root
@pytest.mark.parametrize(
    ("owner", "mode", "folder_mode", "refused", "files"),
    [
        pytest.param(0, 0o666, 0o755, errno.EACCES, ["contacts.toml"], id="a folder that is read-only"),
        pytest.param(0, 0o644, 0o777, errno.EACCES, ["contacts.toml"], id="a file that another owns"),
        pytest.param(NOBODY, 0o444, 0o777, errno.EACCES, ["contacts.toml"], id="a file that is read-only"),
        pytest.param(0, 0o666, 0o777, 0, ["contacts.toml", "contacts.toml.bak"], id="a file that another shares"),
        pytest.param(NOBODY, 0o600, 0o777, 0, ["contacts.toml", "contacts.toml.bak"], id="a file of one's own"),
    ],
)  # fmt: skip
def test_what_a_user_may_not_write_stays_and_what_he_may_keeps_its_owner(
    open_folder, owner, mode, folder_mode, refused, files
):
    book = os.path.join(open_folder, "contacts.toml")
    os.chown(book, owner, owner)
    os.chmod(book, mode)
    os.chmod(open_folder, folder_mode)
    saw = seen("as_nobody", open_folder)
    assert saw == {"refused": refused, "old": bool(refused), "alike": True, "files": files}
