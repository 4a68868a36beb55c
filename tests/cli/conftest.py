import pytest

from tests.cli.program import Program, book


@pytest.fixture
def cli(capsys):
    """Runs commands in this process."""
    return Program(capsys)


@pytest.fixture
def here():
    """The default book in the working folder, under its short name."""
    return book()
