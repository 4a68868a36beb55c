"""The dark and the light theme, and the roles that text plays in them."""

from collections.abc import Mapping
from functools import lru_cache

from rich.color import Color
from rich.style import Style
from textual.theme import Theme

ROLES: Mapping[str, str] = {
    "text": "",
    "dim": "",
    "strong": "bold",
    "key": "bold",
    "number": "bold",
    "open": "bold",
    "soon": "bold",
    "closed": "",
    "unknown": "bold",
    "alert": "bold",
    "now": "bold",
    "bar-open": "",
    "bar-closed": "",
    "bar-unknown": "",
    "bar-live": "",
    "bar-message": "",
}
"""How each role is set, beside its colour: a state is told by its shape and its word as well."""

FILLED = {
    "chosen": "text",
    "fill-alert": "alert",
    "fill-unknown": "unknown",
    "fill-message": "key",
    "cursor": "strong",
    "hole": "alert",
    "fill-other": "strong",
}
"""Roles that fill the line behind them."""

DARK = Theme(
    name="helpdesk-dark",
    dark=True,
    primary="#7cc4ff",
    secondary="#9fb3c8",
    accent="#7cc4ff",
    success="#63d69b",
    warning="#ffcf5c",
    error="#ff9a92",
    foreground="#e8eef4",
    background="#0f151c",
    surface="#141c25",
    panel="#33465a",
    variables={
        "role-text": "#e8eef4",
        "role-dim": "#9aabbc",
        "role-strong": "#ffffff",
        "role-key": "#7cc4ff",
        "role-number": "#8fd0ff",
        "role-open": "#63d69b",
        "role-soon": "#ffcf5c",
        "role-closed": "#9aabbc",
        "role-unknown": "#d7b4ff",
        "role-alert": "#ff9a92",
        "role-now": "#ffffff",
        "role-bar-open": "#3fae78",
        "role-bar-closed": "#55677a",
        "role-bar-unknown": "#a783d6",
        "role-bar-live": "#3fae78",
        "role-bar-message": "#4a9fd8",
        "fill-chosen": "#21364a",
        "fill-fill-alert": "#4a1f22",
        "fill-fill-unknown": "#352a4a",
        "fill-fill-message": "#1a3247",
        "fill-cursor": "#1668b0",
        "fill-fill-other": "#a3157f",
        "fill-hole": "#4a1f22",
    },
)

LIGHT = Theme(
    name="helpdesk-light",
    dark=False,
    primary="#0a5aa8",
    secondary="#46586b",
    accent="#0a5aa8",
    success="#0a6a3c",
    warning="#7d5200",
    error="#a8201a",
    foreground="#17212c",
    background="#f4f6f9",
    surface="#ffffff",
    panel="#b4c1cf",
    variables={
        "role-text": "#17212c",
        "role-dim": "#526273",
        "role-strong": "#000000",
        "role-key": "#0a5aa8",
        "role-number": "#084c8f",
        "role-open": "#0a6a3c",
        "role-soon": "#7d5200",
        "role-closed": "#526273",
        "role-unknown": "#6a2fb0",
        "role-alert": "#a8201a",
        "role-now": "#000000",
        "role-bar-open": "#2b8f5b",
        "role-bar-closed": "#7f8fa0",
        "role-bar-unknown": "#9a6fd0",
        "role-bar-live": "#2b8f5b",
        "role-bar-message": "#2f7fc0",
        "fill-chosen": "#d8e8f8",
        "fill-fill-alert": "#fbdedb",
        "fill-fill-unknown": "#ebe0f8",
        "fill-fill-message": "#dbeaf8",
        "fill-cursor": "#8fc1f2",
        "fill-fill-other": "#f29ad8",
        "fill-hole": "#fbdedb",
    },
)


def role_styles(variables: Mapping[str, str]) -> Mapping[str, Style]:
    """The style of every role, in the theme that gives these variables."""
    dark = variables["role-text"] == DARK.variables["role-text"]
    return _styles(DARK.name if dark else LIGHT.name)


@lru_cache(maxsize=2)
def _styles(theme: str) -> Mapping[str, Style]:
    colours = (DARK if theme == DARK.name else LIGHT).variables
    styles = {
        role: Style.parse(how) + Style(color=Color.parse(colours[f"role-{role}"]))
        for role, how in ROLES.items()
    }
    for role, text in FILLED.items():
        styles[role] = styles[text] + Style(bgcolor=Color.parse(colours[f"fill-{role}"]))
    return styles
