"""Replaces a file by renaming a complete new one over it.

Where a rename is impossible it writes into the file: a kill can then leave it incomplete, and the backup
holds the old content.
"""

import errno
import os
import re
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_NO_RENAME = {errno.EBUSY, errno.EXDEV}
"""The errors of renaming over a file that is itself a mount, as a single file of a container."""


class Draft:
    """New content of a file, written beside it and safe on disk, with which `replace` replaces the file."""

    def __init__(self, target: str, path: str, *, is_alike: bool) -> None:
        self.target = target
        self.path = path
        self.is_alike = is_alike
        """Whether a rename keeps the owner, mode, access list and attributes of the file."""

    def read(self) -> bytes:
        """Read the content from disk."""
        with open(self.path, "rb") as file:
            return file.read()

    def replace(self) -> None:
        """Rename it over the file; write into the file if that is impossible or would change its owner."""
        if self.is_alike:
            try:
                os.replace(self.path, self.target)
                return
            except OSError as error:
                if error.errno not in _NO_RENAME:
                    raise
        _write_in_place(self.target, self.read())


@contextmanager
def draft(target: str, content: bytes, *, like: str) -> Iterator[Draft]:
    """Write `content` beside `target`, with the owner, mode and attributes of the file `like` if it exists.

    No draft is left behind. Where this user may not set them, the draft is readable for this user alone, and
    is not renamed over `like` itself: the owner of a book would lose it.
    """
    path = f"{_stem(target)}{secrets.token_hex(8)}.draft"
    try:
        is_new = not os.path.exists(like)
        # Nobody else may read it before it has the mode of the file.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if is_new else 0o600)
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            is_alike = is_new or _make_alike(descriptor, like) or target != like
            os.fsync(descriptor)
        yield Draft(target, path, is_alike=is_alike)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(path)


def remove_drafts(target: str) -> None:
    """Remove the drafts of this file that killed saves left; the lock of the folder must be held."""
    folder, stem = os.path.split(_stem(target))
    name = re.compile(re.escape(stem) + r"[0-9a-f]{16}\.draft")
    for each in os.listdir(folder):
        if name.fullmatch(each):
            with suppress(OSError):
                os.unlink(os.path.join(folder, each))


def sync_folder(folder: str) -> None:
    """Make the names in a folder safe on disk, if its file system can."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise
        finally:
            os.close(descriptor)


def _stem(target: str) -> str:
    folder, name = os.path.split(target)
    return os.path.join(folder, f".{name}.")


def _make_alike(descriptor: int, like: str) -> bool:
    """Give an open file the owner, attributes, access list and mode of another; False if not permitted."""
    if sys.platform == "win32":
        return True
    status, own = os.stat(like), os.fstat(descriptor)
    try:
        if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
            os.fchown(descriptor, status.st_uid, status.st_gid)
        if sys.platform == "linux":
            _copy_attributes(descriptor, like)
        os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
    except PermissionError:
        return False
    return True


if sys.platform == "linux":

    def _copy_attributes(descriptor: int, like: str) -> None:
        """Copy the file's attributes and remove others: a folder may give new files an access list."""
        wanted, own = _attributes(like), _attributes(descriptor)
        for name in own.keys() - wanted.keys():
            os.removexattr(descriptor, name)
        for name, value in wanted.items():
            if own.get(name) != value:
                os.setxattr(descriptor, name, value)

    def _attributes(file: int | str) -> dict[str, bytes]:
        """The extended attributes of a file, without the labels of the system's security policy."""
        try:
            names = os.listxattr(file)
        except OSError as error:
            if error.errno == errno.ENOTSUP:
                return {}
            raise
        return {name: os.getxattr(file, name) for name in names if not name.startswith("security.")}


def _write_in_place(path: str, content: bytes) -> None:
    """Overwrite a file; after an error or an interrupt its old content is written again."""
    with open(path, "r+b", buffering=0) as file:
        old = file.read()
        try:
            _overwrite(file.fileno(), content)
        except BaseException:  # ctrl+c would leave half a book as an error does; either is raised again
            _overwrite(file.fileno(), old)
            raise


def _overwrite(descriptor: int, content: bytes) -> None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.ftruncate(descriptor, len(content))
    os.fsync(descriptor)
