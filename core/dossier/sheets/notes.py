"""What is said at the foot of a document's own pages: whose signatures it bore, and that it was made smaller."""

from core.dossier.sheets.matter import Matter
from core.dossier.typeset import Style, lines

STYLE = Style(size=7.5)
MOST_WIDTH = 320  # points: up to the stamp on the right
MOST_LINES = 2  # for the signers: with the line below them they stay in the margin of an official letter


def page_notes(matter: Matter, document_id: str) -> dict[int, tuple[str, ...]]:
    """Lines by own page, from 1."""
    fate, say = matter.fates[document_id], matter.say
    notes: dict[int, list[str]] = {}
    for page, how in fate.scaled.items():
        words = say("note", "scaled", width=how.width, height=how.height, percent=how.percent)
        notes.setdefault(page, []).append(words)
    if fate.signers:
        verify = say("note", "verify_attached" if fate.attachment else "verify_kept")
        notes.setdefault(1, []).extend([*_signed(matter, fate.signers), verify])
    return {page: tuple(own) for page, own in notes.items()}


def _signed(matter: Matter, signers: tuple[tuple[str, str], ...]) -> list[str]:
    """As many of the signers as there is room for, and how many more there are."""
    say = matter.say
    named = [", ".join(filter(None, (name or say("note", "signer_unknown"), at))) for name, at in signers]
    for count in range(len(named), 0, -1):
        shown = named[:count]
        if count < len(named):
            shown.append(say("note", "more_signers", count=len(named) - count))
        broken = _broken(say("note", "signed", signers="; ".join(shown)))
        if len(broken) <= MOST_LINES:
            return broken
    return _broken(say("note", "signed", signers=named[0]))[:MOST_LINES]


def _broken(words: str) -> list[str]:
    return [" ".join(token.word for token in line) for line in lines(words, STYLE, MOST_WIDTH)]
