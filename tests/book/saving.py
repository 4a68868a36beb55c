"""Saves that end badly, in processes of their own: `python -m tests.book.saving WHAT FOLDER` prints what was seen."""

import errno
import json
import os
import random
import resource
import signal
import sys
import time
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from helpdesk_tui.book import replace
from helpdesk_tui.book.save import Changed, save
from tests.support import book_of, one_channel

NOBODY = 65534
SAVING = ("save.py", "replace.py", "lock.py")


def text(number, size=0):
    return f"# {'x' * size}\n" + one_channel("24/7", header=f"source = 'Edition {number}'")


def edit(path, number, size=0):
    """Save edition `number` over what is at `path`."""
    save(str(path), text(number, size).encode(), read=path.read_bytes(), expected=book_of(text(number, size)))


def drafts(folder):
    return [each for each in os.listdir(folder) if each.endswith(".draft")]


def in_child(action):
    """Run `action` in a child that may be killed; its exit code, or minus the signal that ended it."""
    child = os.fork()
    if child:
        return child
    code = 9
    try:
        code = action()
    finally:
        os._exit(code)


def refusal(action):
    """0 where the action is done, else the number of the system's error."""
    try:
        action()
    except OSError as error:
        return error.errno
    return 0


def ended(child):
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_after(seconds, action):
    """Kill the action so long after it begins."""
    reading, writing = os.pipe()

    def begin():
        os.write(writing, b".")
        action()
        return 0

    child = in_child(begin)
    os.read(reading, 1)
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass
    os.kill(child, signal.SIGKILL)
    os.close(reading)
    os.close(writing)
    return ended(child)


def killed_at_line(number, action):
    """Kill the action before it runs its line of this number, of the lines that save."""

    def count(frame, event, _):
        nonlocal number
        if os.path.basename(frame.f_code.co_filename) not in SAVING:
            return None
        number -= event == "line"
        if not number:
            os.kill(os.getpid(), signal.SIGKILL)
        return count

    def begin():
        sys.settrace(count)
        action()
        return 0

    return ended(in_child(begin))


def lines_of(action):
    """How many lines of those that save the action runs."""
    lines = 0

    def count(frame, event, _):
        nonlocal lines
        if os.path.basename(frame.f_code.co_filename) not in SAVING:
            return None
        lines += event == "line"
        return count

    sys.settrace(count)
    action()
    sys.settrace(None)
    return lines


def kills(folder, rounds, in_place=False):
    """Kill `rounds` saves, half of them at a random time, half at a random line."""
    path, backup = folder / "contacts.toml", folder / "contacts.toml.bak"
    path.write_text(text(-3))
    edit(path, -2)
    if in_place:
        no_rename(path)
    length = lines_of(lambda: edit(path, -1))
    took = median(timed(lambda: edit(path, -1)) for _ in range(9))
    draw = random.Random(9)
    seen = {"old": 0, "new": 0, "torn": 0, "killed": 0, "drafts": 0}
    for number in range(rounds):
        old, before = path.read_bytes(), backup.read_bytes()
        new = text(number).encode()

        def action(number=number):
            edit(path, number)

        if number % 2:
            code = killed_after(draw.uniform(0, 1.05 * took), action)
        else:
            code = killed_at_line(draw.randint(1, length), action)
        seen["killed"] += code == -signal.SIGKILL
        now, kept = path.read_bytes(), backup.read_bytes()
        seen["drafts"] = max(seen["drafts"], len(drafts(folder)))
        if now == old:
            seen["old"] += 1
            assert kept in (before, old), (number, kept)
        else:
            assert kept == old, (number, kept)
            if now == new:
                seen["new"] += 1
            else:
                assert in_place, (number, now)
                seen["torn"] += 1
                path.write_bytes(kept)
    edit(path, rounds)
    assert drafts(folder) == []
    return seen | {"rounds": rounds, "milliseconds": round(took * 1000, 1), "lines": length}


def timed(action):
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def no_rename(path):
    """From here on, answer a rename over `path` as the system does where it is a mount of its own."""
    rename = os.replace

    def refuse(source, target):
        if target == str(path):
            raise OSError(errno.EXDEV, "")
        rename(source, target)

    replace.os.replace = refuse


