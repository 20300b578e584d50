"""What waits to be recognised: in which order it is done, and what a stop, a person's words and a failure change."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from core.errors import UserError
from core.library.recognition import Recognition
from core.progress import Cancelled, Progress
from core.reading.description import Description
from core.reading.reading import Reading, RecognisedPage
from core.reading.sources import source
from tests.core.library.conftest import FakeReader, Library


@dataclass
class Scanner(FakeReader):
    """Reads every file as a scan of as many pages as it has lines; what is on a page is its line."""

    pages: list[str] = field(default_factory=list)
    missing: bool = False

    def read(self, path: Path, name: str) -> Reading:
        lines = path.read_text("utf-8").splitlines()
        self.names.append(name)
        scanned = tuple(range(len(lines)))
        return Reading("application/pdf", pages=len(lines), text_source="none", scanned=scanned)

    def recognise(self, path: Path, _media_type: str, page: int) -> RecognisedPage:
        if self.missing:
            raise UserError("ocr_missing")
        line = path.read_text("utf-8").splitlines()[page]
        self.pages.append(line)
        if line == "hỏng":
            return RecognisedPage(problem="timed_out")
        about = Description(type="Kế hoạch", subject=line) if page == 0 else Description(signer=line)
        places = {"type": source("title"), "subject": source("under_title"), "signer": source("signature_block")}
        return RecognisedPage(line, about, sources={name: places[name] for name in places if getattr(about, name)})


@pytest.fixture
def scanner(library: Library) -> Scanner:
    library.reader = Scanner()
    library.originals._reader = library.reader  # type: ignore[assignment]
    return library.reader


@pytest.fixture
def recognition(library: Library, scanner: Scanner) -> Recognition:
    descriptions = library.documents._descriptions
    return Recognition(library.database, library.passwords, scanner, descriptions)  # type: ignore[arg-type]


def add(library: Library, make, *pages: str) -> str:
    return library.documents.add(make("\n".join(pages), f"{pages[0]}.pdf")).document.id


def test_first_pages_come_before_all_others(library, make, recognition, scanner) -> None:
    add(library, make, "a1", "a2")
    add(library, make, "b1", "b2", "b3")
    assert (recognition.waiting(), recognition.waiting(first_pages=True)) == (5, 2)
    assert recognition.run(first_pages=True) == 2
    assert (scanner.pages, recognition.waiting()) == (["a1", "b1"], 3)
    assert recognition.run() == 3
    assert (scanner.pages, recognition.waiting()) == (["a1", "b1", "a2", "b2", "b3"], 0)


def test_what_was_recognised_is_described_found_and_kept_page_by_page(library, make, recognition) -> None:
    document = add(library, make, "Cải thiện chỉ số", "Bùi Văn Bình")
    assert library.documents.get(document).text == "none"
    recognition.run()
    after = library.documents.get(document)
    assert (after.text, after.description.subject, after.description.signer) == (
        "ocr",
        "Cải thiện chỉ số",
        "Bùi Văn Bình",
    )
    assert library.documents.text(document) == "Cải thiện chỉ số\fBùi Văn Bình"
    assert [hit.document.id for hit in library.search.find("chi so")] == [document]


def test_a_stop_costs_no_page_that_was_done(library, make, recognition, scanner) -> None:
    add(library, make, "a1", "a2", "a3")
    progress = Progress(lambda done, _total, _what: progress.cancel() if done == 1 else None)
    with pytest.raises(Cancelled):
        recognition.run(progress)
    done = len(scanner.pages)
    assert 0 < done < 3
    assert recognition.run() == 3 - done
    assert scanner.pages == ["a1", "a2", "a3"]


def test_what_a_person_wrote_stays(library, make, recognition) -> None:
    document = add(library, make, "Cải thiện chỉ số")
    library.documents.describe(document, subject="Kế hoạch cải thiện")
    recognition.run()
    about = library.documents.get(document).description
    assert (about.subject, about.type) == ("Kế hoạch cải thiện", "Kế hoạch")


def test_what_a_person_emptied_stays_empty(library, make, recognition) -> None:
    document = add(library, make, "Cải thiện chỉ số", "Bùi Văn Bình")
    recognition.run(first_pages=True)
    library.documents.describe(document, subject=None)
    recognition.run()
    about = library.documents.get(document)
    assert (about.description.subject, about.description.signer) == (None, "Bùi Văn Bình")
    assert {name: one.place for name, one in about.sources.items()} == {
        "type": "title",
        "subject": "person",
        "signer": "signature_block",
    }


def test_a_page_that_fails_is_named_and_not_tried_for_ever(library, make, recognition) -> None:
    document = add(library, make, "a1", "hỏng")
    assert recognition.run() == 2
    assert library.documents.get(document).problems == ("pages_unreadable",)
    assert recognition.run() == 0


def test_without_data_everything_goes_on_waiting(library, make, recognition, scanner) -> None:
    add(library, make, "a1")
    scanner.missing = True
    with pytest.raises(UserError) as error:
        recognition.run()
    assert (error.value.code, recognition.waiting()) == ("ocr_missing", 1)
    scanner.missing = False
    assert recognition.run() == 1


def test_two_who_recognise_the_same_page_write_it_once(library, make, recognition, scanner) -> None:
    key = add(library, make, "a1")
    recognise = scanner.recognise

    def racing(*page: object) -> RecognisedPage:
        scanner.recognise = recognise
        recognition.run()  # the other one is quicker
        return recognise(*page)

    scanner.recognise = racing
    recognition.run()
    assert library.documents.text(key) == "a1"
