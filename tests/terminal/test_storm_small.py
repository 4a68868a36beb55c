"""A storm of random keys, sequences and sizes on a small window; the other half."""

import pytest

from tests.terminal.storm import weather


@pytest.mark.parametrize(("seed", "columns", "rows"), [(3, 40, 15), (4, 20, 5)])
def test_a_storm_leaves_the_screen_alive_right_and_able_to_quit(seed, columns, rows, record_property):
    record_property("figures", weather(seed, columns, rows, 5000))
