"""A storm of random keys, sequences and sizes on a large window; half of it, so that two files share the time."""

import pytest

from tests.terminal.storm import weather


@pytest.mark.parametrize(("seed", "columns", "rows"), [(1, 120, 40), (2, 80, 24)])
def test_a_storm_leaves_the_screen_alive_right_and_able_to_quit(seed, columns, rows, record_property):
    record_property("figures", weather(seed, columns, rows, 5000))
