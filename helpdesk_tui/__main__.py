"""Starts the program: `helpdesk-tui` and `python -m helpdesk_tui`."""

import gc
import sys


def main() -> int:
    """Run the command line with the process's own arguments and return its exit code."""
    # A look-up ends before there is anything to collect, and Python would collect once more at its end.
    # The screen turns collecting on again.
    gc.disable()
    from helpdesk_tui.cli.main import run

    try:
        return run(sys.argv[1:])
    finally:
        gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
