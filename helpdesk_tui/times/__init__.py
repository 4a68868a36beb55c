"""Times: instants on the clock of a zone, and the time that someone types."""
