"""Keeps two editors of one machine from saving books of the same folder at once."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

LONGEST = 10.0
"""Seconds that a save waits for another one, which takes less than one."""
_STEP = 0.01

_NO_LOCKS = {errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP}
"""What a file system answers that locks no folders, as NFS: it takes a lock for writing on files alone."""


@contextmanager
def locked(folder: str, longest: float = LONGEST) -> Iterator[None]:
    """Hold the lock of a folder; the system gives it back when the process ends, however that is.

    Where the file system locks no folders, nothing is held. Raises OSError (EBUSY) where another holds it for
    `longest` seconds, and whatever the system says of a folder that cannot be opened.
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
    while not _taken(descriptor):
        if time.monotonic() > end:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
        time.sleep(_STEP)


def _taken(descriptor: int) -> bool:
    """Take the lock, if nobody holds it."""
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
