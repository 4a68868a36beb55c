"""Starts the program: `helpdesk-tui` and `python -m helpdesk_tui`."""

import gc
import sys


def main() -> int:
    """Run the command line with the process's own arguments and return its exit code."""
    # Not collecting garbage, here and when Python ends, saves a look-up 5 ms, half of a Python start.
    # The screen turns collecting on again.
    gc.disable()
    from helpdesk_tui.cli.main import run

    try:
        return run(sys.argv[1:])
    finally:
        gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
