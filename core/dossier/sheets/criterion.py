"""The sheet of a criterion: what it demands, who answers for it, and what proves it."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from core.dossier.fonts import BOLD, ITALIC
from core.dossier.outline import Pages, Proof, Section, document_key, sheet_key
from core.dossier.sheets.matter import (
    ROOM_HEIGHT,
    ROOM_WIDTH,
    WIDEST_VOLUME,
    Matter,
    document_name,
    first_page,
)
from core.dossier.sheets.states import put_state
from core.dossier.typeset import (
    BODY,
    CELL,
    CELL_CENTER,
    CELL_HEAD,
    HEADING,
    TITLE,
    Block,
    Page,
    Paragraph,
    Put,
    Row,
    Shows,
    Span,
    paginate,
    space,
)

SHADE = 0.93
PATH = CELL.but(font=ITALIC, align="center", after=8)
FIELD_TITLE = TITLE.but(size=20, after=6)
FACTS = (45 * mm, ROOM_WIDTH - 45 * mm)
CHILDREN = (17 * mm, ROOM_WIDTH - 73 * mm, 41 * mm, 15 * mm)
REQUIREMENTS = (12 * mm, ROOM_WIDTH - 67 * mm, 55 * mm)
EVIDENCE = (11 * mm, 23 * mm, ROOM_WIDTH - 97 * mm, 37 * mm, 26 * mm)


def sheet(matter: Matter, section: Section) -> tuple[Page, ...]:
    """A field (level 1) gets a divider, every other criterion a sheet; both on as many pages as they need."""
    blocks = [*_top(matter, section), *_facts(matter, section), space(10)]
    blocks += _text(matter, section)
    blocks += _children(matter, section)
    blocks += _requirements(matter, section)
    blocks += _evidence(matter, section)
    return paginate(blocks, ROOM_HEIGHT)


def _top(matter: Matter, section: Section) -> Iterator[Block]:
    criterion, say = section.criterion, matter.say
    if criterion.level == 1:
        yield space(55 * mm)
        yield Paragraph.of(say("field", "title", code=criterion.code), FIELD_TITLE, ROOM_WIDTH, keeps=True)
        yield Paragraph.of(criterion.title.upper(), TITLE.but(size=16, after=26), ROOM_WIDTH, keeps=True)
        return
    above = matter.criteria[criterion.parent_id] if criterion.parent_id else None
    path: list[Span] = []
    while above:
        path.insert(0, Span(f"{above.code}. {above.title}", sheet_key(above.id)))
        above = matter.criteria[above.parent_id] if above.parent_id else None
    for span in path:
        yield Paragraph.of([span], PATH.but(after=8 if span is path[-1] else 1), ROOM_WIDTH, keeps=True)
    yield Paragraph.of(say("sheet", "title", code=criterion.code), TITLE.but(after=3), ROOM_WIDTH, keeps=True)
    yield Paragraph.of(criterion.title, TITLE.but(after=12), ROOM_WIDTH, keeps=True)


def _facts(matter: Matter, section: Section) -> Iterator[Block]:
    criterion, say = section.criterion, matter.say
    is_leaf = criterion.is_leaf
    facts = [
        ("lead_unit", criterion.lead_unit or ""),
        ("coordinating_units", "; ".join(criterion.coordinating_units)),
        ("deadline", criterion.deadline_text),
    ]
    for name, value in facts:
        if value or is_leaf:
            yield Row.of([Put(say("sheet", name), CELL.but(font=BOLD)), Put(value or say("sheet", "none"))], FACTS)
    yield Row.of([Put(say("sheet", "state"), CELL.but(font=BOLD)), put_state(section.state, say)], FACTS)


def _text(matter: Matter, section: Section) -> Iterator[Block]:
    criterion = section.criterion
    if criterion.text and criterion.text != criterion.title:
        yield Paragraph.of(matter.say("sheet", "text"), HEADING, ROOM_WIDTH, keeps=True)
        for part in criterion.text.splitlines():
            yield Paragraph.of(part, BODY, ROOM_WIDTH)
        yield space(6)


def _children(matter: Matter, section: Section) -> Iterator[Block]:
    if not section.children:
        return
    say = matter.say
    states = matter.material.coverage.states
    yield Paragraph.of(say("sheet", "children"), HEADING, ROOM_WIDTH, keeps=True)
    names = ("child_code", "child_title", "child_state", "page")
    head = Row.of([Put(say("sheet", name), CELL_HEAD) for name in names], CHILDREN, shade=SHADE)
    for child_id in section.children:
        child, key = matter.criteria[child_id], sheet_key(child_id)
        puts = [
            Put([Span(child.code, key)], CELL_CENTER),
            Put([Span(child.title, key)]),
            put_state(states[child_id], say),
            Put(matter.place(key, only_first=True), CELL_CENTER),
        ]
        yield Row.of(puts, CHILDREN, head)
    yield space(12)


def _requirements(matter: Matter, section: Section) -> Iterator[Block]:
    criterion, say = section.criterion, matter.say
    if not criterion.requirements:
        return
    yield Paragraph.of(say("sheet", "requirements"), HEADING, ROOM_WIDTH, keeps=True)
    names = ("requirement_number", "requirement", "requirement_proof")
    head = Row.of([Put(say("sheet", name), CELL_HEAD) for name in names], REQUIREMENTS, shade=SHADE)
    counted = criterion.counts_as == "documents"
    for requirement in criterion.requirements:
        proofs = [proof for proof in section.proofs if requirement.number in proof.requirements]
        fill = _citations(matter, proofs)
        empty = Put(say("sheet", "requirement_missing") if counted else "–", CELL.but(font=ITALIC))
        puts = [Put(f"({requirement.number})", CELL_CENTER), Put(requirement.text), Put(fill) if fill else empty]
        yield Row.of(puts, REQUIREMENTS, head)
    if whole := [proof for proof in section.proofs if not proof.requirements]:
        puts = [Put("–", CELL_CENTER), Put(say("sheet", "whole_criterion"), CELL.but(font=ITALIC))]
        yield Row.of([*puts, Put(_citations(matter, whole))], REQUIREMENTS, head)
    yield space(12)


def _citations(matter: Matter, proofs: list[Proof]) -> list[Span]:
    """Codes with their dossier pages, each a link."""
    spans: list[Span] = []
    for proof in proofs:
        key = document_key(proof.document_id)
        ends = ";" if proof is not proofs[-1] else ""
        if matter.list_only:
            spans.append(Span(proof.code + ends))
        else:
            shows = _page(matter, ends)
            widest = WIDEST_VOLUME if matter.in_volumes else WIDEST_VOLUME._replace(volume=0)
            spans += [Span(proof.code, key), Span(to=key, room=shows(widest), shows=shows)]
    return spans


def _page(matter: Matter, ends: str) -> Shows:
    def shows(pages: Pages | None) -> str:
        words = ", ".join(filter(None, (matter.volume(pages), matter.say("proof", "page", page=first_page(pages)))))
        return f"({words}){ends}"

    return shows


def _evidence(matter: Matter, section: Section) -> Iterator[Block]:
    criterion, say = section.criterion, matter.say
    if not section.proofs:
        if criterion.is_leaf:
            name = "missing" if criterion.counts_as == "documents" else criterion.counts_as
            yield Row.of([Put(say("sheet", name), CELL_CENTER.but(font=ITALIC, size=12))], (ROOM_WIDTH,))
        return
    yield Paragraph.of(say("sheet", "evidence"), HEADING, ROOM_WIDTH, keeps=True)
    titles = [
        say("evidence_list", "index"),
        say("evidence_list", "code"),
        say("sheet", "evidence_name"),
        say("evidence_list", "symbol"),
        say("sheet", "evidence_page"),
    ]
    head = Row.of([Put(title, CELL_HEAD) for title in titles], EVIDENCE, shade=SHADE)
    for index, proof in enumerate(section.proofs, 1):
        document = matter.document(proof.document_id)
        puts = [
            Put(str(index), CELL_CENTER),
            Put([Span(proof.code, document_key(proof.document_id))], CELL_CENTER),
            Put(_name(matter, proof)),
            Put(matter.symbol(document)),
            Put(matter.where(proof), CELL_CENTER),
        ]
        yield Row.of(puts, EVIDENCE, head)


def _name(matter: Matter, proof: Proof) -> list[Span]:
    """What the document is, which requirements it proves, what was noted, and where it is printed."""
    spans = [Span(document_name(matter.document(proof.document_id)))]
    more: list[str] = []
    if proof.requirements:
        numbers = ", ".join(f"({number})" for number in proof.requirements)
        more.append(matter.say("proof", "requirements", numbers=numbers))
    if proof.note:
        more.append(proof.note)
    if not proof.is_home and not matter.list_only:
        home = matter.outline.homes[proof.document_id]
        more.append(matter.say("proof", "printed_elsewhere", criterion=home.code))
    return [*spans, Span(f"[{'; '.join(more)}]")] if more else spans
