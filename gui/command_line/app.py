"""The commands and the options that all of them take. The words of --help are chosen when this loads."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from gui.command_line import (
    code_commands,
    criteria_commands,
    dossier_commands,
    evidence_commands,
    intake_commands,
    library_commands,
    points_commands,
    relation_commands,
    seal_commands,
    twin_commands,
    unit_commands,
    watch_commands,
    work_commands,
    workspace_commands,
    year_commands,
)
from gui.command_line.session import Session
from gui.messages import translate

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True, pretty_exceptions_enable=False)


@app.callback(help=translate("cli", "Quản lý minh chứng. Không có lệnh nào: mở cửa sổ chương trình."))
def options(
    context: typer.Context,
    workspace: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help=translate("cli", "Thư mục dữ liệu; nếu không có: biến MINHCHUNG_WORKSPACE hoặc thư mục hiện tại."),
        ),
    ] = None,
    appraisal: Annotated[
        str | None,
        typer.Option(
            metavar="KEY",
            help=translate("cli", "Chỉ lần này làm việc với kỳ đánh giá này: mã, năm hoặc tên; xem appraisals."),
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=translate("cli", "Trả lời bằng một giá trị JSON."))] = False,
    language: Annotated[  # noqa: ARG001 - set before this runs; here for --help and to refuse other values
        Literal["vi", "en"], typer.Option(help=translate("cli", "Ngôn ngữ của câu trả lời."))
    ] = "vi",
) -> None:
    context.obj = Session(workspace, json, appraisal)


for function, words in (
    (workspace_commands.demo, translate("cli", "Tạo dữ liệu mẫu từ kế hoạch năm 2023, in hồ sơ và mở cửa sổ.")),
    (workspace_commands.init, translate("cli", "Tạo dữ liệu mới từ một kế hoạch hoặc một bộ tiêu chí có sẵn.")),
    (workspace_commands.catalogues, translate("cli", "Các bộ tiêu chí có sẵn.")),
    (year_commands.appraisals, translate("cli", "Các kỳ đánh giá; --use chọn kỳ để làm việc.")),
    (
        year_commands.next_year,
        translate("cli", "Lập kỳ đánh giá sau từ kỳ này: minh chứng thành đề xuất, tình trạng bắt đầu lại."),
    ),
    (year_commands.proposals, translate("cli", "Minh chứng đề xuất từ kỳ trước, đang chờ quyết định.")),
    (
        year_commands.update_catalogue,
        translate("cli", "Cập nhật bộ tiêu chí từ kế hoạch đã sửa; --dry-run xem trước. Không minh chứng nào bị bỏ."),
    ),
    (criteria_commands.criteria, translate("cli", "Cây tiêu chí theo thứ tự.")),
    (intake_commands.add, translate("cli", "Nhận tệp vào kho tài liệu ngay.")),
    (intake_commands.scan, translate("cli", "Xem các thư mục theo dõi (hoặc thư mục được nêu) một lượt.")),
    (watch_commands.watch, translate("cli", "Đặt các thư mục theo dõi và theo dõi cho đến khi bị dừng.")),
    (intake_commands.inbox, translate("cli", "Các tệp đến đang chờ quyết định.")),
    (intake_commands.accept, translate("cli", "Nhận một tệp đến làm tài liệu.")),
    (intake_commands.refuse, translate("cli", "Từ chối một tệp đến.")),
    (intake_commands.defer, translate("cli", "Để một tệp đến lại sau.")),
    (library_commands.documents, translate("cli", "Kho tài liệu.")),
    (library_commands.describe, translate("cli", "Xem hoặc sửa mô tả của một tài liệu; giá trị rỗng xoá một mục.")),
    (
        twin_commands.twins,
        translate("cli", "Tài liệu trùng số, ký hiệu và cơ quan ban hành; quyết định chúng là gì của nhau."),
    ),
    (library_commands.read, translate("cli", "Đọc một tệp mà không lưu lại.")),
    (
        library_commands.unlock,
        translate("cli", "Đọc một tài liệu hoặc tệp đến bằng mật khẩu; mật khẩu không được lưu lại."),
    ),
    (relation_commands.relations, translate("cli", "Văn bản nào thay thế, báo cáo nào của kế hoạch nào.")),
    (relation_commands.relate, translate("cli", "Ghi một văn bản thay thế (replaces), hoặc báo cáo về, văn bản khác.")),
    (relation_commands.revisions, translate("cli", "Các bản của một tài liệu, từ bản đầu đến bản đang dùng.")),
    (relation_commands.revise, translate("cli", "Nhận tệp làm bản mới của một tài liệu; bản cũ vẫn giữ.")),
    (library_commands.recognise, translate("cli", "Nhận dạng chữ trên các trang quét và ảnh còn chờ trong kho.")),
    (library_commands.search, translate("cli", "Tìm trong nội dung và mô tả, có dấu hoặc không dấu.")),
    (evidence_commands.link, translate("cli", "Gắn tài liệu làm minh chứng cho một tiêu chí.")),
    (evidence_commands.unlink, translate("cli", "Gỡ tài liệu khỏi một tiêu chí.")),
    (evidence_commands.check, translate("cli", "Ghi nhận đã kiểm tra một minh chứng.")),
    (evidence_commands.reject, translate("cli", "Loại một minh chứng, có lý do; minh chứng vẫn ở trong danh sách.")),
    (criteria_commands.slots, translate("cli", "Những gì các tiêu chí đòi hỏi: yêu cầu, kỳ báo cáo, số lượng, tỷ lệ.")),
    (criteria_commands.slot, translate("cli", "Thêm một mục phải có vào tiêu chí; có SLOT thì sửa hoặc bỏ mục đó.")),
    (criteria_commands.assess, translate("cli", "Ghi tình trạng công việc, kết quả và giải trình của một tiêu chí.")),
    (points_commands.points, translate("cli", "Điểm từng lĩnh vực và cả kỳ; --if: điểm nếu tiêu chí này đạt.")),
    (code_commands.codes, translate("cli", "Các mã minh chứng; --renumber: đánh lại mã chưa in.")),
    (evidence_commands.suggest, translate("cli", "Tiêu chí mà một tài liệu có thể là minh chứng, và vì sao.")),
    (evidence_commands.coverage, translate("cli", "Tiêu chí nào đã có, còn thiếu hoặc quá hạn.")),
    (work_commands.deadlines, translate("cli", "Việc đến hạn theo ngày; --ics ghi ra tệp lịch.")),
    (work_commands.deadline, translate("cli", "Đặt ngày hạn của một tiêu chí; không nêu ngày: lấy lại từ lời văn.")),
    (work_commands.preflight, translate("cli", "Soi trước kiểm tra: những gì đoàn kiểm tra sẽ thấy chưa ổn.")),
    (work_commands.obstacles, translate("cli", "Khó khăn, vướng mắc và kiến nghị, đề xuất của cả đơn vị.")),
    (work_commands.obstacle, translate("cli", "Ghi một khó khăn (difficulty) hoặc kiến nghị (proposal).")),
    (dossier_commands.dossier, translate("cli", "In hồ sơ minh chứng ra một tệp PDF.")),
    (seal_commands.seal, translate("cli", "Niêm phong bản in gần nhất: giữ nguyên trạng, in lại được.")),
    (seal_commands.seals, translate("cli", "Các hồ sơ đã niêm phong.")),
    (seal_commands.changes, translate("cli", "Những gì đã thay đổi kể từ một hồ sơ đã niêm phong.")),
    (seal_commands.wording, translate("cli", "Lời văn của hồ sơ; có TEXT thì đặt lời văn riêng cho kỳ đánh giá này.")),
    (unit_commands.units, translate("cli", "Các đơn vị chủ trì, phối hợp và người liên hệ.")),
    (unit_commands.unit, translate("cli", "Xem một đơn vị; ghi hoặc bỏ người liên hệ và ghi chú.")),
    (unit_commands.report, translate("cli", "Báo cáo tiến độ (.xlsx, .docx, .pdf); --unit: đơn vị này còn thiếu gì.")),
    (unit_commands.reminders, translate("cli", "Lập phiếu đôn đốc: mỗi đơn vị một tệp, còn thiếu gì và hạn nào.")),
    (
        dossier_commands.stick,
        translate("cli", "Chép cho đoàn kiểm tra: hồ sơ, bản gốc, mục lục tra cứu, danh mục Excel, mã băm."),
    ),
    (workspace_commands.verify, translate("cli", "Kiểm tra mọi tệp, cơ sở dữ liệu và nhật ký.")),
    (workspace_commands.journal, translate("cli", "Ai đã làm gì, khi nào.")),
):
    app.command(help=words)(function)
