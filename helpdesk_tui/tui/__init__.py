"""The screen: a Textual app that shows the answers and keeps them up to date."""
