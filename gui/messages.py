"""Codes into words: what went wrong and what to do now. Used by both front ends; needs QtCore only."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from core.dossier.difference import Change

# Placeholders in braces are the facts of the UserError. Every sentence says what to do where something can be done.
ERRORS = {
    "workspace_missing": QT_TRANSLATE_NOOP(
        "errors", "Thư mục {path} không chứa dữ liệu Minh Chứng. Hãy chọn thư mục khác hoặc tạo mới."
    ),
    "workspace_exists": QT_TRANSLATE_NOOP(
        "errors", "Thư mục {path} đã có dữ liệu Minh Chứng. Hãy mở dữ liệu đó hoặc chọn thư mục khác."
    ),
    "workspace_in_use": QT_TRANSLATE_NOOP(
        "errors", "Dữ liệu ở {path} đang được mở trong một cửa sổ Minh Chứng khác. Hãy đóng cửa sổ đó trước."
    ),
    "database_newer": QT_TRANSLATE_NOOP(
        "errors", "Dữ liệu {path} do một bản Minh Chứng mới hơn tạo ra. Hãy cập nhật chương trình rồi mở lại."
    ),
    "database_damaged": QT_TRANSLATE_NOOP(
        "errors",
        "Tệp dữ liệu {path} bị hỏng nên không mở được. Hãy chép một bản gần nhất trong thư mục backups vào thay.",
    ),
    "file_in_use": QT_TRANSLATE_NOOP("errors", "Chương trình khác đang giữ tệp {path}. Hãy đóng nó rồi làm lại."),
    "file_missing": QT_TRANSLATE_NOOP("errors", "Không thấy tệp {path}. Có thể tệp đã bị đổi tên hoặc chuyển đi."),
    "file_changing": QT_TRANSLATE_NOOP("errors", "Tệp {path} đang được ghi. Hãy đợi ghi xong rồi làm lại."),
    "no_preview": QT_TRANSLATE_NOOP("errors", "Không xem trước được: {reason}."),
    "plan_without_table": QT_TRANSLATE_NOOP(
        "errors", "Tệp {path} không có bảng tiêu chí. Hãy chọn tệp kế hoạch có phụ lục tiêu chí (txt, docx hoặc xlsx)."
    ),
    "plan_duplicate_code": QT_TRANSLATE_NOOP(
        "errors",
        "Tệp {path}: mã tiêu chí {code} ở dòng {line} đã có ở dòng {first_line}. Hãy sửa một dòng rồi đọc lại.",
    ),
    "plan_unreadable": QT_TRANSLATE_NOOP(
        "errors",
        "Không đọc được bảng tiêu chí trong tệp {path}. Hãy lưu lại tệp dưới dạng docx, xlsx hoặc txt rồi thử lại.",
    ),
    "catalogue_unknown": QT_TRANSLATE_NOOP("errors", "Không có bộ tiêu chí nào tên là {id}."),
    "appraisal_missing": QT_TRANSLATE_NOOP("errors", "Dữ liệu này chưa có bộ tiêu chí. Hãy tạo từ một kế hoạch."),
    "appraisal_unknown": QT_TRANSLATE_NOOP(
        "errors", "Không có kỳ đánh giá nào là {key}. Lệnh appraisals cho biết các kỳ đánh giá."
    ),
    "plan_of_other_year": QT_TRANSLATE_NOOP(
        "errors", "Kế hoạch này là của năm {year}, kỳ đánh giá là năm {wanted}. Năm khác thì hãy lập kỳ đánh giá sau."
    ),
    "year_missing": QT_TRANSLATE_NOOP("errors", "Kỳ đánh giá này chưa ghi năm. Hãy nêu năm của kỳ sau."),
    "year_wrong": QT_TRANSLATE_NOOP("errors", "Năm {year} là năm của chính kỳ này. Hãy nêu năm khác."),
    "appraisal_ambiguous": QT_TRANSLATE_NOOP("errors", "Có nhiều kỳ đánh giá là {key}. Hãy nêu mã của một kỳ."),
    "criterion_unknown": QT_TRANSLATE_NOOP("errors", "Không có tiêu chí {code}."),
    "criterion_below_itself": QT_TRANSLATE_NOOP("errors", "Không thể đặt một tiêu chí vào dưới chính nó."),
    "criterion_in_use": QT_TRANSLATE_NOOP(
        "errors",
        "Tiêu chí {code} đã có minh chứng hoặc tiêu chí con nên không xoá được. Có thể đặt là “Không được giao”.",
    ),
    "nothing_to_undo": QT_TRANSLATE_NOOP("errors", "Không còn việc nào để hoàn tác trong lần mở này."),
    "nothing_to_redo": QT_TRANSLATE_NOOP("errors", "Không có việc nào để làm lại."),
    "undo_not_last": QT_TRANSLATE_NOOP(
        "errors", "Sau việc này đã có việc khác. Hãy hoàn tác lần lượt từng việc bằng Ctrl+Z."
    ),
    "undo_refused": QT_TRANSLATE_NOOP(
        "errors",
        "Không hoàn tác được việc này vì dữ liệu của nó đã thay đổi từ lúc đó. Mọi dữ liệu giữ nguyên như hiện nay.",
    ),
    "document_unknown": QT_TRANSLATE_NOOP("errors", "Không tìm thấy tài liệu này trong thư viện."),
    "document_ambiguous": QT_TRANSLATE_NOOP("errors", "Có nhiều tài liệu có mã bắt đầu bằng {prefix}. Hãy gõ dài hơn."),
    "arrival_unknown": QT_TRANSLATE_NOOP("errors", "Không tìm thấy tệp đến có mã {prefix}."),
    "arrival_ambiguous": QT_TRANSLATE_NOOP("errors", "Có nhiều tệp đến có mã bắt đầu bằng {prefix}. Hãy gõ dài hơn."),
    "arrival_decided": QT_TRANSLATE_NOOP("errors", "Tệp này đã được xử lý rồi."),
    "folder_missing": QT_TRANSLATE_NOOP("errors", "Không thấy thư mục {path}. Hãy kiểm tra kết nối rồi làm lại."),
    "folder_in_workspace": QT_TRANSLATE_NOOP(
        "errors",
        "Không thể theo dõi thư mục {path} vì nó nằm trong (hoặc bao trùm) thư mục dữ liệu. Hãy chọn thư mục khác.",
    ),
    "code_pattern_wrong": QT_TRANSLATE_NOOP(
        "errors",
        "Mẫu mã “{pattern}” chưa đúng. Mẫu cần có {{criterion}} và {{number}}, ví dụ {{criterion}}-{{number:02}}.",
    ),
    "requirement_unknown": QT_TRANSLATE_NOOP(
        "errors", "Tiêu chí này không có yêu cầu ({requirement}). Hãy chọn một yêu cầu có trong tiêu chí."
    ),
    "pages_unreadable": QT_TRANSLATE_NOOP("errors", "Không hiểu số trang “{pages}”. Hãy gõ như 3, 3-5 hoặc 1, 4-6."),
    "field_unknown": QT_TRANSLATE_NOOP("errors", "Không có mục {field} trong phần mô tả văn bản."),
    "date_unreadable": QT_TRANSLATE_NOOP("errors", "Không đọc được ngày “{value}”. Hãy gõ ngày/tháng/năm."),
    "code_taken": QT_TRANSLATE_NOOP("errors", "Đã có tiêu chí mang mã {code}. Hãy đặt mã khác."),
    "code_missing": QT_TRANSLATE_NOOP("errors", "Tiêu chí chưa có mã. Hãy gõ mã, ví dụ 4.2.1."),
    "assessment_unknown": QT_TRANSLATE_NOOP("errors", "Không có cách đánh giá nào tên là {value}."),
    "requirement_in_use": QT_TRANSLATE_NOOP(
        "errors", "Yêu cầu ({number}) của tiêu chí {code} đã có minh chứng. Hãy gỡ minh chứng trước khi bỏ yêu cầu này."
    ),
    "requirement_number_wrong": QT_TRANSLATE_NOOP(
        "errors", "Số thứ tự yêu cầu “{number}” chưa đúng. Mỗi yêu cầu cần một số nguyên dương, không trùng nhau."
    ),
    "slot_unknown": QT_TRANSLATE_NOOP(
        "errors", "Tiêu chí {criterion} không có mục “{slot}”. Lệnh slots cho biết các mục của tiêu chí."
    ),
    "slot_in_use": QT_TRANSLATE_NOOP(
        "errors", "Mục “{slot}” của tiêu chí {code} đã có minh chứng. Hãy gỡ minh chứng trước khi bỏ mục này."
    ),
    "slot_count_wrong": QT_TRANSLATE_NOOP("errors", "Số lượng “{count}” chưa đúng. Hãy gõ một số từ 1 đến 999."),
    "percent_wrong": QT_TRANSLATE_NOOP("errors", "Tỷ lệ “{percent}” chưa đúng. Hãy gõ số phần trăm, ví dụ 97,5."),
    "period_unreadable": QT_TRANSLATE_NOOP(
        "errors", "Không hiểu kỳ “{period}”. Hãy gõ như 2023-Q1, 2023-6M, 2023-9M, 2023-M04 hoặc 2023."
    ),
    "evidence_rejected": QT_TRANSLATE_NOOP(
        "errors",
        "{by} đã loại {code} khỏi minh chứng của tiêu chí {criterion}: {reason}. Hãy bỏ kết luận đó nếu vẫn muốn dùng.",
    ),
    "criterion_not_assigned": QT_TRANSLATE_NOOP(
        "errors",
        "Tiêu chí {code} không được giao nên không đánh giá. Hãy đặt lại cách đánh giá nếu tiêu chí được giao.",
    ),
    "work_state_unknown": QT_TRANSLATE_NOOP(
        "errors", "Không có tình trạng “{value}”. Chọn untouched, collecting, collected hoặc checked."
    ),
    "result_unknown": QT_TRANSLATE_NOOP("errors", "Không có kết quả “{value}”. Chọn met, partly hoặc not_met."),
    "points_wrong": QT_TRANSLATE_NOOP("errors", "Số điểm “{points}” chưa đúng. Hãy gõ một số từ 0 trở lên."),
    "points_above": QT_TRANSLATE_NOOP(
        "errors", "Tiêu chí {code} có nhiều nhất {maximum} điểm, không thể chấm {points} điểm."
    ),
    "points_not_used": QT_TRANSLATE_NOOP("errors", "Tiêu chí {code} không có thang điểm nên không chấm điểm."),
    "points_summed": QT_TRANSLATE_NOOP(
        "errors", "Điểm của tiêu chí {code} là tổng điểm các tiêu chí thành phần. Hãy chấm ở tiêu chí thành phần."
    ),
    "round_wrong": QT_TRANSLATE_NOOP(
        "errors", "Chưa có vòng chấm trước vòng {round}. Vòng cuối đã chấm là vòng {last}; hãy chấm lần lượt."
    ),
    "catalogue_without_points": QT_TRANSLATE_NOOP("errors", "Bộ tiêu chí này không có thang điểm."),
    "obstacle_kind_unknown": QT_TRANSLATE_NOOP("errors", "Không có loại “{value}”. Chọn difficulty hoặc proposal."),
    "obstacle_unknown": QT_TRANSLATE_NOOP(
        "errors", "Không tìm thấy khó khăn hoặc kiến nghị này. Có thể nó vừa bị xoá."
    ),
    "text_missing": QT_TRANSLATE_NOOP("errors", "Chưa có nội dung. Hãy ghi vài lời."),
    "evidence_unknown": QT_TRANSLATE_NOOP("errors", "Không tìm thấy minh chứng này. Có thể nó vừa được gỡ ra."),
    "evidence_exists": QT_TRANSLATE_NOOP("errors", "Tài liệu này đã là minh chứng ở đúng chỗ đó."),
    "unit_unknown": QT_TRANSLATE_NOOP("errors", "Không có đơn vị nào tên là “{unit}” trong bộ tiêu chí."),
    "unit_name_missing": QT_TRANSLATE_NOOP("errors", "Đơn vị chưa có tên. Hãy gõ tên như trong bộ tiêu chí."),
    "person_name_missing": QT_TRANSLATE_NOOP("errors", "Chưa có họ tên. Hãy gõ họ tên người này, hoặc bỏ dòng đó."),
    "person_unknown": QT_TRANSLATE_NOOP("errors", "Đơn vị {unit} không có người nào tên là “{person}”."),
    "file_empty": QT_TRANSLATE_NOOP("errors", "Tệp {path} không có nội dung. Hãy kiểm tra lại tệp gốc."),
    "file_harmful": QT_TRANSLATE_NOOP(
        "errors", "Tệp {path} là chương trình hoặc lối tắt, có thể gây hại nên không được nhận."
    ),
    "arrival_is_set": QT_TRANSLATE_NOOP(
        "errors", "{path} là tệp nén có nhiều tệp bên trong. Hãy nhận cả bộ, hoặc nhận từng tệp trong đó."
    ),
    "set_empty": QT_TRANSLATE_NOOP("errors", "Không còn tệp nào trong {path} để nhận."),
    "entry_not_unpacked": QT_TRANSLATE_NOOP(
        "errors", "Tệp {path} chưa được lấy ra khỏi tệp nén nên không thể đưa lại hộp đến."
    ),
    "file_unreadable": QT_TRANSLATE_NOOP(
        "errors", "Không mở được tệp {path}. Hãy kiểm tra quyền truy cập rồi làm lại."
    ),
    "disk_full": QT_TRANSLATE_NOOP("errors", "Ổ đĩa chứa dữ liệu đã đầy. Hãy dọn bớt rồi làm lại."),
    "store_unwritable": QT_TRANSLATE_NOOP(
        "errors", "Không ghi được vào thư mục dữ liệu. Hãy kiểm tra ổ đĩa và quyền ghi."
    ),
    "folder_name_unusable": QT_TRANSLATE_NOOP(
        "errors", "Tên thư mục {path} có ký tự không đọc được. Hãy đổi tên thư mục rồi thêm lại."
    ),
    "folder_not_empty": QT_TRANSLATE_NOOP(
        "errors", "Thư mục {path} đang có tệp khác. Hãy chọn một thư mục trống hoặc thư mục mới."
    ),
    "folder_unknown": QT_TRANSLATE_NOOP("errors", "Thư mục này không còn được theo dõi."),
    "reason_missing": QT_TRANSLATE_NOOP("errors", "Hãy ghi lý do từ chối."),
    "font_missing": QT_TRANSLATE_NOOP(
        "errors", "Máy này thiếu phông chữ để in hồ sơ ({families}). Hãy cài một trong các phông đó."
    ),
    "seal_unknown": QT_TRANSLATE_NOOP("errors", "Không có hồ sơ đã niêm phong nào tên là “{name}”."),
    "seal_broken": QT_TRANSLATE_NOOP(
        "errors", "Dữ liệu niêm phong của hồ sơ “{name}” đã bị sửa ngoài chương trình nên không dùng được."
    ),
    "seal_name_missing": QT_TRANSLATE_NOOP("errors", "Hãy đặt tên cho hồ sơ niêm phong, ví dụ: Nộp lần 1."),
    "seal_name_taken": QT_TRANSLATE_NOOP("errors", "Đã có hồ sơ niêm phong tên “{name}”. Hãy đặt tên khác."),
    "nothing_printed": QT_TRANSLATE_NOOP("errors", "Chưa in hồ sơ nào kể từ lần niêm phong trước. Hãy in hồ sơ trước."),
    "nothing_changed": QT_TRANSLATE_NOOP("errors", "Không có gì thay đổi so với hồ sơ “{name}”."),
    "wording_unknown": QT_TRANSLATE_NOOP("errors", "Hồ sơ không có lời văn nào tên là {key}."),
    "wording_facts_wrong": QT_TRANSLATE_NOOP(
        "errors", "Trong lời văn {key} chỉ dùng được các chỗ điền sau: {known}. Hãy giữ nguyên dấu ngoặc nhọn."
    ),
    "logo_unreadable": QT_TRANSLATE_NOOP("errors", "Không đọc được ảnh {path}. Hãy chọn một tệp PNG hoặc JPEG."),
    "cannot_write": QT_TRANSLATE_NOOP(
        "errors", "Không ghi được tệp {path}. Hãy đóng tệp nếu đang mở, hoặc chọn nơi lưu khác."
    ),
    "stick_exists": QT_TRANSLATE_NOOP(
        "errors", "Ở {path} đã có một bộ hồ sơ chép ra trước đây. Hãy xác nhận thay bộ cũ, hoặc chọn tên khác."
    ),
    "stick_place_taken": QT_TRANSLATE_NOOP(
        "errors", "{path} đang có thứ khác ({name}) nên không được thay. Hãy chọn một thư mục mới hoặc tên khác."
    ),
    "stick_on_drive": QT_TRANSLATE_NOOP("errors", "{path} là cả một ổ đĩa. Hãy nêu một thư mục trên ổ đó."),
    "stick_no_room": QT_TRANSLATE_NOOP(
        "errors", "Ở {path} không đủ chỗ: cần {needed} MB, còn {free} MB. Hãy dọn bớt hoặc dùng ổ khác."
    ),
    "dossier_changed": QT_TRANSLATE_NOOP(
        "errors", "Tệp hồ sơ {path} không còn như khi in xong. Hãy in lại rồi chép ra."
    ),
    "pages_not_there": QT_TRANSLATE_NOOP("errors", "Tập này có các trang từ {first} đến {last}."),
    "printer_failed": QT_TRANSLATE_NOOP(
        "errors", "Máy in {name} không nhận việc. Hãy kiểm tra máy in đã bật và còn giấy rồi in lại."
    ),
    "dossier_failed": QT_TRANSLATE_NOOP("errors", "Không in được hồ sơ: {reason}."),
    "dossier_check_failed": QT_TRANSLATE_NOOP(
        "errors",
        "Hồ sơ in ra không qua được kiểm tra nên đã bị bỏ. Hãy in lại; nếu vẫn vậy, hãy gửi nhật ký cho người hỗ trợ.",
    ),
    "source_failed": QT_TRANSLATE_NOOP(
        "errors", "Một tài liệu không ghép được vào hồ sơ. Hãy in lại; nếu vẫn vậy, hãy kiểm tra tệp trong thư viện."
    ),
    "no_folder_watched": QT_TRANSLATE_NOOP("errors", "Chưa có thư mục nào được theo dõi. Hãy thêm một thư mục."),
    "workspace_not_given": QT_TRANSLATE_NOOP("errors", "Chưa biết thư mục dữ liệu. Hãy thêm --workspace THƯ_MỤC."),
    "encrypted": QT_TRANSLATE_NOOP("errors", "Tệp đặt mật khẩu nên không mở được."),
    "unit_owes_nothing": QT_TRANSLATE_NOOP("errors", "{unit} không còn thiếu gì nên không có phiếu đôn đốc."),
    "report_kind_unknown": QT_TRANSLATE_NOOP(
        "errors", "Không ghi được báo cáo ra {path}. Chọn tệp .xlsx, .docx, .pdf."
    ),
    "codes_changed": QT_TRANSLATE_NOOP(
        "errors", "Minh chứng đã thay đổi sau khi xem trước. Hãy xem trước lại rồi đánh số."
    ),
    "relation_unknown": QT_TRANSLATE_NOOP("errors", "Không có quan hệ “{value}”. Chọn replaces hoặc reports_on."),
    "relation_missing": QT_TRANSLATE_NOOP("errors", "Chưa ghi quan hệ này giữa {name} và {other}."),
    "relation_circle": QT_TRANSLATE_NOOP(
        "errors", "Đã ghi {other} đi sau {name}, nên {name} không thể đi sau {other}. Hãy bỏ quan hệ kia trước."
    ),
    "file_known": QT_TRANSLATE_NOOP("errors", "Tệp này đã có trong thư viện, tên {name}."),
    "file_passing": QT_TRANSLATE_NOOP(
        "errors", "Tệp {path} là tệp tạm hoặc tệp ẩn mà chương trình khác để lại, không phải tài liệu."
    ),
    "same_document": QT_TRANSLATE_NOOP("errors", "Đó là cùng một tài liệu. Hãy chọn tài liệu kia."),
    "password_wrong": QT_TRANSLATE_NOOP(
        "errors", "Mật khẩu không đúng. Hãy thử lại, chú ý chữ hoa và bộ gõ tiếng Việt."
    ),
    "not_locked": QT_TRANSLATE_NOOP("errors", "Tệp này không có mật khẩu."),
    "cannot_unlock": QT_TRANSLATE_NOOP("errors", "Chương trình không mở được tệp này bằng mật khẩu: {reason}."),
    "damaged": QT_TRANSLATE_NOOP("errors", "Tệp bị hỏng nên không đọc được."),
    "empty": QT_TRANSLATE_NOOP("errors", "Tệp không có trang nào."),
    "ocr_missing": QT_TRANSLATE_NOOP(
        "errors",
        "Máy này chưa có dữ liệu nhận dạng chữ tiếng Việt (vie.traineddata) nên bản quét và ảnh chưa có chữ."
        " Hãy cài gói tesseract-ocr-vie, hoặc chép tệp đó vào thư mục resources/tessdata của chương trình.",
    ),
    "needs_reader": QT_TRANSLATE_NOOP("errors", "Biểu mẫu động này chỉ mở được bằng Adobe Reader."),
}

# What reading a file, or a look at a folder, found. Short: they stand in lists and after a colon.
PROBLEMS = {
    "encrypted": QT_TRANSLATE_NOOP("problems", "tệp đặt mật khẩu"),
    "has_password": QT_TRANSLATE_NOOP("problems", "có mật khẩu, đã mở để đọc"),
    "damaged": QT_TRANSLATE_NOOP("problems", "tệp bị hỏng"),
    "repaired": QT_TRANSLATE_NOOP("problems", "tệp có lỗi nhưng vẫn đọc được"),
    "empty": QT_TRANSLATE_NOOP("problems", "tệp rỗng"),
    "timed_out": QT_TRANSLATE_NOOP("problems", "đọc quá lâu nên đã dừng"),
    "crashed": QT_TRANSLATE_NOOP("problems", "tệp làm bộ đọc dừng đột ngột"),
    "out_of_memory": QT_TRANSLATE_NOOP("problems", "tệp cần quá nhiều bộ nhớ"),
    "failed": QT_TRANSLATE_NOOP("problems", "không đọc được tệp"),
    "not_supported": QT_TRANSLATE_NOOP("problems", "loại tệp này phải mở bằng chương trình khác"),
    "extension_lies": QT_TRANSLATE_NOOP("problems", "đuôi tệp không đúng với nội dung"),
    "has_macros": QT_TRANSLATE_NOOP("problems", "tệp có macro"),
    "file_missing": QT_TRANSLATE_NOOP("problems", "không thấy tệp"),
    "file_in_use": QT_TRANSLATE_NOOP("problems", "chương trình khác đang giữ tệp"),
    "file_changing": QT_TRANSLATE_NOOP("problems", "tệp đang được ghi"),
    "folder_away": QT_TRANSLATE_NOOP("problems", "không kết nối được thư mục"),
    "folder_hanging": QT_TRANSLATE_NOOP("problems", "thư mục không trả lời"),
    "page_unknown": QT_TRANSLATE_NOOP("problems", "tệp không có trang này"),
    "password": QT_TRANSLATE_NOOP("problems", "tệp đặt mật khẩu"),
    "too_large": QT_TRANSLATE_NOOP("problems", "tệp quá lớn"),
    "low_resolution": QT_TRANSLATE_NOOP("problems", "bản quét dưới 200 dpi"),
    "text_layer_broken": QT_TRANSLATE_NOOP("problems", "lớp chữ trong tệp bị hỏng"),
    "pages_unreadable": QT_TRANSLATE_NOOP("problems", "một số trang không đọc được"),
    "cut_short": QT_TRANSLATE_NOOP("problems", "tệp dài nên chỉ đọc phần đầu"),
    "folder_unreadable": QT_TRANSLATE_NOOP("problems", "không có quyền đọc thư mục"),
    "file_unreadable": QT_TRANSLATE_NOOP("problems", "không mở được tệp"),
    "disk_full": QT_TRANSLATE_NOOP("problems", "ổ đĩa đã đầy"),
    "store_unwritable": QT_TRANSLATE_NOOP("problems", "không ghi được vào thư mục dữ liệu"),
    "harmful": QT_TRANSLATE_NOOP("problems", "chương trình hoặc lối tắt, có thể gây hại"),
    "unsafe_name": QT_TRANSLATE_NOOP("problems", "tên trong tệp nén dẫn ra ngoài thư mục"),
    "system_file": QT_TRANSLATE_NOOP("problems", "tệp tạm hoặc tệp của hệ thống"),
    "compressed_too_much": QT_TRANSLATE_NOOP("problems", "nén quá mức, có thể là bom nén"),
    "archive_too_deep": QT_TRANSLATE_NOOP("problems", "tệp nén lồng nhau quá nhiều lớp"),
    "too_many_entries": QT_TRANSLATE_NOOP("problems", "tệp nén có quá nhiều tệp"),
    "missing_original": QT_TRANSLATE_NOOP("problems", "không thấy tệp gốc trong kho"),
    "not_paged": QT_TRANSLATE_NOOP("problems", "loại tệp không chuyển thành trang in được"),
    "unsafe": QT_TRANSLATE_NOOP("problems", "loại tệp có thể chứa mã chạy được"),
    "not_converted": QT_TRANSLATE_NOOP("problems", "không chuyển được tệp Office thành trang in"),
    "needs_reader": QT_TRANSLATE_NOOP("problems", "biểu mẫu động, chỉ mở được bằng Adobe Reader"),
    "portfolio": QT_TRANSLATE_NOOP("problems", "tập hợp nhiều tệp PDF"),
    "ocr_missing": QT_TRANSLATE_NOOP("problems", "máy này chưa có dữ liệu nhận dạng chữ tiếng Việt"),
    "in_cloud": QT_TRANSLATE_NOOP("problems", "tệp còn ở trên mạng, chưa tải về máy này"),
}

# Why a criterion is suggested. Facts of the core stand in braces.
REASONS = {
    "folder": QT_TRANSLATE_NOOP("reasons", "tên “{name}” bắt đầu bằng mã tiêu chí"),
    "words": QT_TRANSLATE_NOOP("reasons", "có các từ {words}"),
    "like_document": QT_TRANSLATE_NOOP("reasons", "giống tài liệu đã nhận: {document}"),
}

# What is otherwise than in a sealed dossier.
CHANGES = {
    "criterion_added": QT_TRANSLATE_NOOP("changes", "Thêm tiêu chí"),
    "criterion_removed": QT_TRANSLATE_NOOP("changes", "Bỏ tiêu chí"),
    "criterion_edited": QT_TRANSLATE_NOOP("changes", "Sửa nội dung tiêu chí"),
    "coverage": QT_TRANSLATE_NOOP("changes", "Tình trạng minh chứng"),
    "result": QT_TRANSLATE_NOOP("changes", "Kết quả"),
    "explanation": QT_TRANSLATE_NOOP("changes", "Giải trình"),
    "points": QT_TRANSLATE_NOOP("changes", "Điểm"),
    "evidence_added": QT_TRANSLATE_NOOP("changes", "Thêm minh chứng {code}"),
    "evidence_removed": QT_TRANSLATE_NOOP("changes", "Gỡ minh chứng {code}"),
    "evidence_edited": QT_TRANSLATE_NOOP("changes", "Sửa trang, ghi chú hoặc mục của {code}"),
    "document_revised": QT_TRANSLATE_NOOP("changes", "{code} có bản mới"),
    "document_described": QT_TRANSLATE_NOOP("changes", "Sửa mô tả của {code}"),
}

# What an inspector would find wrong.
FINDINGS = {
    "no_evidence": QT_TRANSLATE_NOOP("findings", "Chưa có minh chứng và chưa có giải trình."),
    "slot_empty": QT_TRANSLATE_NOOP("findings", "Còn thiếu {slot}: có {there} trong {wanted}."),
    "late": QT_TRANSLATE_NOOP("findings", "{slot}: ban hành ngày {issued}, sau hạn {due}."),
    "unplaced": QT_TRANSLATE_NOOP("findings", "{evidence} chưa rõ thuộc mục hoặc kỳ nào. Hãy gắn vào đúng mục."),
    "explanation_missing": QT_TRANSLATE_NOOP("findings", "Kết quả chưa đạt mà chưa có giải trình."),
    "changed_after_check": QT_TRANSLATE_NOOP("findings", "{evidence} đã thay đổi sau khi {by} kiểm tra tiêu chí."),
    "percent_missing": QT_TRANSLATE_NOOP("findings", "Chưa ghi tỷ lệ đạt được (yêu cầu {target} %)."),
    "target_missed": QT_TRANSLATE_NOOP("findings", "Mới đạt {reached} % so với yêu cầu {target} %: {slot}."),
    "remedy_missing": QT_TRANSLATE_NOOP("findings", "Năm trước chưa đạt hoặc mất điểm mà chưa ghi cách khắc phục."),
    "low_resolution": QT_TRANSLATE_NOOP("findings", "{evidence}: bản quét dưới {least} dpi. Hãy quét lại cho rõ."),
    "superseded": QT_TRANSLATE_NOOP("findings", "{evidence} đã được thay thế bởi {newer}."),
    "report_not_linked": QT_TRANSLATE_NOOP(
        "findings", "Báo cáo {report} về kế hoạch {evidence} có trong thư viện nhưng chưa là minh chứng."
    ),
    "revised_after_check": QT_TRANSLATE_NOOP(
        "findings", "{evidence} có bản mới ngày {day}, sau khi {by} kiểm tra. Hãy xem lại."
    ),
    "points_without_evidence": QT_TRANSLATE_NOOP("findings", "Tự chấm {points} điểm mà chưa có minh chứng."),
    "points_lost": QT_TRANSLATE_NOOP("findings", "Tự chấm {own} điểm, thẩm định còn {appraised} điểm."),
    "points_differ": QT_TRANSLATE_NOOP(
        "findings", "Bộ tiêu chí ghi {stated} điểm, nhưng tổng các tiêu chí thành phần là {sum} điểm."
    ),
    "unchecked": QT_TRANSLATE_NOOP("findings", "{count} minh chứng chưa được kiểm tra: {evidence}."),
    "pages_beyond": QT_TRANSLATE_NOOP("findings", "{evidence}: dẫn trang {cited} nhưng tài liệu chỉ có {pages} trang."),
    "plan_without_report": QT_TRANSLATE_NOOP("findings", "Có kế hoạch {evidence} mà chưa có báo cáo kết quả."),
    "file_missing": QT_TRANSLATE_NOOP("findings", "{evidence}: không thấy tệp gốc trong kho."),
    "file_damaged": QT_TRANSLATE_NOOP("findings", "{evidence}: tệp gốc trong kho đã bị thay đổi."),
    "unreadable": QT_TRANSLATE_NOOP("findings", "{evidence} không đọc được: {reason}."),
    "has_password": QT_TRANSLATE_NOOP(
        "findings", "{evidence} có mật khẩu: đoàn kiểm tra không tự mở được, và trước khi in phải nhập mật khẩu."
    ),
    "expired": QT_TRANSLATE_NOOP("findings", "{evidence} đã hết hiệu lực từ ngày {day}."),
    "wrong_year": QT_TRANSLATE_NOOP("findings", "{evidence} là văn bản năm {year}, không phải năm {wanted}."),
    "no_date": QT_TRANSLATE_NOOP("findings", "{evidence} chưa có ngày ban hành."),
    "no_number": QT_TRANSLATE_NOOP("findings", "{evidence} chưa có số, ký hiệu."),
    "same_symbol": QT_TRANSLATE_NOOP("findings", "{evidence} trùng số, ký hiệu với {others} nhưng là tệp khác."),
    "printed_code_gone": QT_TRANSLATE_NOOP("findings", "Mã {evidence} đã in trong hồ sơ nhưng không còn minh chứng."),
}

STATES = {
    "complete": QT_TRANSLATE_NOOP("states", "Đủ"),
    "partial": QT_TRANSLATE_NOOP("states", "Một phần"),
    "missing": QT_TRANSLATE_NOOP("states", "Chưa có"),
    "survey": QT_TRANSLATE_NOOP("states", "Điều tra xã hội học"),
    "not_assigned": QT_TRANSLATE_NOOP("states", "Không được giao"),
    "documents": QT_TRANSLATE_NOOP("states", "Bằng tài liệu"),
    "untouched": QT_TRANSLATE_NOOP("states", "Chưa xem"),
    "collecting": QT_TRANSLATE_NOOP("states", "Đang thu thập"),
    "collected": QT_TRANSLATE_NOOP("states", "Đã thu thập"),
    "checked": QT_TRANSLATE_NOOP("states", "Đã kiểm tra"),
    "new": QT_TRANSLATE_NOOP("states", "Mới"),
    "changed": QT_TRANSLATE_NOOP("states", "Thay đổi"),
    "set_aside": QT_TRANSLATE_NOOP("states", "Chưa xếp"),
    "removed": QT_TRANSLATE_NOOP("states", "Bỏ"),
    "same": QT_TRANSLATE_NOOP("states", "Giống hệt"),
    "code": QT_TRANSLATE_NOOP("states", "Cùng mã"),
    "words": QT_TRANSLATE_NOOP("states", "Câu chữ giống"),
    "chosen": QT_TRANSLATE_NOOP("states", "Đã chọn"),
    "proposed": QT_TRANSLATE_NOOP("states", "Đề xuất"),
    "rejected": QT_TRANSLATE_NOOP("states", "Bị loại"),
    "difficulty": QT_TRANSLATE_NOOP("states", "Khó khăn, vướng mắc"),
    "proposal": QT_TRANSLATE_NOOP("states", "Kiến nghị, đề xuất"),
    "met": QT_TRANSLATE_NOOP("states", "Đạt"),
    "error": QT_TRANSLATE_NOOP("states", "Nặng"),
    "warning": QT_TRANSLATE_NOOP("states", "Cần sửa"),
    "notice": QT_TRANSLATE_NOOP("states", "Lưu ý"),
    "all": QT_TRANSLATE_NOOP("states", "Tất cả"),
    "open": QT_TRANSLATE_NOOP("states", "Chưa xong"),
    "done": QT_TRANSLATE_NOOP("states", "Xong"),
    "overdue": QT_TRANSLATE_NOOP("states", "Quá hạn"),
    "due_in_7": QT_TRANSLATE_NOOP("states", "Trong 7 ngày"),
    "due_in_30": QT_TRANSLATE_NOOP("states", "Trong 30 ngày"),
    "unexplained": QT_TRANSLATE_NOOP("states", "Cần giải trình"),
    "unchecked": QT_TRANSLATE_NOOP("states", "Minh chứng chưa kiểm tra"),
    "fell_short": QT_TRANSLATE_NOOP("states", "Năm trước chưa đạt"),
    "later": QT_TRANSLATE_NOOP("states", "Còn xa"),
    "undated": QT_TRANSLATE_NOOP("states", "Chưa có ngày"),
    "partly": QT_TRANSLATE_NOOP("states", "Đạt một phần"),
    "not_met": QT_TRANSLATE_NOOP("states", "Không đạt"),
    "revision": QT_TRANSLATE_NOOP("states", "Bản trước"),
    "revision_later": QT_TRANSLATE_NOOP("states", "Bản mới"),
    "replaces": QT_TRANSLATE_NOOP("states", "thay thế"),
    "reports_on": QT_TRANSLATE_NOOP("states", "báo cáo kết quả thực hiện"),
    "signed_copy": QT_TRANSLATE_NOOP("states", "Bản chưa ký"),
    "signed_copy_later": QT_TRANSLATE_NOOP("states", "Bản ký"),
    "other": QT_TRANSLATE_NOOP("states", "Văn bản khác"),
    "other_later": QT_TRANSLATE_NOOP("states", "Văn bản khác"),
    "offered": QT_TRANSLATE_NOOP("states", "Mới đến"),
    "deferred": QT_TRANSLATE_NOOP("states", "Để sau"),
    "accepted": QT_TRANSLATE_NOOP("states", "Đã nhận"),
    "refused": QT_TRANSLATE_NOOP("states", "Đã từ chối"),
}


class _Facts(dict[str, Any]):
    """A fact that the core did not give leaves its name in the sentence, which is better than no sentence."""

    def __missing__(self, key: str) -> str:
        return f"[{key}]"


def message(code: str, facts: Mapping[str, Any]) -> str:
    """The sentence for a UserError's code."""
    if code not in ERRORS:
        return translate("errors", QT_TRANSLATE_NOOP("errors", "Không làm được việc này ({code}).")).format(code=code)
    known = _Facts(facts)
    if "reason" in known:
        known["reason"] = problem(str(known["reason"]))
    return translate("errors", ERRORS[code]).format_map(known)


