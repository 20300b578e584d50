"""How fine the pictures of a scanned page are. Runs in a worker."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from math import sqrt

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from core.reading.reading import LEAST_DPI

TOLERANCE = 0.98  # scanners cut the edges of a page and round
MOST_PICTURES = 200
POINTS_PER_INCH = 72


def is_coarse(page: pdfium.PdfPage) -> bool:
    """Whether a page is covered by pictures (whole, or in strips) of fewer dots per inch than a record asks for."""
    width, height = page.get_size()
    area = dots = 0.0
    for count, picture in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=1)):
        if count == MOST_PICTURES:
            break
        if isinstance(picture, pdfium.PdfImage):
            left, bottom, right, top = picture.get_bounds()
            across, down = picture.get_px_size()
            area += (right - left) * (top - bottom)
            dots += across * down
    if area <= 0 or 2 * area < width * height:
        return False
    return sqrt(dots / area) * POINTS_PER_INCH < LEAST_DPI * TOLERANCE
