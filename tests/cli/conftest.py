import os

import pytest

from tests.cli.program import Program, book


@pytest.fixture(autouse=True)
def users_book(_isolated):
    """The tests' own book as the user's, so that a corrected number in the default one breaks none of these tests."""
    return book(path=os.path.join(os.environ["XDG_CONFIG_HOME"], "helpdesk-tui", "contacts.toml"))


@pytest.fixture
def cli(capsys):
    """Runs commands in this process."""
    return Program(capsys)


@pytest.fixture
def here():
    """The tests' own book in the working folder, under its short name."""
    return book()
