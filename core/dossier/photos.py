"""Photos and scans as A4 pages with a caption. Runs in the worker."""
# ReportLab has few types:
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, ImageSequence
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from core.dossier.blocks import Paragraph
from core.dossier.fonts import ITALIC, register
from core.dossier.outline import Numbers
from core.dossier.typeset import Pen, Style
from core.reading.images import load_cut

QUALITY = 80
MOVING = ("GIF", "PNG", "WEBP")  # further pictures in a JPEG or HEIC are the camera's own: previews, depths
LARGEST_DOT = 1.0  # points: a small picture stays small instead of blurred
CAPTION = Style(font=ITALIC, size=12, align="center", after=0)
CAPTION_GAP = 10
LARGEST_CAPTION = 4 * CAPTION.leading


@dataclass(frozen=True)
class Frame:
    """The paper, or the part of it, that a photo is drawn on, in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def room(self) -> tuple[float, float]:
        """What a picture may take."""
        return self.width - self.left - self.right, self.height - self.top - self.bottom - LARGEST_CAPTION - CAPTION_GAP


PAPER = Frame(*A4, 30 * mm, 15 * mm, 20 * mm, 20 * mm)
# Parts of an A4 page by the number of photos on it; the foot is for the stamp.
PARTS = {
    2: Frame(A4[0], A4[1] / 2, 30 * mm, 15 * mm, 8 * mm, 12 * mm),
    4: Frame(A4[0] / 2, A4[1] / 2, 12 * mm, 8 * mm, 12 * mm, 12 * mm),
}


def photo_pages(source: Path, target: Path, caption: str, dpi: int, per_page: int = 1) -> str | None:
    """Write a PDF with a page for the photo, or for each page of a TIFF, no finer than `dpi`; returns what the pages
    lack: "repaired", "first_picture". A single photo is drawn on its part of a page with `per_page` of them.

    Raises what Pillow raises for a file that it cannot read whole.
    """
    register()
    with Image.open(source) as image:
        count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
        frame = PARTS.get(per_page, PAPER) if count == 1 else PAPER
        size = (frame.width, frame.height)
        canvas = Canvas(str(target), pagesize=size, invariant=1, initialFontName=ITALIC)  # pyright: ignore[reportArgumentType]
        pen = Pen(canvas, Numbers({}))
        lack = "first_picture" if image.format in MOVING and getattr(image, "n_frames", 1) > 1 else None
        if count == 1:
            room = frame.room
            image.draft("RGB", (int(room[0] / 72 * dpi), int(room[1] / 72 * dpi)))  # decodes a large JPEG far faster
            lack = lack if _load(image) else "repaired"
        for index, picture in enumerate(ImageSequence.Iterator(image) if count > 1 else [image], 1):
            words = caption if count == 1 else f"{caption} ({index}/{count})"
            _page(pen, picture, words, dpi, frame)
            canvas.showPage()
        canvas.save()
    return lack


def _load(image: Image.Image) -> bool:
    """Decode it, a JPEG that was cut short as far as it goes; returns whether it was whole."""
    try:
        image.load()
    except OSError:
        if image.format != "JPEG":
            raise
        load_cut(image)
        return False
    return True


def _page(pen: Pen, image: Image.Image, caption: str, dpi: int, frame: Frame) -> None:
    picture = _on_white(ImageOps.exif_transpose(image))
    room_width, room_height = frame.room
    scale = min(room_width / picture.width, room_height / picture.height, LARGEST_DOT)
    width, height = picture.width * scale, picture.height * scale
    picture.thumbnail((int(width / 72 * dpi) + 1, int(height / 72 * dpi) + 1))
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=QUALITY)
    stream.seek(0)
    words = Paragraph.of(caption, CAPTION, room_width)
    words = Paragraph(words.text[:4], CAPTION, room_width)
    top = frame.height - frame.top - max(0.0, (room_height - height) / 3)
    left = frame.left + (room_width - width) / 2
    pen.canvas.drawImage(ImageReader(stream), left, top - height, width, height)
    pen.canvas.setLineWidth(0.4)
    pen.canvas.rect(left, top - height, width, height)
    words.draw(pen, frame.left, top - height - CAPTION_GAP)


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
