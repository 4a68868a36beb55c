"""Times: instants on the clock of a zone, and times as someone types them."""
