"""The documents that the benchmark of the dossier prints."""

import io
import random
from collections.abc import Callable, Iterator
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from core.dossier.fonts import NAMES, register
from tests.benchmarks.bench_dossier import PAGES

LINES = 42
STRIPS = 200
WORDS = (
    *("căn", "cứ", "quyết", "định", "kế", "hoạch", "cải", "cách", "hành", "chính", "năm", "của", "Sở", "Giáo"),
    *("dục", "và", "Đào", "tạo", "tỉnh", "về", "việc", "ban", "hành", "theo", "Nghị", "quyết", "số", "phòng"),
)


def written(seed: int) -> bytes:
    """What a program writes through a library such as ReportLab: text in embedded fonts."""
    return _text_pdf(seed, lambda canvas, line: canvas.drawString(85, 780 - 16 * line[0], line[1]))


def tagged(seed: int) -> bytes:
    """What LibreOffice exports: every paragraph marked, in a tree of structure; all pages with the same resources."""

    def draw(canvas: Canvas, line: tuple[int, str]) -> None:
        canvas._code.append(f"/P <</MCID {line[0]}>> BDC")
        canvas.drawString(85, 780 - 16 * line[0], line[1])
        canvas._code.append("EMC")

    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(_text_pdf(seed, draw))) as pdf:
        _add_structure(pdf)
        pdf.save(stream)
    return stream.getvalue()


def scanned(seed: int) -> bytes:
    """What a copier sends: a grey picture a page."""
    chance = random.Random(seed)
    pictures: list[Image.Image] = []
    for _ in range(PAGES):
        page = Image.new("L", (827, 1169), 245)
        for line in range(50):
            page.paste(chance.choice(_strips()), (90, 90 + 20 * line))
        pictures.append(page)
    stream = io.BytesIO()
    pictures[0].save(stream, "PDF", resolution=100, save_all=True, append_images=pictures[1:], quality=60)
    return stream.getvalue()


@cache
def _strips() -> list[Image.Image]:
    """Lines of print as a copier sees them."""
    chance, strips = random.Random(0), list[Image.Image]()
    for _ in range(STRIPS):
        strip = Image.new("L", (650, 20), 245)
        ImageDraw.Draw(strip).text((0, 2), " ".join(chance.choices(WORDS, k=12)), fill=30)
        strips.append(strip.filter(ImageFilter.GaussianBlur(0.6)))
    return strips


KINDS: dict[str, Callable[[int], bytes]] = {"written": written, "scanned": scanned, "tagged": tagged}


def corpus(kind: str, count: int) -> Iterator[bytes]:
    """`count` PDFs of PAGES pages, no two of them the same; "mixed" takes each kind in turn."""
    kinds = list(KINDS.values()) if kind == "mixed" else [KINDS[kind]]
    for seed in range(count):
        yield kinds[seed % len(kinds)](seed)


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
    resources = pdf.make_indirect(Dictionary(Font=pdf.pages[0].Resources.Font))
    for number, page in enumerate(pdf.pages):
        marks = Array()
        for mark in range(LINES):
            look = pdf.make_indirect(Dictionary(O=Name.Layout, Placement=Name.Block))
            facts = Dictionary(Type=Name.StructElem, S=Name.P, P=whole, Pg=page.obj, A=look, K=mark)
            marks.append(pdf.make_indirect(facts))
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([85, 770, 185, 790]), StructParent=1000 + number
        )
        link.A = Dictionary(S=Name.URI, URI=String("https://hoabinh.gov.vn"))
        page.obj.Annots = Array([pdf.make_indirect(link)])
        page.obj.StructParents = number
        page.obj.Resources = resources
        kids.extend(marks)
        parents.extend([number, pdf.make_indirect(marks)])
    whole.K, root.K = kids, whole
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=parents))
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
