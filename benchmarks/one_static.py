"""The least that a Textual app can be: what the first frame of the dashboard is held against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class OneStatic(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("One static")


OneStatic().run()
