"""Writes a PDF object by object from fragments: what costs time is copying bytes, and each is copied once."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from types import TracebackType

from core.dossier.body import Piece
from core.dossier.fragments import Fragment
from core.files import BLOCK

HEAD = b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n"
KIDS = 64  # of a node of the tree of pages
STRETCH = 32 << 20  # bytes after which what is written is hashed and seen to the disk


class Assembly:
    """A PDF that is being written to `target`; objects are named by their numbers. Close it, or use it in a `with`."""

    def __init__(self, target: Path) -> None:
        self._stream = target.open("wb")
        self._written = target.open("rb")
        self._digest = hashlib.sha256()
        self._behind = ThreadPoolExecutor(1, "settling")
        self._stretches: list[Future[None]] = []
        self._position = self._stream.write(HEAD)
        self._offsets: list[int] = [0]
        self._twins: dict[str, int] = {}

    def __enter__(self) -> "Assembly":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._behind.shutdown(cancel_futures=True)
        self._stream.close()
        self._written.close()

    def reserve(self) -> int:
        """A number for an object that is written later."""
        self._offsets.append(0)
        return len(self._offsets) - 1

    def put(self, number: int, body: bytes) -> int:
        self._offsets[number] = self._position
        self._position += self._stream.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        return number

    def add(self, body: bytes) -> int:
        return self.put(self.reserve(), body)

    def add_stream(self, data: bytes, entries: bytes = b"") -> int:
        """A stream with more `entries` in its dictionary."""
        return self.add(b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(data), entries, data))

    def take_over(self, file: Path, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """Copy pieces of an earlier file, each with the numbers that it has there; they come as they stand here."""
        with file.open("rb", buffering=0) as stream:
            for piece in sorted(pieces, key=lambda piece: piece.start):
                start = self._position
                self._offsets += [0] * (piece.first + len(piece.places) - len(self._offsets))
                places = [place + start if place >= 0 else 0 for place in piece.places]
                self._offsets[piece.first : piece.first + len(places)] = places
                self._twins |= piece.brought
                stream.seek(piece.start)
                while block := stream.read(min(BLOCK, piece.end - stream.tell())):
                    self._position += self._stream.write(block)
                self._settle_later()
                yield piece._replace(start=start, end=self._position)

    def mark(self) -> tuple[int, int]:
        """The number of the next object, and where it would be written."""
        return len(self._offsets), self._position

    def places(self, first: int, start: int) -> list[int]:
        """Where the objects from number `first` on stand after `start`; -1 for those that are not written yet."""
        return [place - start if place else -1 for place in self._offsets[first:]]

    def take(self, fragment: Fragment, twins: Mapping[int, str], fonts: Sequence[int]) -> dict[int, int]:
        """Write the objects of a fragment, all but its pages; returns the numbers that they have got.

        `fonts` are the numbers of the fonts of the stamps: those that it brings get them, the places that it keeps for
        them lead there. What another document brought already is not written again.
        """
        slots = {number: fonts[slot] for number, slot in fragment.slots().items()}
        left_out = {0, fragment.root, fragment.tree, *slots, *fragment.pages}
        numbers = slots | dict(zip(fragment.fonts(), fonts, strict=False))
        fresh: list[int] = []
        for number in range(1, len(fragment.heads)):
            if number in left_out:
                continue
            twin = twins.get(number)
            if twin is not None and twin in self._twins:
                numbers[number] = self._twins[twin]
                continue
            if number not in numbers:
                numbers[number] = self.reserve()
            fresh.append(number)
            if twin is not None:
                self._twins[twin] = numbers[number]
        for number, head in zip(fresh, fragment.renumbered(fresh, numbers), strict=True):
            self._copy(fragment, number, numbers[number], head)
        self._settle_later()
        return numbers

    def _copy(self, fragment: Fragment, old: int, new: int, head: bytes) -> None:
        stream = fragment.streams[old]
        if stream is None:
            self.put(new, head)
            return
        self._offsets[new] = self._position
        self._position += self._stream.write(b"%d 0 obj\n%s\n" % (new, head))
        with memoryview(fragment.data) as data, data[stream[0] : stream[1]] as part:
            self._position += self._stream.write(part)

    def _settle_later(self) -> None:
        if self._position > (len(self._stretches) + 1) * STRETCH:
            self._stretches.append(self._behind.submit(self._settle))

    def _settle(self) -> None:
        """Hash what is written by now, and see it to the disk; in a thread of its own, while more is being written."""
        while block := self._written.read(BLOCK):
            self._digest.update(block)
        os.fsync(self._stream.fileno())

    def settled(self) -> str:
        """Wait until the whole is on the disk; returns its SHA-256 in hex."""
        for stretch in self._stretches:
            stretch.result()
        return self._digest.hexdigest()

    def finish(self, root: int, info: int) -> None:
        """The table of objects and the end."""
        entries = b"".join(
            b"%010d 00000 n \n" % offset if offset else b"0000000000 00001 f \n" for offset in self._offsets[1:]
        )
        table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(self._offsets), entries)
        mark = hashlib.sha256(table).hexdigest()[:32].encode()
        self._stream.write(
            b"%strailer << /Size %d /Root %d 0 R /Info %d 0 R /ID [<%s><%s>] >>\nstartxref\n%d\n%%%%EOF\n"
            % (table, len(self._offsets), root, info, mark, mark, self._position)
        )
        self._stream.flush()
        self._stretches.append(self._behind.submit(self._settle))


def text(words: str) -> bytes:
    """A text string (ISO 32000-1, 7.9.2.2)."""
    return b"<%s>" % ("\ufeff" + words).encode("utf-16-be").hex().upper().encode()


@lru_cache(maxsize=4096)  # most boxes are those of A4, most plates stand where others do
def reals(values: tuple[float, ...]) -> bytes:
    return b" ".join([b"%.2f" % value for value in values])


def references(objects: Sequence[int]) -> bytes:
    return b" ".join([b"%d 0 R" % number for number in objects])
