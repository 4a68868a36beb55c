"""Half of 3,000 broken and oversized books with every command, by turns; test_mutated_more.py has the other half."""

import pytest

from tests.cli.every import run_every_command


@pytest.mark.parametrize("first", range(0, 1500, 500))
def test_no_book_crashes_a_command_or_takes_it_five_seconds(cli, first, record_property):
    record_property("figures", run_every_command(cli, range(first, first + 500)))
