"""The sheet of a criterion: what it demands, who answers for it, and what proves it."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from core.dossier.blocks import Block, Page, Paragraph, Put, Row, space
from core.dossier.fonts import BOLD, ITALIC
from core.dossier.outline import Proof, Section, document_key, sheet_key
from core.dossier.pagination import paginate
from core.dossier.sheets.matter import (
    ROOM_HEIGHT,
    ROOM_WIDTH,
    SHADE,
    Matter,
    document_name,
    spoken_date,
)
from core.dossier.sheets.points import score_lines
from core.dossier.sheets.slots import slot_table
from core.dossier.sheets.states import put_state
from core.dossier.typeset import BODY, CELL, CELL_CENTER, CELL_HEAD, HEADING, NOTE, TITLE, Span

PATH = CELL.but(font=ITALIC, align="center", after=8)
FIELD_TITLE = TITLE.but(size=20, after=6)
FACTS = (45 * mm, ROOM_WIDTH - 45 * mm)
CHILDREN = (17 * mm, ROOM_WIDTH - 73 * mm, 41 * mm, 15 * mm)
EVIDENCE = (11 * mm, 23 * mm, ROOM_WIDTH - 97 * mm, 37 * mm, 26 * mm)


def sheet(matter: Matter, section: Section) -> tuple[Page, ...]:
    """A field (level 1) gets a divider, every other criterion a sheet; both on as many pages as they need."""
    blocks = [*_top(matter, section), *_facts(matter, section), space(10)]
    blocks += _text(matter, section)
    blocks += _children(matter, section)
    blocks += slot_table(matter, section)
    blocks += _evidence(matter, section)
    blocks += _explanation(matter, section)
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
    state = put_state(section.state, say("states", section.state))
    yield Row.of([Put(say("sheet", "state"), CELL.but(font=BOLD)), state], FACTS)
    if points := score_lines(matter, criterion):
        yield Row.of([Put(say("sheet", "points"), CELL.but(font=BOLD)), Put(points)], FACTS)
    if criterion.result:
        result = say("results", criterion.result)
        if criterion.judged_at and criterion.judged_by:
            day = spoken_date(criterion.judged_at.astimezone().date())
            result = say("sheet", "result_by", result=result, person=criterion.judged_by, date=day)
        yield Row.of([Put(say("sheet", "result"), CELL.but(font=BOLD)), Put(result)], FACTS)


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
            put_state(states[child_id], say("states", states[child_id])),
            Put(matter.place(key, only_first=True), CELL_CENTER),
        ]
        yield Row.of(puts, CHILDREN, head)
    yield space(12)


def _evidence(matter: Matter, section: Section) -> Iterator[Block]:
    criterion, say = section.criterion, matter.say
    if not section.proofs:
        if criterion.is_leaf:
            name = "missing" if criterion.counts_as == "documents" else criterion.counts_as
            yield Row.of([Put(say("sheet", name), CELL_CENTER.but(font=ITALIC, size=12))], (ROOM_WIDTH,))
        return
    title = "evidence_since" if matter.earlier else "evidence"
    yield Paragraph.of(say("sheet", title), HEADING, ROOM_WIDTH, keeps=True)
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


def _explanation(matter: Matter, section: Section) -> Iterator[Block]:
    """What is said where evidence is absent or the result is not "met"; that nothing is said, too."""
    criterion = section.criterion
    is_asked = criterion.counts_as == "documents" and criterion.is_leaf and section.state in ("missing", "partial")
    if not criterion.explanation and not is_asked and criterion.result not in ("partly", "not_met"):
        return
    yield space(10)
    yield Paragraph.of(matter.say("sheet", "explanation"), HEADING, ROOM_WIDTH, keeps=True)
    if not criterion.explanation:
        yield Paragraph.of(matter.say("sheet", "no_explanation"), NOTE, ROOM_WIDTH)
    for part in criterion.explanation.splitlines():
        yield Paragraph.of(part, BODY, ROOM_WIDTH)


def _name(matter: Matter, proof: Proof) -> list[Span]:
    """What the document is, which requirements it proves, what was noted, and where it is printed."""
    spans = [Span(document_name(matter.document(proof.document_id)))]
    more: list[str] = []
    if proof.requirements:
        more.append(matter.requirements(proof.requirements))
    if proof.note:
        more.append(proof.note)
    home = matter.outline.homes.get(proof.document_id)
    if home and not proof.is_home and not matter.list_only:
        more.append(matter.say("proof", "printed_elsewhere", criterion=home.code))
    return [*spans, Span(f"[{'; '.join(more)}]")] if more else spans
