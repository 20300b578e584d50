"""How fast a first page is recognised with its description, against the floor: tesseract alone on the same picture.

python -m tests.benchmarks.bench_ocr
"""

import os
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

os.environ["OMP_THREAD_LIMIT"] = "1"

import pypdfium2 as pdfium

from core.reading import media
from core.reading.ocr import recognise
from core.reading.recognition import recognise_page
from tests.core.reading.letters import plan_page, signature_block, write_pdf

RUNS = 5
DPI = 200


def seconds(function: Callable[[], object]) -> float:
    begun = time.perf_counter()
    function()
    return time.perf_counter() - begun


def main() -> None:
    with TemporaryDirectory() as folder:
        letter = write_pdf(Path(folder, "letter.pdf"), [plan_page() + signature_block()])
        document = pdfium.PdfDocument(letter)
        image = document[0].render(scale=DPI / 72, grayscale=True).to_pil()
        document.close()
        scan = Path(folder, "scan.pdf")
        image.save(scan, resolution=DPI, save_all=True, append_images=[image])
        recognise(image, DPI)  # loads the data
        # In turns, so that what else the machine does falls on all of them.
        rows = [
            (
                seconds(lambda: recognise(image, DPI)),
                seconds(lambda: recognise_page(scan, media.PDF, 0)),
                seconds(lambda: recognise_page(scan, media.PDF, 1)),
            )
            for _ in range(RUNS)
        ]
    floor, first, other = (median(column) for column in zip(*rows, strict=True))
    print(f"tesseract alone       {floor:6.2f} s")
    print(f"first page, described {first:6.2f} s  {first / floor:5.1f} ×")
    print(f"another page          {other:6.2f} s  {other / floor:5.1f} ×")


if __name__ == "__main__":
    main()
