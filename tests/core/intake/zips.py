"""Makes zip archives, also such as no honest program makes."""

import io
import zipfile
from collections.abc import Iterable


def zipped(entries: Iterable[tuple[str | bytes | zipfile.ZipInfo, str | bytes]], **options) -> bytes:
    """Names as bytes are written as they are, without the mark of UTF-8."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            info = Raw(name) if isinstance(name, bytes) else exact(name) if isinstance(name, str) else name
            archive.writestr(info, content, **options)
    return buffer.getvalue()


def exact(name: str) -> zipfile.ZipInfo:
    """zipfile cuts a name at a zero and turns separators; this one stays."""
    info = zipfile.ZipInfo("x")
    info.filename = info.orig_filename = name
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


class Raw(zipfile.ZipInfo):
    def __init__(self, name: bytes) -> None:
        super().__init__("x")
        self.raw = name
        self.compress_type = zipfile.ZIP_DEFLATED

    def _encodeFilenameFlags(self):
        return self.raw, 0
