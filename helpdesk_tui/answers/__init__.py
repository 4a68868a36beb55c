"""Pure questions to a board at an instant: status, who, escalation, search."""
