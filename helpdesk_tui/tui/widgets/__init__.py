"""What draws: lines of text in the roles of a theme."""
