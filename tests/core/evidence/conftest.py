from collections.abc import Callable

import pytest
from sqlalchemy import insert

from core.catalogue.criteria import Criteria
from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.records import Draft
from core.catalogue.slots import Slots
from core.database import tables
from core.database.engine import Database, new_id, now
from core.evidence.codes import Codes
from core.evidence.judgements import Judgements
from core.evidence.links import Links
from core.journal import Journal

STATED = (
    Stated("1", "CHỈ ĐẠO", "Văn phòng Sở"),
    Stated("1.1", "Tuyên truyền: (1) hội nghị; (2) bài viết", "Văn phòng Sở", "", "Năm 2023"),
    Stated("1.2", "Báo cáo định kỳ", "Văn phòng Sở", "", "Trước ngày 15 của tháng cuối quý"),
    Stated("1.3", "Kiểm tra", "Thanh tra Sở"),
    Stated("2", "CÔNG VỤ"),
    Stated("2.1", "Chất lượng (Điều tra xã hội học)", "Phòng TCCB", "", "Năm 2023"),
    Stated("2.2", "Đào tạo", "Phòng TCCB", "", "Trước ngày 15/11/2023"),
)


@pytest.fixture
def made(criteria: Criteria) -> Criteria:
    criteria.create(Draft("Nâng cao Chỉ số", 2023, draft_criteria(STATED, 2023)))
    return criteria


@pytest.fixture
def codes(database: Database, journal: Journal) -> Codes:
    return Codes(database, journal)


@pytest.fixture
def links(made: Criteria, database: Database, journal: Journal, codes: Codes) -> Links:  # noqa: ARG001
    return Links(database, journal, codes)


@pytest.fixture
def document(database: Database) -> Callable[..., str]:
    """Makes a document of which nothing is known but what is given."""

    def make(**description: object) -> str:
        row = {"id": new_id(), "added_at": now(), "added_by": "", **description, **database.stamp()}
        with database.write() as connection:
            connection.execute(insert(tables.document).values(**row))
        return str(row["id"])

    return make


@pytest.fixture
def judgements(database: Database, journal: Journal) -> Judgements:
    return Judgements(database, journal)


@pytest.fixture
def slots(database: Database, journal: Journal) -> Slots:
    return Slots(database, journal)
