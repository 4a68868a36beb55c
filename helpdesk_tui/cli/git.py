"""The book as it was in a revision of its git repository."""

import os
import subprocess

from helpdesk_tui.book.file import LARGEST, BookFile
from helpdesk_tui.book.problems import BookError, problem
from helpdesk_tui.languages import message

_PATIENCE = 20
"""Seconds to wait for git."""

_SAFE = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
"""Variables with which git asks for nothing, fetches nothing and writes nothing."""


def read_revision(path: str, revision: str) -> BookFile:
    """The book's file as it was in the revision. Raises BookError where git cannot give it."""
    named = f"{revision}:{path}"
    folder, name = os.path.split(os.path.realpath(path))

    def git(*arguments: str, refusal: str) -> bytes:
        """The output of git for these arguments. Raises BookError with the `refusal` where git fails."""
        try:
            done = subprocess.run(
                ["git", "--no-pager", "-c", "core.fsmonitor=false", *arguments],
                cwd=folder,
                env={**os.environ, **_SAFE},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except FileNotFoundError:
            raise BookError(named, [problem("", message("git is not installed"))]) from None
        except (OSError, ValueError, subprocess.TimeoutExpired) as error:
            raise BookError(named, [problem("", message("git does not answer"))]) from error
        if done.returncode:
            raise BookError(named, [problem("", refusal, revision=revision)])
        return done.stdout

    git("rev-parse", "--git-dir", refusal=message("is in no git repository that git trusts"))
    # Without --end-of-options a revision that begins with a hyphen would be an option of git.
    commit = git(
        "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}",
        refusal=message("the repository has no revision {revision}"),
    ).decode().strip()  # fmt: skip
    blob = f"{commit}:./{name}"
    absent = message("the revision {revision} does not have this file")
    if int(git("cat-file", "-s", blob, refusal=absent)) > LARGEST:
        raise BookError(named, [problem("", "is larger than {limit} MiB", limit=LARGEST // 2**20)])
    return BookFile(named, git("cat-file", "blob", blob, refusal=absent))
