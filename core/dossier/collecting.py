"""Keeps Python from looking for circles while much is made of which nothing hangs in one."""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Generator[None]:
    """Until the block ends; the search through all that lives, each time that there is a quarter more of it, takes a
    third of the time of a printing. What hangs in circles is freed later.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
