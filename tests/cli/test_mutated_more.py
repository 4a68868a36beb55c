"""The other half of 3,000 broken and oversized books with every command, by turns."""

import pytest

from tests.cli.every import run_every_command


@pytest.mark.parametrize("first", range(1500, 3000, 500))
def test_no_book_crashes_a_command_or_takes_it_five_seconds(cli, first, record_property):
    record_property("figures", run_every_command(cli, range(first, first + 500)))
