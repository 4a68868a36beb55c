"""What feeds a screen: the book's file, the clock, the frozen picture that it draws. No Textual."""
