"""Pictures inside a PDF no finer than is needed. Runs in the worker."""
# pyright: reportUnknownMemberType=false

from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, PdfImage, Stream
from PIL import Image

from core.dossier.clean import Sheets

QUALITY = 70
WORTH = 1.2  # times as fine as wished, from which it pays
SAVING = 0.9  # of the bytes: a picture that does not become smaller stays
FORMS = 4  # deep


def shrink(sheets: Sheets, dpi: int) -> None:
    """Make pictures no finer than `dpi` would be if they filled the largest page on which they stand.

    What is black and white, masked by colours, or in a colour space of print stays as it is.
    """
    rooms: dict[tuple[int, int], float] = {}
    pictures: dict[tuple[int, int], Stream] = {}
    for page in sheets.pages:
        left, bottom, right, top = sheets.look(page)[0]
        for picture in _pictures(sheets.inherited(page, "/Resources"), FORMS):
            pictures[picture.objgen] = picture
            rooms[picture.objgen] = max(rooms.get(picture.objgen, 0), right - left, top - bottom)
    for number, picture in pictures.items():
        most = int(rooms[number] / 72 * dpi)
        if max(int(picture.get("/Width", 0)), int(picture.get("/Height", 0))) > WORTH * most:
            _shrink(picture, most)


def _pictures(resources: object, depth: int) -> "list[Stream]":
    things = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    found: list[Stream] = []
    for thing in things.values() if isinstance(things, Dictionary) and depth else ():  # pyright: ignore
        if isinstance(thing, Stream) and thing.get("/Subtype") == Name.Image:
            found.append(thing)
        elif isinstance(thing, Stream):
            found += _pictures(thing.get("/Resources"), depth - 1)
    return found


def _shrink(picture: Stream, most: int) -> None:
    if picture.get("/BitsPerComponent") != 8 or any(key in picture for key in ("/ImageMask", "/Decode", "/Mask")):
        return
    try:
        image = PdfImage(picture).as_pil_image()
    except (pikepdf.PdfError, NotImplementedError, ValueError, OSError, TypeError, KeyError, AttributeError):
        return
    if image.mode not in ("RGB", "L"):
        return
    image.draft(image.mode, (most, most))
    image.thumbnail((most, most), Image.Resampling.BICUBIC)
    stream = BytesIO()
    image.save(stream, "JPEG", quality=QUALITY)
    if stream.tell() > SAVING * int(picture.Length):
        return
    picture.write(stream.getvalue(), filter=Name.DCTDecode)
    picture.Width, picture.Height = image.size
    if len(str(picture.get("/ColorSpace", ""))) and _components(picture) != len(image.getbands()):
        picture.ColorSpace = Name.DeviceRGB if image.mode == "RGB" else Name.DeviceGray


def _components(picture: Stream) -> int:
    """Of its colour space, as far as it is one that can stay; 0 otherwise."""
    space = picture.get("/ColorSpace")
    if isinstance(space, pikepdf.Array) and len(space) == 2 and space[0] == Name.ICCBased:  # pyright: ignore
        return int(space[1].get("/N", 0))  # pyright: ignore
    return {"/DeviceRGB": 3, "/DeviceGray": 1}.get(str(space), 0)
