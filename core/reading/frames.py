"""Small frames with what stands in them: stamps of arrival, marks of urgency. They are no part of the letter."""

# pyright: reportUnknownMemberType=false

from PIL import Image

from core.reading.figures import Piece, connected

WIDTH = 620  # pixels, of the picture in which frames are looked for
PART = 0.45  # of the page's height, from the top
DARK = [255 * (value < 200) for value in range(256)]
# Parts of the page's width: a table is wider, a letter smaller.
LEAST_WIDTH, MOST_WIDTH, LEAST_HEIGHT, MOST_HEIGHT = 0.08, 0.4, 0.03, 0.2
EDGE = 0.08  # of the longer side: how far from its edge a frame may run that was stamped askew
WHOLE = 0.75  # of each side


def without_frames(page: Image.Image) -> Image.Image:
    """The page in grey, with white paper where small frames stood in its upper part."""
    scale = page.width / WIDTH
    upper = page.crop((0, 0, page.width, round(page.height * PART)))
    ink = upper.resize((WIDTH, round(upper.height / scale)), Image.Resampling.BOX).point(DARK)
    frames = [piece for piece in connected(ink) if _is_frame(piece)]
    if frames:
        page = page.copy()
    for piece in frames:
        box = (piece.left - 1, piece.top - 1, piece.right + 1, piece.bottom + 1)
        left, top, right, bottom = (round(place * scale) for place in box)
        page.paste(255, (left, top, right, bottom))
    return page


def _is_frame(piece: Piece) -> bool:
    width, height = piece.width / WIDTH, piece.height / WIDTH
    if not (LEAST_WIDTH < width < MOST_WIDTH and LEAST_HEIGHT < height < MOST_HEIGHT):
        return False
    near = EDGE * max(piece.width, piece.height)
    sides = (
        ({x for x, y in piece.pixels if y - piece.top < near}, piece.width),
        ({x for x, y in piece.pixels if piece.bottom - y <= near}, piece.width),
        ({y for x, y in piece.pixels if x - piece.left < near}, piece.height),
        ({y for x, y in piece.pixels if piece.right - x <= near}, piece.height),
    )
    return all(len(places) > WHOLE * length for places, length in sides)
