"""A workspace folder: opens it for one process, and builds and holds the services that work in it."""

import getpass
import os
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from core.catalogue.appraisals import Appraisals
from core.catalogue.criteria import Criteria
from core.catalogue.records import Criterion
from core.catalogue.slots import Slots
from core.catalogue.units import Unit, Units
from core.database.engine import Database
from core.database.upgrade import upgrade
from core.dossier.seals import Seals
from core.dossier.wordings import Wordings
from core.errors import UserError
from core.evidence.catalogue_update import CatalogueUpdate
from core.evidence.codes import Codes
from core.evidence.coverage import Standing, coverage
from core.evidence.judgements import Judgements
from core.evidence.links import Links
from core.evidence.next_year import NextYear
from core.evidence.obstacles import Obstacles
from core.evidence.points import Scored, scored
from core.evidence.preflight import Broken, Finding, Inspected, preflight
from core.evidence.records import Coverage, Evidence
from core.evidence.reminders import Reminder, Reminders, reminders
from core.evidence.scores import Scores
from core.evidence.suggest import Suggest
from core.intake.folders import Folders
from core.intake.inbox import Inbox
from core.intake.named import NamedFiles
from core.intake.scan import Scan
from core.intake.sets import Sets
from core.journal import Journal
from core.library.descriptions import Descriptions
from core.library.documents import Documents
from core.library.listing import Listing
from core.library.originals import Originals
from core.library.passwords import Passwords
from core.library.recognition import Recognition
from core.library.records import Check, Document
from core.library.relations import Relations
from core.library.search import Search
from core.library.store import Store
from core.library.twins import Twins
from core.progress import Progress
from core.reading.reader import Reader
from core.reading.worker import Worker
from core.undo import Undo

if TYPE_CHECKING:
    from core.dossier.printer import DossierPrinter
    from core.dossier.records import Impression, Material
    from core.dossier.stick.maker import StickMaker
    from core.dossier.stick.records import Stick
    from core.reports.printing import Format, Written

DATABASE = "minhchung.db"
LOCK = "minhchung.lock"


