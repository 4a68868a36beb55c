"""The screens: a module each, over `base`."""
