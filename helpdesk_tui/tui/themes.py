"""The dark and the light theme, and the roles that text has in them."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from rich.style import Style
from textual.theme import Theme


class Role(NamedTuple):
    """How text of a role is set: in what style, and in which colour on a dark and on a light ground."""

    style: str
    dark: str
    light: str


ROLES: Mapping[str, Role] = {
    "text": Role("", "#e8eef4", "#17212c"),
    "dim": Role("", "#9aabbc", "#526273"),
    "strong": Role("bold", "#ffffff", "#000000"),
    "key": Role("bold", "#7cc4ff", "#0a5aa8"),
    "number": Role("bold", "#8fd0ff", "#084c8f"),
    "open": Role("bold", "#63d69b", "#0a6a3c"),
    "soon": Role("bold", "#ffcf5c", "#7d5200"),
    "closed": Role("", "#9aabbc", "#526273"),
    "unknown": Role("bold", "#d7b4ff", "#6a2fb0"),
    "alert": Role("bold", "#ff9a92", "#a8201a"),
    "now": Role("bold", "#ffffff", "#000000"),
    "bar-open": Role("", "#2e7a57", "#2b8f5b"),
    "bar-closed": Role("", "#55677a", "#7f8fa0"),
    "bar-unknown": Role("", "#a783d6", "#9a6fd0"),
    "bar-live": Role("", "#3fae78", "#2b8f5b"),
    "bar-message": Role("", "#4a9fd8", "#2f7fc0"),
}
"""A state is told by its shape and its word as well, never by its colour alone."""


class Fill(NamedTuple):
    """The ground behind text of a role, on a dark and on a light screen."""

    role: str
    dark: str
    light: str


FILLS: Mapping[str, Fill] = {
    "chosen": Fill("text", "#21364a", "#d8e8f8"),
    "fill-alert": Fill("alert", "#4a1f22", "#fbdedb"),
    "fill-unknown": Fill("unknown", "#352a4a", "#ebe0f8"),
    "fill-message": Fill("key", "#1a3247", "#dbeaf8"),
    "fill-other": Fill("strong", "#a3157f", "#f29ad8"),
    "cursor": Fill("strong", "#1668b0", "#8fc1f2"),
    "hole": Fill("alert", "#4a1f22", "#fbdedb"),
}


def _theme(name: str, *, dark: bool, secondary: str, background: str, surface: str, panel: str) -> Theme:
    colours = {name: role.dark if dark else role.light for name, role in ROLES.items()}
    fills = {name: fill.dark if dark else fill.light for name, fill in FILLS.items()}
    # Every widget has these from the theme: rules of their own would be parsed and applied besides.
    of_widgets = {
        "scrollbar": panel,
        "scrollbar-hover": panel,
        "scrollbar-background": surface,
        "link-style-hover": "bold underline",
        "link-color-hover": colours["text"],
        "link-background-hover": fills["cursor"],
    }
    return Theme(
        name=name,
        dark=dark,
        primary=colours["key"],
        secondary=secondary,
        success=colours["open"],
        warning=colours["soon"],
        error=colours["alert"],
        foreground=colours["text"],
        background=background,
        surface=surface,
        panel=panel,
        variables={f"role-{name}": colour for name, colour in (colours | fills).items()} | of_widgets,
    )


DARK = _theme(
    "helpdesk-dark",
    dark=True,
    secondary="#9fb3c8",
    background="#0f151c",
    surface="#141c25",
    panel="#566c84",
)
LIGHT = _theme(
    "helpdesk-light",
    dark=False,
    secondary="#46586b",
    background="#f4f6f9",
    surface="#ffffff",
    panel="#7c8b9b",
)


@cache
def role_styles(dark: bool) -> Mapping[str, Style]:
    """The style of every role and fill, in the dark or in the light theme."""
    colours = (DARK if dark else LIGHT).variables
    styles = {
        name: Style.parse(f"{role.style} {colours[f'role-{name}']}".strip()) for name, role in ROLES.items()
    }
    fills = {name: styles[fill.role] + Style(bgcolor=colours[f"role-{name}"]) for name, fill in FILLS.items()}
    return styles | fills