class Workspace:
    """One office's library and its appraisals, one of which is worked on. Close it, or use it as a context manager."""

    def __init__(self, folder: Path, actor: str | None = None) -> None:
        """Open what lies in `folder`, upgraded to this program's schema; `actor` is who the journal names.

        Raises UserError: "workspace_missing", "workspace_in_use", "database_read_only", and as `upgrade` does.
        """
        if not os.path.isfile(folder / DATABASE):  # noqa: PTH113 - Path.is_file raises where the folder is closed to us
            raise UserError("workspace_missing", path=str(folder))
        self.folder = folder
        self._lock = FileLock(folder / LOCK, thread_local=False)  # opened in one thread, closed in another
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise UserError("workspace_in_use", path=str(folder)) from error
        except OSError as error:
            raise UserError("database_read_only", path=str(folder)) from error
        try:
            if (folder / "files").exists() and not (folder / DATABASE).stat().st_size:
                raise UserError("database_damaged", path=str(folder / DATABASE))  # SQLite would take it for a new one
            upgrade(folder / DATABASE, folder / "backups")
            self._build(actor or getpass.getuser())
        except BaseException:
            self._lock.release()
            raise
        try:
            self.originals.sweep()
        except BaseException:
            self.close()
            raise

    def _build(self, actor: str) -> None:
        self.database = Database(self.folder / DATABASE, actor)
        self.journal = Journal(self.database)
        self.worker = Worker(processes=2)
        self.reader = Reader(self.worker)

        self.store = Store(self.folder / "files")
        self.search = Search(self.database)
        self.undo = Undo(self.database, self.journal, self.search)
        descriptions = Descriptions(self.database, self.journal, self.search)
        self.passwords = Passwords(self.reader, self.store.path, self.folder / "cache" / "unlocked")
        self.originals = Originals(self.database, self.journal, self.store, self.reader, self.passwords, descriptions)
        self.documents = Documents(self.database, self.journal, self.originals, descriptions, self.search)
        self.recognition = Recognition(self.database, self.passwords, self.reader, descriptions)
        self.listing = Listing(self.database)
        self.relations = Relations(self.database, self.journal)
        self.twins = Twins(self.database, self.journal, self.relations)

        self.appraisals = Appraisals(self.database, self.journal)
        self.criteria = Criteria(self.database, self.journal)
        self.slots = Slots(self.database, self.journal)
        self.units = Units(self.database, self.journal)
        self.codes = Codes(self.database, self.journal)
        self.links = Links(self.database, self.journal, self.codes)
        self._standing = Standing()
        self.suggest = Suggest(self.database, self.folder / "cache")
        self.judgements = Judgements(self.database, self.journal)
        self.scores = Scores(self.database, self.journal)
        self.obstacles = Obstacles(self.database, self.journal)
        self.catalogue_update = CatalogueUpdate(self.database, self.journal)
        self.next_year = NextYear(self.database, self.journal)

        self.seals = Seals(self.database, self.journal)
        self.wordings = Wordings(self.database, self.journal, self.worker)

        self.folders = Folders(self.database, self.journal)
        sets = Sets(self.database, self.journal, self.store, self.originals, self.reader, self.passwords)
        self.inbox = Inbox(self.database, self.journal, self.documents, self.twins, self.links)
        named = NamedFiles(self.database, self.folders, self.twins, self.inbox)
        self.scan = Scan(self.database, self.journal, self.store, self.originals, self.folders, sets, named)

    @classmethod
    def create(cls, folder: Path, actor: str | None = None) -> "Workspace":
        """Make an empty workspace; raises UserError: "workspace_exists" where there is one already, "cannot_write"."""
        if os.path.exists(folder / DATABASE):  # noqa: PTH110 - as above
            raise UserError("workspace_exists", path=str(folder))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / LOCK).touch()
        except OSError as error:
            raise UserError("cannot_write", path=str(folder), why=error.strerror or str(error)) from error
        upgrade(folder / DATABASE, folder / "backups")
        return cls(folder, actor)

    @cached_property
    def dossier(self) -> "DossierPrinter":
        """Built when it is asked for: ReportLab and pikepdf take their time to load."""
        from core.dossier.office import find_office
        from core.dossier.printer import DossierPrinter

        cache = self.folder / "cache"
        return DossierPrinter(
            self._material,
            self.store.path,
            self.worker,
            cache,
            self._on_printed,
            self.seals.foreknow,
            opened=self.passwords.path,
            office=find_office(cache / "office"),
            sealed=self.seals.get,
        )

    def _on_printed(self, impression: "Impression", document_ids: Collection[str]) -> None:
        self.codes.mark_printed(document_ids, impression.material.appraisal.id)
        self.seals.remember(impression)

    @cached_property
    def stick(self) -> "StickMaker":
        """Built when it is asked for, as the dossier is."""
        from core.dossier.stick.maker import StickMaker

        return StickMaker(self.dossier, self.store.path, self.folder / "cache", self._on_handed_over)

    def _on_handed_over(self, stick: "Stick") -> None:
        """Say in the journal what went out of the house."""
        *_, sums = stick.files
        after = {
            "path": str(stick.path),
            "files": len(stick.files),
            "bytes": stick.size,
            "dossier": [file.sha256 for file in stick.printed.files],
            "sums": sums.sha256,
            "left_out": [one.document_id for one in stick.omitted],
        }
        subject = f"appraisal:{stick.printed.matter.material.appraisal.id}"
        with self.database.write() as connection:
            self.journal.record(connection, "stick.made", subject, after=after)

    def coverage(self, on: date | None = None) -> Coverage:
        """What is there and what is not, on a day; today if none is named."""
        return self._standing.coverage(self.criteria.tree(), self.links.lists(), on or date.today())

    def _in_catalogue(self) -> tuple[tuple[Criterion, ...], list[Evidence]]:
        """The tree and the links without what was set aside."""
        tree = tuple(one for one in self.criteria.tree() if one.counts_as != "set_aside")
        known = {one.id for one in tree}
        return tree, [one for one in self.links.all() if one.criterion_id in known]

    def points(self, met: Collection[str] = ()) -> Scored | None:
        """The sums of points, as if these criteria (ids) had all of theirs; None for a catalogue without points."""
        return scored(self._in_catalogue()[0], met)

    def reminders(self, on: date | None = None) -> Reminders:
        """What each lead unit still owes on a day; today if none is named."""
        on = on or date.today()
        return reminders(self.coverage(on), self.links.all(), self.units.all(), on)

    def print_reminders(
        self, due: Sequence[Reminder], folder: Path, kind: "Format", progress: Progress | None = None
    ) -> "list[Written]":
        """A file for each; raises UserError: "cannot_write" (path), "font_missing"."""
        from core.reports.printing import write_reminders

        return write_reminders(due, self.criteria.appraisal(), self._office(), folder, kind, progress)

    def report_obstacles(self, target: Path, on: date | None = None) -> None:
        """Write the difficulties and proposals as a report of a day (.docx).

        Raises UserError: "cannot_write" (path), "font_missing".
        """
        from core.reports.obstacle_report import obstacle_report, write_obstacle_report

        criteria = {criterion.id: criterion for criterion in self.criteria.tree()}
        appraisal, day = self.criteria.appraisal(), on or date.today()
        write_obstacle_report(obstacle_report(self.obstacles.all(), criteria, appraisal, day), target)

    def report(self, target: Path, on: date | None = None, unit: str | None = None) -> int:
        """Write how far the evidence is on a day: .xlsx, .docx or .pdf; of one unit what it still owes. Returns the
        count of rows.

        Raises UserError: "unit_unknown", "unit_owes_nothing" (unit), "report_kind_unknown" (path), "cannot_write"
        (path), "font_missing".
        """
        from core.reports.printing import write_report
        from core.reports.progress_report import Progressed

        on = on or date.today()
        tree, evidence = self._in_catalogue()
        owed, standing, reminder = self.reminders(on), coverage(tree, evidence, on), None
        if unit is not None:
            name = self.units.get(unit).name
            reminder = next((one for one in owed.due if one.unit.name == name), None)
            if reminder is None:
                raise UserError("unit_owes_nothing", unit=name)
            owed = replace(owed, due=(reminder,), without_unit=())
            tree = tuple(one for one in tree if one.id in reminder.unit.leads)
            standing = replace(standing, rows=tuple(row for row in standing.rows if row.criterion in tree))
        documents = {one.id: one for one in self.listing.rows(list({one.document_id for one in evidence}))}
        progressed = Progressed(self.criteria.appraisal(), tree, standing, evidence, documents, owed, on)
        return write_report(progressed, self._office(), target, reminder)

    def _office(self) -> Unit | None:
        return next((unit for unit in self.units.all() if unit.is_office), None)

    def preflight(self, on: date | None = None) -> tuple[Finding, ...]:
        """What an inspector would find wrong on a day; today if none is named. A file counts as damaged where its size
        is another; `verify` reads it.
        """
        on = on or date.today()
        tree, evidence = self._in_catalogue()
        linked = self.listing.rows(list({one.document_id for one in evidence}))
        broken: dict[str, Broken] = {one.id: found for one in linked if (found := self._broken(one))}
        return preflight(
            Inspected(
                appraisal=self.criteria.appraisal(),
                standing=coverage(tree, evidence, on),
                evidence=evidence,
                documents={one.id: one for one in linked},
                printed=self.codes.printed(),
                broken=broken,
                decided=self.twins.decided(),
                on=on,
                points=self.points(),
                relations=self.relations.all(),
            )
        )

    def _broken(self, document: Document) -> Broken | None:
        try:
            size = self.store.path(document.sha256).stat().st_size
        except OSError:
            return "missing"
        return None if size == document.size else "damaged"

    def _material(self, on: date) -> "Material":
        from core.dossier.records import Material

        appraisal = self.criteria.appraisal()
        tree, links = self._in_catalogue()
        evidence = tuple(one for one in links if one.counts)
        material = Material(
            appraisal=appraisal,
            tree=tree,
            evidence=evidence,
            documents={document.id: document for document in self.documents.all()},
            coverage=coverage(tree, evidence, on),
            homes=self.codes.homes(),
            words=self.wordings.words(),
            rejected=tuple(one for one in links if one.state == "rejected"),
        )
        if self.criteria.appraisal().id != appraisal.id:  # another one was chosen meanwhile
            return self._material(on)
        return material

    def verify(self, *, repair: bool = False, progress: Progress | None = None) -> Check:
        """Every file against its hash, after the database itself; raises UserError("database_damaged")."""
        with self.database.read() as connection:
            if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
                raise UserError("database_damaged", path=str(self.database.path))
        return self.originals.verify(repair=repair, progress=progress)

    def close(self) -> None:
        self.worker.close()
        self.passwords.close()
        self.database.close()
        self._lock.release()

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
