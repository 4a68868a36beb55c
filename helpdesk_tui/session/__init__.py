"""Provides a screen with its frozen picture, from the book's file and the clock; without Textual."""
