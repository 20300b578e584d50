"""Office files that are zip archives of XML: their parts, opened under limits. Runs in a worker."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

import zipfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from lxml import etree  # pyright: ignore

from core.reading.lines import Unreadable

LARGEST_PART = 100 << 20

Element: TypeAlias = Any  # of lxml, which comes without types


class Package:
    """The parts of an open archive, by name."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = archive.namelist()

    def xml(self, name: str) -> Element | None:
        """The root of a part; None where there is no such part. Raises Unreadable: "damaged", "too_large"."""
        if name not in self.names:
            return None
        try:
            with self._archive.open(name) as part:
                data = part.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError) as error:
            raise Unreadable("damaged") from error
        if len(data) > LARGEST_PART:
            raise Unreadable("too_large")
        try:
            # Entities could fetch files of this machine, or grow without end.
            return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            raise Unreadable("damaged") from error

    def has_macros(self) -> bool:
        return any(name.endswith("vbaProject.bin") for name in self.names)

    def signature_names(self) -> list[str]:
        return [name for name in self.names if name.startswith("_xmlsignatures/sig")]


@contextmanager
def open_package(path: Path) -> Generator[Package]:
    """Raises Unreadable("damaged") where the archive cannot be read."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise Unreadable("damaged") from error
    with archive:
        yield Package(archive)


def local(element: Element) -> str:
    """The element's name without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
