"""What English papers of Vietnamese bodies call types and bodies.

The names of bodies are those of Thông tư 03/2009/TT-BNG, Appendix, and of the ministries that came after it.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from core.reading.lines import Line
from core.text import fold

TITLES = {
    **{"circular": "Thông tư", "decision": "Quyết định", "decree": "Nghị định", "resolution": "Nghị quyết"},
    **{"directive": "Chỉ thị", "notice": "Thông báo", "announcement": "Thông báo", "plan": "Kế hoạch"},
    **{"report": "Báo cáo", "guidelines": "Hướng dẫn", "minutes": "Biên bản", "law": "Luật", "contract": "Hợp đồng"},
    **{"joint circular": "Thông tư liên tịch", "memorandum of understanding": "Bản ghi nhớ"},
}
_MINISTRIES = {
    **{"education and training": "Giáo dục và Đào tạo", "health": "Y tế", "home affairs": "Nội vụ"},
    **{"finance": "Tài chính", "justice": "Tư pháp", "planning and investment": "Kế hoạch và Đầu tư"},
    **{"science and technology": "Khoa học và Công nghệ", "construction": "Xây dựng"},
    **{"culture, sports and tourism": "Văn hóa, Thể thao và Du lịch", "transport": "Giao thông vận tải"},
    **{"information and communications": "Thông tin và Truyền thông", "industry and trade": "Công Thương"},
    **{"agriculture and rural development": "Nông nghiệp và Phát triển nông thôn"},
    **{"agriculture and environment": "Nông nghiệp và Môi trường", "foreign affairs": "Ngoại giao"},
    **{"natural resources and environment": "Tài nguyên và Môi trường", "public security": "Công an"},
    **dict.fromkeys(
        ("labour, war invalids and social affairs", "labor, war invalids and social affairs"),
        "Lao động - Thương binh và Xã hội",
    ),
    **dict.fromkeys(("national defence", "national defense"), "Quốc phòng"),
}
_NAMES = {f"ministry of {name}": f"Bộ {ours}" for name, ours in _MINISTRIES.items()} | {
    **{"government": "Chính phủ", "prime minister": "Thủ tướng Chính phủ", "national assembly": "Quốc hội"},
    **{"national assembly standing committee": "Ủy ban Thường vụ Quốc hội"},
    **{"office of the government": "Văn phòng Chính phủ", "government inspectorate": "Thanh tra Chính phủ"},
    **{"vietnam national university, hanoi": "Đại học Quốc gia Hà Nội"},
    **{"vietnam national university, ho chi minh city": "Đại học Quốc gia Thành phố Hồ Chí Minh"},
}
_KIND = re.compile(
    r"\b(?:ministry|minister|government|assembly|department|agency|authority|administration|inspectorate|committee"
    r"|council|board|office|division|university|college|school|academy|institute|faculty|cent(?:er|re)|hospital"
    r"|union|association|bank|company)\b"
)
_GOES_ON = re.compile(r"(?:\b(?:and|of|for|the|in)|[,&–-])$")
_CONTINUES = re.compile(r"(?:and|of|for|in|&)\b")
_SMALL = frozenset({"and", "of", "for", "the", "in", "on"})


def names_english_body(text: str) -> bool:
    return bool(_KIND.search(fold(text)))


def english_bodies(lines: Iterable[Line]) -> list[Line]:
    """The bodies of an English left head, from the highest to the one that issues; their names may go over lines."""
    bodies: list[Line] = []
    for line in lines:
        text = line.text.strip(" -–—*_.")
        above = fold(bodies[-1].text) if bodies else ""
        if not text:
            continue
        if above and (not _KIND.search(above) or _GOES_ON.search(above) or _CONTINUES.match(fold(text))):
            bodies[-1] = replace(bodies[-1], text=f"{bodies[-1].text} {text}")
        else:
            bodies.append(replace(line, text=text))
    if len(bodies) > 1 and not names_english_body(bodies[-1].text):
        rest = bodies.pop()
        bodies[-1] = replace(bodies[-1], text=f"{bodies[-1].text} {rest.text}")
    return [body for body in bodies if names_english_body(body.text)]


def english_name(printed: str) -> str:
    """What the body is called in Vietnamese where that is ruled; else its name as printed, not in capitals."""
    plain = re.sub(r"^the | of (?:the socialist republic of )?viet ?nam$", "", fold(" ".join(printed.split())))
    if plain in _NAMES:
        return _NAMES[plain]
    words = [word if word.lower() not in _SMALL else word.lower() for word in printed.split()]
    name = " ".join(word.capitalize() if word.isupper() else word for word in words)
    return name[:1].upper() + name[1:]
