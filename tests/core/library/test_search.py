"""What a clerk types finds what she means."""

import unicodedata
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"


@pytest.fixture
def found(library):
    def found(words, **kwargs):
        return [hit.document.name for hit in library.search.find(words, **kwargs)]

    return found


@pytest.fixture
def decision(library, make):
    path = make("Điều 1. Kiện toàn Đoàn kiểm tra cải cách hành chính năm 2023.\nĐịnh hướng.", "quyet_dinh-2211.txt")
    one = library.documents.add(path).document
    fields = {"number": "2211", "notation": "QĐ-SGD&ĐT", "issuer": "Sở Giáo dục và Đào tạo", "signer": "Bùi Trọng Đắc"}
    fields["issued_on"] = date(2022, 11, 24)
    return library.documents.describe(one.id, **fields)


@pytest.mark.parametrize(
    "words",
    [
        "định hướng",
        "dinh huong",
        "ĐỊNH HƯỚNG",
        unicodedata.normalize("NFD", "định hướng"),
        "dịnh hương",
        "doan kiem tr",
        "tra kiem doan",
        "2211",
        "2211/QĐ-SGD&ĐT",
        "2211/qd",
        "24/11/2022",
        "qd-sgd",
        "trong dac",
        "so giao duc",
        "quyet_dinh",
        "dinh-2211.t",
        "hanh chinh 2211 dac",
    ],
)
def test_it_is_found(decision, found, words):
    assert found(words) == [decision.name]


@pytest.mark.usefixtures("decision")
@pytest.mark.parametrize(
    "words", ["2212", "2211/KH", "kiem thu", "hươu", "kie tra", "oàn", "", "code:x", "* OR *", "a AND"]
)
def test_it_is_not_found(found, words):
    assert found(words) == []


@pytest.mark.parametrize("noise", ['"', "'", "*", "NEAR(", "-", "(", "^", "\0", "\ud800", "&&", "%_", '"*'])
def test_signs_are_no_syntax(decision, found, noise):
    assert found(noise) == []
    assert found(f"doan {noise.removeprefix('NEAR')} kiem{noise.removeprefix('NEAR')}") == [decision.name]


@pytest.mark.usefixtures("decision")
def test_a_long_paste_is_a_query_too(found):
    assert found("từ " * 5000) == found("a" * 5000) == []


def test_the_description_weighs_more_than_a_mention(library, make, found):
    mention = library.documents.add(make("Theo đề nghị về thi đua của Phòng, kính gửi " * 3, "mention.txt")).document
    subject = library.documents.add(make("khác", "subject.txt")).document
    library.documents.describe(subject.id, subject="Thi đua")
    assert found("thi dua") == [subject.name, mention.name]


def test_equals_stand_in_the_order_of_adding(library, make, found):
    names = [library.documents.add(make(f"báo cáo {number}", f"{number}.txt")).document.name for number in "951"]
    assert found("bao cao") == names
    assert found("bao cao", limit=2) == names[:2]


def test_the_snippet_is_a_passage_of_the_text_itself(library, make):
    text = "Mở đầu. " * 200 + "Về việc kiện toàn Đoàn kiểm tra công tác cải cách hành chính. " + "Kết thúc. " * 200
    library.documents.add(make(unicodedata.normalize("NFD", text)))
    (hit,) = library.search.find("kien toan hanh chinh")
    assert "kiện toàn Đoàn kiểm tra công tác cải cách hành chính" in hit.snippet
    assert hit.snippet.startswith("… ")
    assert hit.snippet.endswith(" …")
    assert len(hit.snippet) < 250


def test_without_a_passage_the_snippet_shows_what_matched(library, make):
    one = library.documents.add(make("không có gì", "Biên bản họp.txt")).document
    library.documents.describe(one.id, subject="Kiểm kê tài sản")
    assert library.search.find("tai san")[0].snippet == "Kiểm kê tài sản"
    assert library.search.find("bien ban")[0].snippet == "Biên bản họp.txt"


words = st.text(st.sampled_from(LETTERS + LETTERS.upper()), min_size=1, max_size=8)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.lists(words, min_size=1, max_size=12), data=st.data())
def test_any_words_of_a_text_find_it_with_and_without_accents(library, make, content, data):
    one = library.documents.add(make(" ".join(content) + f" {data.draw(st.uuids())}")).document
    picked = data.draw(st.lists(st.sampled_from(content), min_size=1, max_size=4))
    form = data.draw(st.sampled_from(["NFC", "NFD"]))
    typed = unicodedata.normalize(form, " ".join(picked))
    bare = "".join(mark for mark in unicodedata.normalize("NFD", typed) if not unicodedata.combining(mark))
    for query in (typed, bare.replace("đ", "d").replace("Đ", "D"), typed.upper()):
        assert one.id in [hit.document.id for hit in library.search.find(query, limit=1000)]
