"""The front door: the window, or one command."""

import multiprocessing
import sys


def main() -> int:
    """Run the program with the arguments of this process; returns the exit status."""
    multiprocessing.freeze_support()
    # Here and not above: worker processes import this file again and need nothing of it.
    from gui.command_line.run import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
