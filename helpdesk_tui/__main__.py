"""Starts the program: `helpdesk-tui` and `python -m helpdesk_tui`."""

import sys


def main() -> int:
    """Run the command line with the process's own arguments and return its exit code."""
    from helpdesk_tui.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
