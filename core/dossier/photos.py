"""Photos and scans as A4 pages with a caption. Runs in the worker."""
# ReportLab has few types:
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, ImageSequence
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from core.dossier.fonts import ITALIC, register
from core.dossier.outline import Numbers
from core.dossier.typeset import Paragraph, Pen, Style

LEFT, RIGHT, TOP, BOTTOM = 30 * mm, 15 * mm, 20 * mm, 20 * mm
QUALITY = 80
LARGEST_DOT = 1.0  # points: a small picture stays small instead of blurred
CAPTION = Style(font=ITALIC, size=12, align="center", after=0)
CAPTION_GAP = 10
LARGEST_CAPTION = 4 * CAPTION.leading


def photo_pages(source: Path, target: Path, caption: str, dpi: int) -> int:
    """Write a PDF with a page for the photo, or for each page of a TIFF, no finer than `dpi`; returns how many.

    Raises what Pillow raises for a file that it cannot read whole.
    """
    register()
    _take_heif()
    canvas = Canvas(str(target), pagesize=A4, invariant=1, initialFontName=ITALIC)  # pyright: ignore[reportArgumentType]
    pen = Pen(canvas, Numbers({}))
    with Image.open(source) as image:
        count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
        for index, frame in enumerate(_frames(image, count, dpi), 1):
            words = caption if count == 1 else f"{caption} ({index}/{count})"
            _page(pen, frame, words, dpi)
            canvas.showPage()
    canvas.save()
    return count


def _take_heif() -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()


def _frames(image: Image.Image, count: int, dpi: int) -> Iterator[Image.Image]:
    if count > 1:
        yield from ImageSequence.Iterator(image)
    else:
        room = _room()
        image.draft("RGB", (int(room[0] / 72 * dpi), int(room[1] / 72 * dpi)))  # decodes a large JPEG far faster
        yield image


def _room() -> tuple[float, float]:
    """What a picture may take, in points."""
    return A4[0] - LEFT - RIGHT, A4[1] - TOP - BOTTOM - LARGEST_CAPTION - CAPTION_GAP


def _page(pen: Pen, frame: Image.Image, caption: str, dpi: int) -> None:
    picture = _on_white(ImageOps.exif_transpose(frame))
    room_width, room_height = _room()
    scale = min(room_width / picture.width, room_height / picture.height, LARGEST_DOT)
    width, height = picture.width * scale, picture.height * scale
    picture.thumbnail((int(width / 72 * dpi) + 1, int(height / 72 * dpi) + 1))
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=QUALITY)
    stream.seek(0)
    words = Paragraph.of(caption, CAPTION, room_width)
    words = Paragraph(words.text[:4], CAPTION, room_width)
    top = A4[1] - TOP - max(0.0, (room_height - height) / 3)
    left = LEFT + (room_width - width) / 2
    pen.canvas.drawImage(ImageReader(stream), left, top - height, width, height)
    pen.canvas.setLineWidth(0.4)
    pen.canvas.rect(left, top - height, width, height)
    words.draw(pen, LEFT, top - height - CAPTION_GAP)


def _on_white(picture: Image.Image) -> Image.Image:
    """RGB or grey, with what is transparent on paper."""
    if picture.mode in ("RGB", "L"):
        return picture.copy()
    if picture.mode.startswith("I;16") or picture.mode in ("I", "F"):
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    if "A" in picture.getbands() or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(paper, layer).convert("RGB")
    return picture.convert("L" if picture.mode == "1" else "RGB")
