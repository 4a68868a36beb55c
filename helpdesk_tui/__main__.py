"""Starts the program: `helpdesk-tui` and `python -m helpdesk_tui`."""

import gc
import sys


def main() -> int:
    """Run the command line with the process's own arguments and return its exit code."""
    gc.disable()  # a look-up ends before there is anything to collect; the screen turns it on again
    from helpdesk_tui.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
