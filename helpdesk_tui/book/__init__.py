"""What the contact book says: finding its file, reading it, and its errors."""
