"""helpdesk-tui: whom to contact right now for this request."""

__version__ = "0.1.0"
