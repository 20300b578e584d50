"""How fast text is read with its description, against the floors: pypdfium2 and lxml alone on the same files.

python -m tests.benchmarks.bench_text [FILES]
"""

import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium
from lxml import etree

from core.reading import media
from core.reading.contents import read_file
from tests.core.reading.letters import CITED, COUNTRY, plan_page, signature_block, write_docx, write_pdf

RUNS = 5


def pdf_alone(path: Path) -> None:
    document = pdfium.PdfDocument(path)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def word_alone(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        "".join(etree.fromstring(package.read("word/document.xml")).itertext())


def seconds(function: Callable[[Path], object], paths: list[Path]) -> float:
    begun = time.perf_counter()
    for path in paths:
        function(path)
    return time.perf_counter() - begun


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with TemporaryDirectory() as folder:
        page = plan_page() + signature_block()
        pdfs = [write_pdf(Path(folder, f"{number}.pdf"), [page]) for number in range(count)]
        head = (["SỞ Y TẾ", "Số: 7/KH-SYT"], [COUNTRY, "Hà Nội, ngày 6 tháng 7 năm 2023"])
        body = ["KẾ HOẠCH", "Phòng dịch", *[CITED] * 100]
        words = [write_docx(Path(folder, f"{number}.docx"), *head, body, []) for number in range(count)]
        for name, paths, kind, alone in (
            ("pdf, a page", pdfs, media.PDF, pdf_alone),
            ("docx", words, media.DOCX, word_alone),
        ):
            # In turns, so that what else the machine does falls on both.
            rows = [
                (seconds(alone, paths), seconds(lambda path, kind=kind: read_file(path, path.name, kind), paths))
                for _ in range(RUNS)
            ]
            floor, read = (median(column) for column in zip(*rows, strict=True))
            print(f"{name:12} {count / read:6.0f} files/s  alone {count / floor:6.0f}  {read / floor:5.1f} ×")


if __name__ == "__main__":
    main()