def problem(code: str) -> str:
    """A few words for a problem of reading or a reason of intake; a reason that a person wrote stays as it is."""
    return translate("problems", PROBLEMS[code]) if code in PROBLEMS else code


def reason(code: str, facts: Mapping[str, Any]) -> str:
    """A few words for why a criterion is suggested."""
    words = ", ".join(f"“{each}”" for each in facts.get("words", ()))
    document = " ".join(filter(None, (facts.get("symbol"), facts.get("subject")))) or facts.get("name")
    return translate("reasons", REASONS[code]).format(name=facts.get("name"), words=words, document=document)


def finding(code: str, facts: Mapping[str, Any]) -> str:
    """The sentence for a finding of the preflight."""
    known = _Facts(facts)
    if "reason" in known:
        known["reason"] = problem(str(known["reason"]))
    return translate("findings", FINDINGS[code]).format_map(known)


def change(record: "Change") -> str:
    """A few words for what is otherwise than in a sealed dossier."""
    words = translate("changes", CHANGES[record.kind]).format(code=record.code)
    if record.kind in ("document_revised", "criterion_edited"):
        return words
    before, after = record.before, record.after
    if record.kind in ("coverage", "result"):
        before, after = (state(one) if one else "" for one in (before, after))
    said = f"{before} → {after}" if before and after else before or after
    return f"{words}: {said}" if said else words


def state(code: str) -> str:
    """The word for a state of a criterion, of evidence, of an arrival or of a date; for a result, a severity, or for
    how a criterion is assessed.
    """
    return translate("states", STATES[code])


def translate(context: str, source: object) -> str:
    """`source` is what QT_TRANSLATE_NOOP gave, which the stubs call an object."""
    return QCoreApplication.translate(context, str(source))
