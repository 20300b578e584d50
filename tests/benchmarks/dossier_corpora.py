"""The documents that the benchmark of the dossier prints: of each kind a hundred different ones, and copies of them."""

import io
import random
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from core.dossier.fonts import NAMES, register

DIFFERENT = 100
PAGES = 8
LINES = 42
WORDS = [
    "căn",
    "cứ",
    "quyết",
    "định",
    "kế",
    "hoạch",
    "cải",
    "cách",
    "hành",
    "chính",
    "năm",
    "của",
    "Sở",
    "Giáo",
    "dục",
    "và",
    "Đào",
    "tạo",
    "tỉnh",
    "về",
    "việc",
    "ban",
    "hành",
]


def written(seed: int) -> bytes:
    """What a program writes through a library such as ReportLab: text in embedded fonts."""
    return _text_pdf(seed, lambda canvas, line: canvas.drawString(85, 780 - 16 * line[0], line[1]))


def tagged(seed: int) -> bytes:
    """What a text processor exports: every paragraph marked, a tree of structure, links to the web."""

    def draw(canvas: Canvas, line: tuple[int, str]) -> None:
        canvas._code.append(f"/P <</MCID {line[0]}>> BDC")
        canvas.drawString(85, 780 - 16 * line[0], line[1])
        canvas._code.append("EMC")

    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(_text_pdf(seed, draw))) as pdf:
        _add_structure(pdf)
        pdf.save(stream, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return stream.getvalue()


def scanned(seed: int) -> bytes:
    """What a copier sends: a grey picture a page."""
    chance = random.Random(seed)
    pictures: list[Image.Image] = []
    for _ in range(PAGES):
        page = Image.new("L", (827, 1169), 245)
        draw = ImageDraw.Draw(page)
        for line in range(50):
            draw.text((90, 90 + 20 * line), " ".join(chance.choices(WORDS, k=12)), fill=30)
        pictures.append(page.filter(ImageFilter.GaussianBlur(0.6)))
    stream = io.BytesIO()
    pictures[0].save(stream, "PDF", resolution=100, save_all=True, append_images=pictures[1:], quality=60)
    return stream.getvalue()


KINDS: dict[str, Callable[[int], bytes]] = {"written": written, "scanned": scanned, "tagged": tagged}


def corpus(kind: str, count: int) -> Iterator[bytes]:
    """`count` PDFs of PAGES pages, no two with the same bytes; "mixed" takes each kind in turn."""
    kinds = list(KINDS.values()) if kind == "mixed" else [KINDS[kind]]
    made = [kinds[seed % len(kinds)](seed) for seed in range(min(count, DIFFERENT))]
    for number in range(count):
        yield made[number % len(made)] + b"%% %d\n" % number


def _text_pdf(seed: int, draw: Callable[[Canvas, tuple[int, str]], object]) -> bytes:
    register()
    chance = random.Random(seed)
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1, pageCompression=1)
    for _ in range(PAGES):
        for line in range(LINES):
            canvas.setFont(NAMES[line % 7 % len(NAMES)], 12)
            draw(canvas, (line, " ".join(chance.choices(WORDS, k=11))))
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _add_structure(pdf: pikepdf.Pdf) -> None:
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    kids, parents = Array(), Array()
    for number, page in enumerate(pdf.pages):
        marks = Array()
        for mark in range(LINES):
            facts = Dictionary(Type=Name.StructElem, S=Name.P, P=whole, Pg=page.obj, K=mark)
            marks.append(pdf.make_indirect(facts))
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([85, 770, 185, 790]), StructParent=1000 + number
        )
        link.A = Dictionary(S=Name.URI, URI=String("https://hoabinh.gov.vn"))
        page.obj.Annots = Array([pdf.make_indirect(link)])
        page.obj.StructParents = number
        kids.extend(marks)
        parents.extend([number, pdf.make_indirect(marks)])
    whole.K, root.K = kids, whole
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=parents))
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
