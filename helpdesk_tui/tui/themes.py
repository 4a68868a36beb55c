"""The dark and the light theme, and the roles that text has in them."""

from collections.abc import Mapping
from functools import cache

from rich.style import Style
from textual.theme import Theme

ROLES: Mapping[str, tuple[str, str, str]] = {
    "text": ("", "#e8eef4", "#17212c"),
    "dim": ("", "#9aabbc", "#526273"),
    "strong": ("bold", "#ffffff", "#000000"),
    "key": ("bold", "#7cc4ff", "#0a5aa8"),
    "number": ("bold", "#8fd0ff", "#084c8f"),
    "open": ("bold", "#63d69b", "#0a6a3c"),
    "soon": ("bold", "#ffcf5c", "#7d5200"),
    "closed": ("", "#9aabbc", "#526273"),
    "unknown": ("bold", "#d7b4ff", "#6a2fb0"),
    "alert": ("bold", "#ff9a92", "#a8201a"),
    "now": ("bold", "#ffffff", "#000000"),
    "bar-open": ("", "#2e7a57", "#2b8f5b"),
    "bar-closed": ("", "#55677a", "#7f8fa0"),
    "bar-unknown": ("", "#a783d6", "#9a6fd0"),
    "bar-live": ("", "#3fae78", "#2b8f5b"),
    "bar-message": ("", "#4a9fd8", "#2f7fc0"),
}
"""The style of each role of text, then its colour in the dark and in the light theme.

A state is told by its shape and its word as well, never by its colour alone.
"""

FILLS: Mapping[str, tuple[str, str, str]] = {
    "chosen": ("text", "#21364a", "#d8e8f8"),
    "fill-alert": ("alert", "#4a1f22", "#fbdedb"),
    "fill-unknown": ("unknown", "#352a4a", "#ebe0f8"),
    "fill-message": ("key", "#1a3247", "#dbeaf8"),
    "fill-other": ("strong", "#a3157f", "#f29ad8"),
    "cursor": ("strong", "#1668b0", "#8fc1f2"),
    "hole": ("alert", "#4a1f22", "#fbdedb"),
}
"""The role of text on a ground of its own, then that ground in the dark and in the light theme."""


def _theme(name: str, *, dark: bool, secondary: str, background: str, surface: str, panel: str) -> Theme:
    colours = {name: on_dark if dark else on_light for name, (_, on_dark, on_light) in ROLES.items()}
    fills = {name: on_dark if dark else on_light for name, (_, on_dark, on_light) in FILLS.items()}
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
        name: Style.parse(f"{style} {colours[f'role-{name}']}".strip()) for name, (style, *_) in ROLES.items()
    }
    fills = {
        name: styles[role] + Style(bgcolor=colours[f"role-{name}"]) for name, (role, *_) in FILLS.items()
    }
    return styles | fills
