"""A book's text in Markdown, read back by a parser that the program does not use."""

import pytest
from markdown_it import MarkdownIt

from helpdesk_tui.phrases.markdown import prose


def item(text):
    """The tokens of `text` as an item of a list."""
    return MarkdownIt("commonmark").parse(f"- {prose(text)}")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Chat · https://chat.example.com/mesa_ayuda?cola=1&sala=2", "https://chat.example.com/mesa_ayuda?cola=1&sala=2"),
        ("Source: https://example.com/a_b.", "https://example.com/a_b"),
        ("Chat (https://example.com/a~b*c, https)", "https://example.com/a~b*c"),
    ],
)  # fmt: skip
def test_a_link_in_a_text_leads_where_it_says(text, link):
    (inline,) = [token for token in item(text) if token.type == "inline"]
    assert [token.attrs["href"] for token in inline.children if token.type == "link_open"] == [link]
    assert "".join(token.content for token in inline.children) == text


@pytest.mark.parametrize(
    "text", ["1. Chat", "2) Chat", "- x", "+ x", "-", "---", "- - -", "+57 601", "1.5 h"]
)
def test_a_text_that_begins_as_a_list_does_is_no_list(text):
    tokens = item(text)
    assert [token.type for token in tokens if token.type.endswith("_open")] == [
        "bullet_list_open", "list_item_open", "paragraph_open",
    ]  # fmt: skip
    (inline,) = [token for token in tokens if token.type == "inline"]
    assert "".join(token.content for token in inline.children) == text


def test_a_link_in_a_table_stays_in_its_cell():
    table = f"| a | b |\n| --- | --- |\n| {prose('https://example.com/a_b|c')} | d |"
    html = MarkdownIt("commonmark").enable("table").render(table)
    assert html.count("<td>") == 2
