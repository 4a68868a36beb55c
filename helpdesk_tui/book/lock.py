"""Keeps two editors on one machine from saving books of the same folder at once."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

LONGEST = 10.0
"""Seconds that a save waits for another one, which needs less than one."""
_STEP = 0.01

_NO_LOCKS = {errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP}
"""The errors of file systems that cannot lock folders, as NFS: it locks files alone."""


@contextmanager
def locked(folder: str, longest: float = LONGEST) -> Iterator[None]:
    """Hold the lock of a folder; the system releases it even if the process is killed.

    A file system that cannot lock folders is not locked. Raises OSError (EBUSY) if another process holds the
    lock for `longest` seconds, and the system's OSError if the folder cannot be opened.
    """
    if sys.platform == "win32":
        # Windows locks files only; this one can be removed when nobody has it open.
        path = os.path.join(folder, ".helpdesk-tui.lock")
        try:
            with open(path, "wb") as file:
                _wait(file.fileno(), longest)
                yield
        finally:
            with suppress(OSError):
                os.unlink(path)
    else:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            _wait(descriptor, longest)
            yield
        finally:
            os.close(descriptor)


def _wait(descriptor: int, longest: float) -> None:
    end = time.monotonic() + longest
    while not _lock(descriptor):
        if time.monotonic() > end:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
        time.sleep(_STEP)


def _lock(descriptor: int) -> bool:
    """Acquire the lock; False if another process holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return True
        if error.errno in {errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}:
            return False
        raise
    return True
