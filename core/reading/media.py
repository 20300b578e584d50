"""What a file is, told by its bytes; names only break ties between kinds of plain text."""

import zipfile
import zlib
from pathlib import Path, PurePath

import olefile

PDF = "application/pdf"
ZIP = "application/zip"
OLE = "application/x-ole-storage"
BINARY = "application/octet-stream"
EMPTY = "application/x-empty"
TEXT = "text/plain"
CSV = "text/csv"
HTML = "text/html"
EMAIL = "message/rfc822"
RTF = "application/rtf"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
PPT = "application/vnd.ms-powerpoint"
OUTLOOK = "application/vnd.ms-outlook"
ENCRYPTED_OFFICE = "application/x-encrypted-office"
_OOXML = "application/vnd.openxmlformats-officedocument."
DOCX = _OOXML + "wordprocessingml.document"
DOTX = _OOXML + "wordprocessingml.template"
XLSX = _OOXML + "spreadsheetml.sheet"
XLTX = _OOXML + "spreadsheetml.template"
PPTX = _OOXML + "presentationml.presentation"
PPSX = _OOXML + "presentationml.slideshow"
POTX = _OOXML + "presentationml.template"
DOCM = "application/vnd.ms-word.document.macroEnabled.12"
DOTM = "application/vnd.ms-word.template.macroEnabled.12"
XLSM = "application/vnd.ms-excel.sheet.macroEnabled.12"
XLSB = "application/vnd.ms-excel.sheet.binary.macroEnabled.12"
PPTM = "application/vnd.ms-powerpoint.presentation.macroEnabled.12"
PPSM = "application/vnd.ms-powerpoint.slideshow.macroEnabled.12"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODP = "application/vnd.oasis.opendocument.presentation"
JPEG, PNG, GIF, TIFF = "image/jpeg", "image/png", "image/gif", "image/tiff"
BMP, WEBP, HEIC, HEIF, AVIF = "image/bmp", "image/webp", "image/heic", "image/heif", "image/avif"
PROGRAM = "application/vnd.microsoft.portable-executable"
SHORTCUT = "application/x-ms-shortcut"
SCRIPT = "text/x-shellscript"

WORD = frozenset({DOCX, DOTX, DOCM, DOTM})
SHEETS = frozenset({XLSX, XLTX, XLSM, XLSB, XLS, ODS})
SLIDES = frozenset({PPTX, PPSX, POTX, PPTM, PPSM})
IMAGES = frozenset({JPEG, PNG, GIF, TIFF, BMP, WEBP, HEIC, HEIF, AVIF})

_OFFICE = WORD | SLIDES | SHEETS - {XLS, ODS}
_EXCEL = (XLSX, XLSM, XLSB, XLTX)
_POWERPOINT = (PPTX, PPSX, POTX, PPTM, PPSM)

# What an extension promises, its own type first.
_EXTENSIONS: dict[str, tuple[str, ...]] = {
    ".pdf": (PDF,),
    ".doc": (DOC, RTF, *WORD),  # Word opens all of these under this name, and people rely on it
    ".docx": (DOCX, DOTX, DOCM, DOTM),
    ".docm": (DOCM, *WORD),
    ".dotx": (DOTX, *WORD),
    ".xls": (XLS,),
    ".xlsx": _EXCEL,
    ".xlsm": (XLSM, *_EXCEL),
    ".xlsb": (XLSB,),
    ".ppt": (PPT,),
    ".pptx": _POWERPOINT,
    ".ppsx": (PPSX, *_POWERPOINT),
    ".pptm": (PPTM, *_POWERPOINT),
    ".odt": (ODT,),
    ".ods": (ODS,),
    ".odp": (ODP,),
    ".rtf": (RTF,),
    ".txt": (TEXT,),
    ".csv": (CSV,),
    ".eml": (EMAIL,),
    ".msg": (OUTLOOK,),
    ".htm": (HTML,),
    ".html": (HTML,),
    ".zip": (ZIP,),
    ".jpg": (JPEG,),
    ".jpeg": (JPEG,),
    ".png": (PNG,),
    ".gif": (GIF,),
    ".tif": (TIFF,),
    ".tiff": (TIFF,),
    ".bmp": (BMP,),
    ".webp": (WEBP,),
    ".heic": (HEIC, HEIF),
    ".heif": (HEIF, HEIC),
    ".avif": (AVIF,),
}

