"""The bookmarks of a volume, and where the stamp of a page leads back to. Pure."""

from collections.abc import Sequence
from textwrap import shorten

from core.dossier.outline import EVIDENCE_LIST, INTEGRITY, Numbers, Pages, contents_key, document_key, sheet_key
from core.dossier.plan import Bookmark
from core.dossier.sheets.matter import Matter, document_name, heading, page_range
from core.dossier.volumes import Volume

LONGEST = 120  # letters of a title: more than a side bar shows
LISTS = ("contents", "changes", "summary", "evidence_list", "missing", "omitted")


def bookmarks(matter: Matter, numbers: Numbers, volumes: Sequence[Volume], volume: Volume) -> tuple[Bookmark, ...]:
    """The lists, then a tree: field, criterion, document; then the other volumes."""
    own = set(volume.keys)
    sections = {section.criterion.id: section for section in matter.outline.sections}

    def bookmark(title: str, pages: Pages, children: Sequence[Bookmark] = ()) -> Bookmark:
        title = shorten(title, LONGEST, placeholder="…")
        return Bookmark(
            matter.say("bookmark", "document", title=title, pages=page_range(pages)), pages.first, tuple(children)
        )

    def of_document(document: str) -> Bookmark:
        title = f"{matter.outline.codes[document]} {document_name(matter.document(document))}"
        return bookmark(title, numbers.pages[document_key(document)])

    def of_criterion(criterion_id: str) -> list[Bookmark]:
        section, key = sections[criterion_id], sheet_key(criterion_id)
        children = [of_document(one) for one in section.documents if document_key(one) in own]
        for child in section.children:
            children += of_criterion(child)
        if key not in own and not children:
            return []
        page = numbers.pages[key].first if key in own else children[0].page
        return [bookmark(heading(section.criterion), Pages(page, page), children)]

    found = [
        bookmark(matter.say(key[0], "title"), numbers.pages[key].own(1, 1)) for key in volume.keys if key[0] in LISTS
    ]
    for one, section in sections.items():
        if section.criterion.parent_id not in sections:
            found += of_criterion(one)
    if INTEGRITY in own:
        found.append(bookmark(matter.say("integrity", "title"), numbers.pages[INTEGRITY].own(1, 1)))
    for other in volumes:
        if other is not volume:
            pages = page_range(other.pages)
            words = matter.say("volume", "bookmark", volume=other.number, volumes=len(volumes), pages=pages)
            found.append(Bookmark(words, other.pages.first))
    return tuple(found)


def back(matter: Matter, numbers: Numbers, volume: Volume) -> dict[int, int]:
    """From each stamped page to the sheet of the criterion under which it stands, or else to a list that names it."""
    pages: dict[int, int] = {}
    own = {key[1] for key in volume.keys if key[0] == "document"}
    for document, home in matter.outline.homes.items():
        wanted = (sheet_key(home.id), EVIDENCE_LIST, contents_key(volume.number))
        to = next((numbers.pages[key].first for key in wanted if key in numbers.pages), None)
        if document in own and to:
            first, last, _ = numbers.pages[document_key(document)]
            pages.update(dict.fromkeys(range(first, last + 1), to))
    return pages
