"""Sample photos and a sample scan: drawn, but with what real ones bring: EXIF dates, noise, a slight turn."""

# pypdfium2, ReportLab and Pillow have few types
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownVariableType=false
# pyright: reportMissingTypeStubs=false

import math
import random
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont
from PIL.Image import Exif, Resampling, Transpose
from PIL.ImageDraw import ImageDraw as Draw
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from core.demo.papers import Paper
from core.demo.sheet import write_pdf
from core.dossier.fonts import BOLD, register

SIZE = (2400, 1600)
SCAN_DPI = 200
EXIF_DATE, EXIF_ORIENTATION, EXIF_IFD, EXIF_DATE_TAKEN = 0x0132, 0x0112, 0x8769, 0x9003
TURNED_RIGHT = 6  # EXIF: show it turned by 90° clockwise
WOOD, RED, GOLD, CLOTH = "#7a5230", "#b3202c", "#ffd84d", "#f6f3ea"
SHIRTS = ("#f4f4f6", "#cfd9e8", "#9fb4cf", "#e7d9d3", "#3d4a5f", "#7d8f74")


def write_meeting(target: Path) -> None:
    """A training day: banner, speaker, and rows of listeners from behind."""
    picture, draw = _room("#dcd3c0", floor="#8c8375")
    draw.rectangle((330, 120, 2070, 560), fill=RED)
    draw.rectangle((348, 138, 2052, 542), outline=GOLD, width=5)
    _words(draw, (1200, 230), "SỞ GIÁO DỤC VÀ ĐÀO TẠO HÒA BÌNH", 58, CLOTH)
    _words(draw, (1200, 345), "HỘI NGHỊ TẬP HUẤN", 100, GOLD)
    _words(draw, (1200, 465), "CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2023", 70, CLOTH)
    draw.rounded_rectangle((1560, 820, 1860, 1100), 12, fill=WOOD)
    _person(draw, 1710, 820, 1.0, "#26324a", facing=True)
    draw.rectangle((420, 800, 1300, 1000), fill="#a7794c")
    for place in (560, 860, 1160):
        _person(draw, place, 800, 0.95, "#31405a", facing=True)
    chance = random.Random(18)
    for row, (height, size) in enumerate(((1150, 1.1), (1330, 1.4), (1560, 1.8))):
        for seat in range(-1, 14 - 2 * row):
            place = seat * 190 * size + (row % 2) * 90 + chance.randint(-14, 14)
            _person(draw, place, height + chance.randint(-10, 10), size, chance.choice(SHIRTS), facing=False)
    _save(picture, target, datetime(2023, 5, 18, 8, 42, 11))


def write_counter(target: Path) -> None:
    """The office where people hand in their papers: counters, screens, a waiting bench."""
    picture, draw = _room("#dfe7ea", floor="#b8b1a4")
    draw.rectangle((200, 110, 2200, 300), fill="#1f5f9e")
    _words(draw, (1200, 205), "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ", 92, CLOTH)
    for number, left in enumerate((220, 880, 1540), 1):
        draw.rectangle((left, 380, left + 620, 470), fill="#2f78bd")
        _words(draw, (left + 310, 425), f"QUẦY SỐ {number}", 56, CLOTH)
        _person(draw, left + 200, 860, 1.2, "#f4f4f6", facing=True)
        draw.rectangle((left + 350, 660, left + 560, 800), fill="#20262e")
        draw.rectangle((left + 362, 672, left + 548, 788), fill="#8fb7dd")
        draw.rectangle((left + 440, 800, left + 470, 860), fill="#20262e")
        draw.rectangle((left, 860, left + 620, 1120), fill="#c79b68")
        draw.rectangle((left, 860, left + 620, 885), fill="#efe9dc")
    for left in (330, 1030, 1730):
        draw.rounded_rectangle((left, 1330, left + 420, 1400), 14, fill="#4d6a86")
        draw.rectangle((left + 20, 1400, left + 46, 1520), fill="#555a60")
        draw.rectangle((left + 374, 1400, left + 400, 1520), fill="#555a60")
    _person(draw, 540, 1330, 1.5, "#9fb4cf", facing=False)
    _save(picture, target, datetime(2023, 9, 6, 9, 15, 40))


def write_sign(target: Path) -> None:
    """The board with the directions, taken with the telephone upright: the EXIF tag says how to turn it."""
    picture = Image.new("RGB", (SIZE[1], SIZE[0]), "#cfd6cf")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 1900, 1600, 2400), fill="#8f8a80")
    draw.rectangle((380, 1500, 440, 2150), fill="#777d84")
    draw.rectangle((1160, 1500, 1220, 2150), fill="#777d84")
    draw.rounded_rectangle((150, 330, 1450, 1620), 30, fill="#f9f9f4", outline="#1f5f9e", width=26)
    draw.rectangle((163, 343, 1437, 600), fill="#1f5f9e")
    _words(draw, (800, 470), "SƠ ĐỒ HƯỚNG DẪN", 112, CLOTH)
    lines = ("TẦNG 1: TIẾP NHẬN HỒ SƠ", "TẦNG 2: VĂN PHÒNG SỞ", "TẦNG 3: HỘI TRƯỜNG", "TIẾP DÂN: PHÒNG 105")
    for number, line in enumerate(lines):
        middle = 730 + number * 215
        draw.polygon([(235, middle - 40), (235, middle + 40), (310, middle)], fill=RED)
        _words(draw, (840, middle), line, 74, "#1c2733")
    turned = picture.transpose(Transpose.ROTATE_90)
    _save(turned, target, datetime(2023, 3, 27, 14, 5, 3), TURNED_RIGHT)


