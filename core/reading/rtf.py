"""Rich Text Format as far as its text goes. Runs in a worker."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from core.reading.lines import Contents, believable
from core.reading.plain import text_lines

_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
_DESTINATIONS = frozenset(
    b"fonttbl colortbl stylesheet info pict object themedata datastore listtable listoverridetable rsidtbl generator "
    b"fldinst xmlnstbl latentstyles header headerl headerr headerf footer footerl footerr footerf footnote annotation "
    b"pgdsctbl filetbl revtbl mmathPr bkmkstart bkmkend nonshppict".split()
)
_BREAKS = {b"par": "\n", b"line": "\n", b"row": "\n", b"sect": "\n", b"page": "\f", b"cell": "\t", b"tab": "\t"}
_SIGNS = {b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”"}
_PAGES = re.compile(rb"\\nofpages(\d+)")


@dataclass(frozen=True)
class _State:
    hidden: bool = False
    after_unicode: int = 1  # how many stand-in characters follow a \u


def read_rtf(path: Path) -> Contents:
    """Text, cells parted by tabs. Takes any bytes: what is no RTF comes out as text."""
    data = path.read_bytes()
    text = _text(data)
    pages = _PAGES.search(data)
    return Contents(pages=believable(int(pages[1]), len(text)) if pages else None, text=text, lines=text_lines(text))


def _text(data: bytes) -> str:
    encoding = _encoding(data)
    out: list[str] = []
    stack: list[_State] = []
    state = _State()
    skip = 0
    for match in _TOKEN.finditer(data):
        word, number, code, sign, brace, plain = match.groups()
        if brace == b"{":
            stack.append(state)
        elif brace == b"}":
            state = stack.pop() if stack else _State()
            skip = 0
        elif word:
            state, skip = _control(word, number, state, skip, out)
        elif sign == b"*":
            state = _State(True, state.after_unicode)
        elif state.hidden:
            continue
        elif code or plain or sign:
            piece = bytes([int(code, 16)]) if code else plain or {b"~": b" ", b"_": b"-", b"-": b"\xad"}.get(sign, b"")
            if sign in (b"\\", b"{", b"}"):
                piece = sign
            dropped = min(skip, len(piece))
            skip -= dropped
            out.append(piece[dropped:].decode(encoding, "replace"))
    return "".join(out)


def _control(word: bytes, number: bytes | None, state: _State, skip: int, out: list[str]) -> tuple[_State, int]:
    if word in _DESTINATIONS:
        return _State(True, state.after_unicode), skip
    if word == b"uc":
        return _State(state.hidden, int(number or 1)), skip
    if not state.hidden:
        if word == b"u" and number:
            out.append(chr(int(number) % 0x10000))
            return state, state.after_unicode
        out.append(_BREAKS.get(word) or _SIGNS.get(word) or "")
    return state, skip


def _encoding(data: bytes) -> str:
    """The code page that the file names; its old Vietnamese fonts show through as Western letters."""
    named = re.search(rb"\\ansicpg(\d+)", data)
    encoding = f"cp{int(named[1])}" if named else "cp1252"
    try:
        codecs.lookup(encoding)
    except LookupError:
        return "cp1252"
    return encoding
