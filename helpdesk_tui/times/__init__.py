"""An instant as someone types it."""