def write_scan(paper: Paper, target: Path) -> None:
    """A paper as an office scanner leaves it: an image of each page, a little askew and grey, without text."""
    chance = random.Random(paper.file)
    with TemporaryDirectory() as folder:
        printed = Path(folder) / "printed.pdf"
        write_pdf(paper, printed)
        pdf = pypdfium2.PdfDocument(printed)
        try:
            pages: list[Image.Image] = [_rendered(page) for page in pdf]
        finally:
            pdf.close()
    scans = [_scanned(page, chance) for page in pages]
    scans[0].save(target, "PDF", resolution=SCAN_DPI, save_all=True, append_images=scans[1:], quality=60)


def _rendered(page: pypdfium2.PdfPage) -> Image.Image:
    scale = SCAN_DPI / 72
    return page.render(scale=scale).to_pil().convert("RGB")  # pyright: ignore[reportArgumentType]


def _scanned(page: Image.Image, chance: random.Random) -> Image.Image:
    page = page.rotate(chance.uniform(0.4, 0.9), Resampling.BICUBIC, fillcolor="#fbfaf6")
    page = page.filter(ImageFilter.GaussianBlur(0.6))
    return _noisy(ImageChops.multiply(page, Image.new("RGB", page.size, "#f7f5ee")), 9, chance)


def _room(wall: str, floor: str) -> tuple[Image.Image, Draw]:
    picture = Image.new("RGB", SIZE, wall)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 1080, SIZE[0], SIZE[1]), fill=floor)
    draw.rectangle((0, 1062, SIZE[0], 1084), fill=WOOD)
    for x in range(300, SIZE[0], 600):
        draw.ellipse((x - 130, 18, x + 130, 52), fill="#fffef2")
    return picture, draw


def _person(draw: Draw, x: float, y: float, size: float, shirt: str, *, facing: bool) -> None:
    """Head and shoulders above (x, y)."""
    head, neck = 46 * size, y - 150 * size
    draw.pieslice((x - 105 * size, y - 130 * size, x + 105 * size, y + 130 * size), 180, 360, fill=shirt)
    draw.rectangle((x - 20 * size, neck - 6 * size, x + 20 * size, neck + 40 * size), fill="#c99b7a")
    draw.ellipse((x - head, neck - 2.1 * head, x + head, neck + 0.3 * head), fill="#d9ad8b" if facing else "#231d1b")
    if facing:
        draw.chord((x - head, neck - 2.2 * head, x + head, neck + 0.1 * head), 185, 355, fill="#231d1b")


def _words(draw: Draw, middle: tuple[float, float], words: str, size: int, colour: str) -> None:
    register()
    face = cast("TTFont", pdfmetrics.getFont(BOLD)).face
    font = ImageFont.truetype(face.filename, size)
    draw.text(middle, words, colour, font, anchor="mm")


def _save(picture: Image.Image, target: Path, taken: datetime, orientation: int = 1) -> None:
    """As a camera would: soft, with grain and darker corners, and the time in the EXIF data."""
    chance = random.Random(taken.isoformat())
    picture = ImageChops.multiply(picture.filter(ImageFilter.GaussianBlur(1.4)), _corners(picture.size))
    exif = Exif()
    exif[EXIF_DATE] = exif.get_ifd(EXIF_IFD)[EXIF_DATE_TAKEN] = taken.strftime("%Y:%m:%d %H:%M:%S")
    exif[EXIF_ORIENTATION] = orientation
    _noisy(picture, 7, chance).save(target, "JPEG", quality=82, exif=exif)


def _noisy(picture: Image.Image, strength: int, chance: random.Random) -> Image.Image:
    """With grain of about `strength` of 255, the same for the same chance."""
    tile = Image.frombytes("L", (256, 256), chance.randbytes(256 * 256)).point(
        [level * strength // 255 for level in range(256)]
    )
    grain = Image.new("L", picture.size)
    for left in range(0, picture.width, 256):
        for top in range(0, picture.height, 256):
            grain.paste(tile, (left, top))
    return ImageChops.subtract(picture, Image.merge("RGB", (grain, grain, grain)))


def _corners(size: tuple[int, int]) -> Image.Image:
    small = Image.new("L", (60, 40))
    small.putdata(
        [
            round(255 - 70 * (math.hypot(x / 30 - 1, y / 20 - 1) / math.sqrt(2)) ** 2)
            for y in range(40)
            for x in range(60)
        ]
    )
    light = small.resize(size, Resampling.BICUBIC)
    return Image.merge("RGB", (light, light, light))