# Excel 2, 3, 4, and 5 without a container: the record BOF ([MS-XLS] 2.4.21 and its forerunners).
EXCEL_BEFORE_OLE = (b"\x09\0\x04\0", b"\x09\x02\x06\0", b"\x09\x04\x06\0", b"\x09\x08\x08\0")

_SIGNATURES = (
    (b"%PDF", PDF),
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
    (b"II+\0", TIFF),
    (b"MM\0+", TIFF),
    (b"{\\rtf", RTF),
    (b"MZ", PROGRAM),
    (b"\x7fELF", "application/x-executable"),
    (b"L\0\0\0\x01\x14\x02\0", SHORTCUT),
    (b"#!", SCRIPT),
    *((start, XLS) for start in EXCEL_BEFORE_OLE),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x1f\x8b", "application/gzip"),
)
_BRANDS = {b"heic": HEIC, b"heix": HEIC, b"hevc": HEIC, b"heim": HEIC, b"mif1": HEIF, b"msf1": HEIF, b"avif": AVIF}
_HEAD = 8192
# Readers look for the head of a PDF behind some junk: its specification's implementation notes allow 1,024 bytes.
_PDF_JUNK = 4096


def sniff(path: Path, name: str) -> str:
    """The media type of the bytes in `path`, whatever the file's `name` pretends; BINARY where nothing fits."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if not head:
        return EMPTY
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(path, name)
    if head.startswith(olefile.MAGIC):
        return _ole_kind(path)
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0":
        return BMP
    if b"%PDF-" in head[:_PDF_JUNK]:
        return PDF
    return _text_kind(head, name)


def extension_lies(media_type: str, name: str) -> bool:
    """Whether the extension promises something else than what the bytes are; unknown extensions promise nothing."""
    promised = _promised(name)
    return bool(promised) and media_type not in (*promised, EMPTY, ENCRYPTED_OFFICE)


def _promised(name: str) -> tuple[str, ...]:
    return _EXTENSIONS.get(PurePath(name).suffix.lower(), ())


def _zip_kind(path: Path, name: str) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if "mimetype" in names:
                with archive.open("mimetype") as part:
                    declared = part.read(100).decode("ascii", "replace").strip()
                return declared if declared in (ODT, ODS, ODP) else ZIP
            if "[Content_Types].xml" not in names:
                return ZIP
            with archive.open("[Content_Types].xml") as part:
                types = part.read(1 << 20).decode("utf-8", "replace")
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        # A damaged archive tells no more; the name says as what it will be reported to be damaged.
        return next((kind for kind in _promised(name) if kind in _OFFICE), ZIP)
    return next((kind for kind in _OFFICE if _main_part(kind) in types), ZIP)


def _main_part(kind: str) -> str:
    """The content type of the main part, which names the whole file (ECMA-376, part 1), in its quotes."""
    part = kind.removesuffix(".12") + ".main"
    return f'"{part}"' if kind == XLSB else f'"{part}+xml"'


_OLE_STREAMS = (
    ("EncryptedPackage", ENCRYPTED_OFFICE),
    ("WordDocument", DOC),
    ("Workbook", XLS),
    ("Book", XLS),
    ("PowerPoint Document", PPT),
    ("__properties_version1.0", OUTLOOK),
)


def _ole_kind(path: Path) -> str:
    try:
        with olefile.OleFileIO(str(path)) as storage:
            for stream, kind in _OLE_STREAMS:
                if storage.exists(stream):
                    return kind
    except Exception:  # olefile raises whatever a damaged directory leads it to
        return OLE
    return OLE


def _text_kind(head: bytes, name: str) -> str:
    utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not utf16 and (b"\0" in head or sum(byte < 9 or 13 < byte < 32 for byte in head) > len(head) // 50):
        return BINARY
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return HTML
    if start.startswith((b"received:", b"return-path:", b"delivered-to:", b"mime-version:")):
        return EMAIL
    return next((kind for kind in _promised(name) if kind in (CSV, EMAIL)), TEXT)