def editors(folder, rounds):
    """Two processes that read the book at the same moment, and both save their edit of it, again and again."""
    path = folder / "contacts.toml"
    path.write_text(text("0 0"))
    context = get_context("spawn")
    both, answers = context.Barrier(2), context.Queue()
    processes = [context.Process(target=editor, args=(path, mine, rounds, both, answers)) for mine in (0, 1)]
    for each in processes:
        each.start()
    conflicts = sum(answers.get() for _ in processes)
    for each in processes:
        each.join()
    return {
        "rounds": rounds,
        "conflicts": conflicts,
        "edits": counts(path.read_bytes()),
        "drafts": drafts(folder),
    }


def editor(path, mine, rounds, both, answers):
    """Add one to a number of its own in each round, and again where the other was first."""
    conflicts = 0
    for _ in range(rounds):
        read = path.read_bytes()
        both.wait()
        while True:
            numbers = counts(read)
            numbers[mine] += 1
            new = text("{} {}".format(*numbers))
            try:
                save(str(path), new.encode(), read=read, expected=book_of(new))
                break
            except Changed as changed:
                conflicts += 1
                read = changed.theirs
        both.wait()
    answers.put(conflicts)


def counts(content):
    return [int(each) for each in content.decode().partition("Edition ")[2].partition("'")[0].split()]


def size_limits(folder):
    """Save below every limit of a file's size; what was refused, and what the book is after each."""
    path = folder / "contacts.toml"
    path.write_text(text(0))
    refused, whole = {}, 0
    for limit in (0, 1, 100, 1000, 5000, 1 << 20):
        old = path.read_bytes()

        def action(limit=limit):
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            return refusal(lambda: edit(path, limit, size=2000))

        code = ended(in_child(action))
        refused[limit] = code
        whole += path.read_bytes() == (old if code else text(limit, 2000).encode()) and drafts(folder) == []
    return {"refused": list(refused.values()), "whole": whole}


def full_disk(folder):
    """Save on a disk of which less and less is free; `folder` is a small file system of its own."""
    path, ballast = folder / "contacts.toml", folder / "ballast"
    path.write_text(text(0, 9000))
    codes = []
    for pages in range(16):
        fill(ballast, pages * os.statvfs(folder).f_bsize)
        old = path.read_bytes()
        codes.append(refusal(lambda: edit(path, pages + 1, size=9000)))  # noqa: B023 (it runs here)
        ballast.unlink()
        assert path.read_bytes() == (old if codes[-1] else text(pages + 1, 9000).encode()), pages
        assert drafts(folder) == []
    return {
        "refused": codes.count(errno.ENOSPC),
        "saved": codes.count(0),
        "others": sorted({*codes} - {0, errno.ENOSPC}),
    }


def fill(ballast, free):
    """Fill the disk but for so many bytes."""
    status = os.statvfs(ballast.parent)
    with open(ballast, "wb") as file:
        file.write(bytes(max(status.f_bavail * status.f_bsize - free, 0)))


def mounted(folder):
    """Save a book that is a mount of its own."""
    path = folder / "contacts.toml"
    inode = path.stat().st_ino
    old = path.read_bytes()
    edit(path, 1)
    return {
        "new": path.read_bytes() == text(1).encode(),
        "backup": (folder / "contacts.toml.bak").read_bytes() == old,
        "same_file": path.stat().st_ino == inode,
        "drafts": drafts(folder),
    }


def read_only(folder):
    """Save a book on a disk that takes no changes."""
    path = folder / "contacts.toml"
    code = refusal(lambda: edit(path, 1))
    return {"refused": code, "old": path.read_bytes() == text(0).encode(), "files": os.listdir(folder)}


def as_nobody(folder):
    """Save a book as a user who owns nothing; FOLDER holds it as the test made it."""
    path = folder / "contacts.toml"
    old, status = path.read_bytes(), path.stat()
    edit_warm(folder)
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    code = refusal(lambda: edit(path, 1))
    now = path.stat()
    kept = (now.st_uid, now.st_gid, now.st_mode) == (status.st_uid, status.st_gid, status.st_mode)
    return {
        "refused": code,
        "old": path.read_bytes() == old,
        "alike": kept,
        "files": sorted(os.listdir(folder)),
    }


def edit_warm(folder):
    """Load all that a save loads, while its files can still be read."""
    book = folder.parent / "warm.toml"
    book.write_text(text(0))
    edit(book, 1)


if __name__ == "__main__":
    what, folder, *numbers = sys.argv[1:]
    sys.stdout.write(json.dumps(globals()[what](Path(folder), *map(int, numbers))))
