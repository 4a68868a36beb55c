"""What the program says, in the reader's language: catalogue, times, sentences."""
