"""Puts blocks on pages, and draws these."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from core.dossier.blocks import Block, Page, Paragraph, Row, Space
from core.dossier.typeset import BODY, Pen


def paginate(blocks: Iterable[Block], room: float) -> tuple[Page, ...]:
    """Put blocks on pages of `room` points, heads of tables repeated, headings not left alone at the bottom."""
    pages: list[list[Block]] = [[]]
    free = room
    waiting = list(blocks)[::-1]
    while waiting:
        block = waiting.pop()
        head = _head_before(block, pages[-1])
        taken = head.height if head else 0
        needed = taken + block.height + _kept(block, waiting, room - taken - block.height)
        if needed <= free + 0.01:
            pages[-1] += [head, block] if head else [block]
            free -= taken + block.height
            continue
        fresh = not pages[-1]
        if isinstance(block, Space) and not fresh:
            pages.append([])
            free = room
            continue
        parts = block.split(free - taken) if fresh or block.height + taken > room else None
        if parts is None and isinstance(block, Paragraph) and not block.keeps:
            parts = block.split(free - taken)
        if parts:
            pages[-1] += [head, parts[0]] if head else [parts[0]]
            waiting.append(parts[1])
        elif fresh:  # nothing helps: it stands there and runs over the margin
            pages[-1].append(block)
        else:
            waiting.append(block)
        pages.append([])
        free = room
    return tuple(tuple(page) for page in pages if page) or ((),)


def _head_before(block: Block, page: Sequence[Block]) -> Block | None:
    """The head that has to be drawn before `block` on this page."""
    if block.head is None or (page and page[-1].head is block.head):
        return None
    return block.head


def _kept(block: Block, waiting: Sequence[Block], most: float) -> float:
    """How much has to follow a block on its page, of what waits (the next one last); nothing if more than `most`."""
    needed, place = 0.0, len(waiting) - 1
    while block.keeps and place >= 0:
        following, place = waiting[place], place - 1
        head = following.head.height if following.head and following.head is not block.head else 0
        is_whole = following.keeps or not isinstance(following, Paragraph)
        needed += head + (following.height if is_whole else min(following.height, 4 * BODY.leading))
        block = following
    return needed if needed <= most else 0


def together(rows: Sequence[Row]) -> Iterator[Row]:
    """A table of which neither the first nor the last row stands alone on a page."""
    for place, row in enumerate(rows):
        yield replace(row, keeps=place in (0, len(rows) - 2) and place < len(rows) - 1)


def draw_page(pen: Pen, page: Page, left: float, top: float) -> None:
    for block in page:
        block.draw(pen, left, top)
        top -= block.height
