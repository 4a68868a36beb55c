"""Opens a file in the reader's own editor, while the screen steps aside."""

import os
import subprocess
from typing import Any

from textual.app import App, SuspendNotSupported

from helpdesk_tui.languages import message
from helpdesk_tui.session.editing import text_editor

NONE_NAMED = message("Neither $VISUAL nor $EDITOR names an editor")
NOT_STARTED = message("The editor that $VISUAL or $EDITOR names cannot be started")
NOT_HERE = message("No editor can be opened in this terminal")


def edit_file(app: App[Any], path: str) -> str | None:
    """Open `path` in the editor that $VISUAL or $EDITOR names, until it ends.

    Returns why it could not be, a message of the catalogue; None where it could.
    """
    command = text_editor(os.environ)
    if command is None:
        return NONE_NAMED
    problem = None
    try:
        with app.suspend():
            try:
                subprocess.run([*command, path], check=False)
            except OSError:  # raised further, it would leave the app suspended
                problem = NOT_STARTED
    except SuspendNotSupported:
        return NOT_HERE
    return problem
