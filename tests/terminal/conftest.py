import os

import pytest

from tests.cli.program import book


@pytest.fixture(autouse=True)
def users_book(_isolated):
    """The tests' own book as the user's; a book in the working folder comes before it."""
    return book(path=os.path.join(os.environ["XDG_CONFIG_HOME"], "helpdesk-tui", "contacts.toml"))
