import pytest

from core.reading.legacy import legacy_encoding, mend

TCVN3 = """Céng hßa x· héi chñ nghÜa ViÖt Nam
§éc lËp - Tù do - H¹nh phóc
Uû ban nh©n d©n, tr\u00adêng ®¹i häc, nghÞ ®Þnh cña ChÝnh phñ"""
UNICODE_OF_TCVN3 = """Cộng hòa xã hội chủ nghĩa Việt Nam
Độc lập - Tự do - Hạnh phúc
Uỷ ban nhân dân, trường đại học, nghị định của Chính phủ"""
VNI = """COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM
Ñoäc laäp - Töï do - Haïnh phuùc
Sôû Noâng nghieäp, tröôøng ñaïi hoïc, phoøng"""
UNICODE_OF_VNI = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sở Nông nghiệp, trường đại học, phòng"""


@pytest.mark.parametrize(("old", "new"), [(TCVN3, UNICODE_OF_TCVN3), (VNI, UNICODE_OF_VNI)])
def test_text_of_old_fonts_becomes_unicode(old: str, new: str) -> None:
    assert mend(old) == new


@pytest.mark.parametrize("old", [TCVN3, VNI])
def test_unicode_lines_in_an_old_document_stay(old: str) -> None:
    assert mend(f"{old}\nTrương Tấn Thiệu").endswith("\nTrương Tấn Thiệu")


@pytest.mark.parametrize(
    "text",
    [
        "Où est le garçon ? Là-bas, près de la forêt où il a vécu très longtemps déjà.",
        "Die Größe der Häuser für die Schüler über dem Fluß ist schön und böse.",
        "Trường Trung học cơ sở Cò Nòi có bộ máy khá ổn, cô giáo già và học trò.",
        "Plain English text without a single mark, 20 © 2023 «quoted» at 5 µm.",
        "",
    ],
)
def test_other_languages_are_left_alone(text: str) -> None:
    assert legacy_encoding(text) is None
    assert mend(text) == text


def test_letters_that_keyboards_and_converters_spoil_are_mended() -> None:
    assert mend("Ðộc lập, số 12/QÐ-BGDÐT, trƣờng") == "Độc lập, số 12/QĐ-BGDĐT, trường"
    assert mend("Hòa Bình") == "Hòa Bình"
