"""The ways to reach a channel: what is shown, what is copied, and where a click on it leads."""

import pytest

from helpdesk_tui.phrases.contacts import ways
from helpdesk_tui.phrases.language import Language
from tests.support import board_of, one_channel

NUMBER = "telephone = '+57 601 7442727'"


@pytest.mark.parametrize(
    ("details", "found"),
    [
        pytest.param("extensions = ['0104']", [("ext. 0104", "0104", "", False)], id="an extension alone"),
        pytest.param(
            "extensions = ['1104', '08']",
            [("ext. 1104, 08", "1104", "", False)],
            id="several: the first one is copied",
        ),
        pytest.param(
            f"{NUMBER}\nextensions = ['1104']",
            [("+57 601 7442727 ext. 1104", "+576017442727", "tel:+576017442727", True)],
            id="an extension of a number",
        ),
        pytest.param(
            f"{NUMBER}\ntelephones = ['+57 318 7174937', '+57 601 745 21 41']",
            [
                ("+57 601 7442727", "+576017442727", "tel:+576017442727", True),
                ("+57 318 7174937", "+573187174937", "tel:+573187174937", True),
                ("+57 601 7452141", "+576017452141", "tel:+576017452141", True),
            ],
            id="several numbers, in order",
        ),
        pytest.param(
            "telephones = ['+57 318 7174937', '+57 601 7442727']\nmenu = ['2']\nextensions = ['7']",
            [
                ("+57 318 7174937 option 2 ext. 7", "+573187174937", "tel:+573187174937", True),
                ("+57 601 7442727 option 2 ext. 7", "+576017442727", "tel:+576017442727", True),
            ],
            id="several numbers without another: the menu and the extension are of all",
        ),
        pytest.param(
            "extensions = ['1104']\nurl = 'https://example.com'",
            [
                ("ext. 1104", "1104", "", False),
                ("https://example.com", "https://example.com", "https://example.com", False),
            ],
            id="an extension before a link",
        ),
    ],
)
def test_every_way_is_shown_and_copied_in_its_form(details, found):
    text = one_channel(None).replace("email = 'desk@example.com'", details)
    board, _ = board_of(text, "2026-11-23T10:00")
    each = ways(Language("en"), board.channels["desk"])
    assert [(way.in_full, way.copied, way.link, way.telephone) for way in each] == found
