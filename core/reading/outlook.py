"""Messages that Outlook saved (.msg), as far as headers and text go: properties in streams of an old Office container.

[MS-OXMSG] 2.4 tells how they are stored, [MS-OXPROPS] which number each has. Runs in a worker.
"""
# olefile has no types:
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false

import re
import struct
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path

import olefile

from core.reading.lines import Unreadable
from core.reading.plain import LARGEST, decode

SUBJECT, BODY, HTML, HEADERS = "0037", "1000", "1013", "007D"
SENDER, SENDER_SMTP, SENDER_ADDRESS, TO, CC = "0C1A", "5D01", "0C1F", "0E04", "0E03"
LONG_NAME, SHORT_NAME = "3707", "3704"
SENT, DELIVERED = 0x00390040, 0x0E060040  # each with its type: a time
TEXTS = (SUBJECT, BODY, HTML, HEADERS, SENDER, SENDER_SMTP, SENDER_ADDRESS, TO, CC, LONG_NAME, SHORT_NAME)
PROPERTIES = "__properties_version1.0"
PROPERTIES_HEAD, PROPERTY = 32, struct.Struct("<IIQ")
WIDE, NARROW, BYTES = "001F", "001E", "0102"
VIETNAM = timezone(timedelta(hours=7))
DATE_LINE = re.compile(r"^date:[ \t]*(.+)$", re.IGNORECASE | re.MULTILINE)


class Message:
    """Raises Unreadable: "too_large", "damaged"."""

    def __init__(self, path: Path) -> None:
        if path.stat().st_size > LARGEST:
            raise Unreadable("too_large")
        try:
            with olefile.OleFileIO(str(path)) as storage:
                names = ["/".join(entry) for entry in storage.listdir() if len(entry) <= 2]
                self._streams: dict[str, bytes] = {
                    name: storage.openstream(name).read() for name in names if _is_wanted(name)
                }
                is_cut = any(len(data) < storage.get_size(name) for name, data in self._streams.items())
        except MemoryError:
            raise
        except Exception as error:  # olefile raises whatever a damaged directory leads it to
            raise Unreadable("damaged") from error
        if is_cut or not self._streams:
            raise Unreadable("damaged")

    @property
    def headers(self) -> dict[str, str]:
        """From, To, Cc, Date and Subject, as far as they are there."""
        name, address = self._text(SENDER), self._text(SENDER_SMTP) or self._text(SENDER_ADDRESS)
        sender = f"{name} <{address}>" if name and "@" in address and address != name else name or address
        found = {"From": sender, "To": self._text(TO), "Cc": self._text(CC), "Date": self._date()}
        return {header: value for header, value in (found | {"Subject": self._text(SUBJECT)}).items() if value}

    @property
    def body(self) -> str:
        """Plain text, "" where there is none."""
        return self._text(BODY)

    @property
    def html(self) -> str:
        return self._text(HTML) or decode(self._streams.get(f"__substg1.0_{HTML}{BYTES}", b""))

    @property
    def attached(self) -> list[str]:
        """The names of the files in it."""
        places = dict.fromkeys(name.partition("/")[0] + "/" for name in self._streams if name.startswith("__attach"))
        return [name for one in places if (name := self._text(LONG_NAME, one) or self._text(SHORT_NAME, one))]

    def _text(self, number: str, place: str = "") -> str:
        stream = f"{place}__substg1.0_{number}"
        if stream + WIDE in self._streams:
            text = self._streams[stream + WIDE].decode("utf-16-le", "replace")
        else:
            text = decode(self._streams.get(stream + NARROW, b""))
        return text.replace("\0", "").replace("\r\n", "\n").strip()

    def _date(self) -> str:
        """When it was sent, as the standard of mail writes it; a time without a zone is told as in Viet Nam."""
        if line := DATE_LINE.search(self._text(HEADERS)):
            return line[1].strip()
        data = self._streams.get(PROPERTIES, b"")[PROPERTIES_HEAD:]
        whole = data[: len(data) // PROPERTY.size * PROPERTY.size]
        times = {tag: value for tag, _, value in PROPERTY.iter_unpack(whole)}
        ticks = times.get(SENT) or times.get(DELIVERED)  # of 100 nanoseconds, from the year 1601 on
        try:
            moment = datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=(ticks or 0) // 10)
            return format_datetime(moment.astimezone(VIETNAM)) if ticks else ""
        except OverflowError:
            return ""


def _is_wanted(name: str) -> bool:
    """Leaves out what attached files hold, and the recipients one by one."""
    own = name.rpartition("/")[2]
    return name == PROPERTIES or (own.startswith("__substg1.0_") and own[12:16] in TEXTS)
