"""What is said at the foot of a document's own pages: whose signature it bore, and that it was made smaller."""

from core.dossier.fonts import REGULAR, printable, width
from core.dossier.sheets.matter import Matter

SIZE = 7.5
MOST_WIDTH = 330  # points: up to the stamp on the right
MOST_SIGNERS = 3


def page_notes(matter: Matter, document_id: str) -> dict[int, tuple[str, ...]]:
    """Lines by own page, from 1."""
    fate, say = matter.fates[document_id], matter.say
    notes: dict[int, list[str]] = {}
    for page, how in fate.scaled.items():
        words = say("note", "scaled", width=how.width, height=how.height, percent=how.percent)
        notes.setdefault(page, []).append(words)
    if fate.signers:
        lines = [_signer(matter, *signer) for signer in fate.signers[:MOST_SIGNERS]]
        if len(fate.signers) > MOST_SIGNERS:
            lines.append(say("note", "more_signers", count=len(fate.signers) - MOST_SIGNERS))
        lines.append(say("note", "verify_attached" if fate.attachment else "verify_kept"))
        notes.setdefault(1, []).extend(lines)
    return {page: tuple(map(_cut, lines)) for page, lines in notes.items()}


def _signer(matter: Matter, name: str, at: str) -> str:
    name = name or matter.say("note", "signer_unknown")
    return matter.say("note", "signed_at", signer=name, at=at) if at else matter.say("note", "signed", signer=name)


def _cut(line: str) -> str:
    line = printable(line)
    if width(line, REGULAR, SIZE) <= MOST_WIDTH:
        return line
    while width(line + "…", REGULAR, SIZE) > MOST_WIDTH:
        line = line[:-1]
    return line + "…"
