"""Describes errors of the system in messages of the catalogue: its own ones are in its own language."""

import errno

from helpdesk_tui.languages import message

_REASONS = {
    errno.EACCES: message("permission denied"),
    errno.EPERM: message("permission denied"),
    errno.ENOENT: message("its folder is not there"),
    errno.EROFS: message("the disk takes no changes"),
    errno.ENOTDIR: message("a part of its path is not a folder"),
    errno.ELOOP: message("its links lead in a circle"),
    errno.ENAMETOOLONG: message("its name is too long"),
    errno.EMFILE: message("too many files are open"),
    errno.ENFILE: message("too many files are open"),
    errno.ENXIO: message("nothing answers at its other end"),
    errno.ENODEV: message("the device is not there"),
    errno.ENOSPC: message("the disk is full"),
    errno.EDQUOT: message("the quota of the disk is used up"),
    errno.EFBIG: message("the file is too large"),
    errno.EIO: message("the disk or the terminal does not answer"),
    errno.EBADF: message("it is closed"),
    errno.EBUSY: message("another program is using it"),
    errno.EAGAIN: message("it takes nothing now"),
}


def reason(error: OSError) -> str | None:
    """The message for an error, or None if there is none for its number."""
    return _REASONS.get(error.errno or 0)
