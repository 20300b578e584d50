"""The sentences for what went wrong and what to do now, by code; `gui/messages.py` fills in the facts."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

# What a corrected plan changes of a criterion.
CRITERION_FIELDS = {
    "code": QT_TRANSLATE_NOOP("update", "Mã"),
    "title": QT_TRANSLATE_NOOP("update", "Tên"),
    "text": QT_TRANSLATE_NOOP("update", "Nội dung"),
    "lead_unit": QT_TRANSLATE_NOOP("update", "Phòng chủ trì"),
    "coordinating_units": QT_TRANSLATE_NOOP("update", "Phòng phối hợp"),
    "deadline_text": QT_TRANSLATE_NOOP("update", "Thời gian hoàn thành"),
    "deadlines": QT_TRANSLATE_NOOP("update", "Ngày đến hạn"),
    "assessed_by": QT_TRANSLATE_NOOP("update", "Cách đánh giá"),
    "max_points": QT_TRANSLATE_NOOP("update", "Điểm tối đa"),
    "slots": QT_TRANSLATE_NOOP("update", "Các mục phải có"),
    "parent": QT_TRANSLATE_NOOP("update", "Chỗ trong cây"),
    "order": QT_TRANSLATE_NOOP("update", "Thứ tự"),
}

# Why the words of a deadline name no day.
UNDATED = {
    "blank": QT_TRANSLATE_NOOP("undated", "Kế hoạch không ghi thời hạn."),
    "by_reference": QT_TRANSLATE_NOOP("undated", "Thời hạn theo văn bản khác."),
    "school_year": QT_TRANSLATE_NOOP("undated", "Tính theo năm học, học kỳ: chưa rõ ngày nào."),
    "after_event": QT_TRANSLATE_NOOP("undated", "Tính từ một việc khác: không có ngày cố định."),
    "vague": QT_TRANSLATE_NOOP("undated", "Lời văn chưa đủ rõ để biết ngày nào."),
    "ongoing": QT_TRANSLATE_NOOP("undated", "Việc thường xuyên, không có ngày cuối."),
    "no_such_day": QT_TRANSLATE_NOOP("undated", "Ngày này không có trong lịch."),
    "unclear": QT_TRANSLATE_NOOP("undated", "Không đọc được ngày trong lời văn."),
}

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
        "Tệp dữ liệu {path} bị hỏng nên không mở được. Hãy dời tệp này cùng hai tệp {path}-wal và {path}-shm (nếu có) "
        "đi nơi khác, rồi chép một bản gần nhất trong thư mục backups vào thay.",
    ),
    "database_read_only": QT_TRANSLATE_NOOP(
        "errors",
        "Dữ liệu {path} chỉ đọc được, không ghi được. Hãy chép cả thư mục dữ liệu vào ổ đĩa máy này rồi mở bản chép, "
        "hoặc xin quyền ghi.",
    ),
    "database_busy": QT_TRANSLATE_NOOP(
        "errors", "Một chương trình khác đang giữ tệp dữ liệu {path}. Hãy đợi một lát rồi làm lại."
    ),
    "disk_failed": QT_TRANSLATE_NOOP(
        "errors", "Ổ đĩa chứa dữ liệu {path} không đọc hoặc không ghi được. Hãy kiểm tra ổ đĩa rồi mở lại chương trình."
    ),
    "file_hanging": QT_TRANSLATE_NOOP("errors", "Nơi chứa tệp {path} không trả lời. Hãy xem lại kết nối rồi làm lại."),
    "file_in_use": QT_TRANSLATE_NOOP("errors", "Chương trình khác đang giữ tệp {path}. Hãy đóng nó rồi làm lại."),
    "file_missing": QT_TRANSLATE_NOOP("errors", "Không thấy tệp {path}. Có thể tệp đã bị đổi tên hoặc chuyển đi."),
    "file_changing": QT_TRANSLATE_NOOP("errors", "Tệp {path} đang được ghi. Hãy đợi ghi xong rồi làm lại."),
    "no_preview": QT_TRANSLATE_NOOP("errors", "Không xem trước được: {reason}."),
    "plan_without_table": QT_TRANSLATE_NOOP(
        "errors",
        "Tệp {path} không có bảng tiêu chí: cần một cột mã (STT, Mã) và một cột tên tiêu chí. Hãy chọn tệp khác "
        "(docx, xlsx, xls, csv hoặc txt).",
    ),
    "plan_duplicate_code": QT_TRANSLATE_NOOP(
        "errors",
        "Tệp {path}: mã tiêu chí {code} ở dòng {line} đã có ở dòng {first_line}. Hãy sửa một dòng rồi đọc lại.",
    ),
    "plan_unreadable": QT_TRANSLATE_NOOP(
        "errors",
        "Không đọc được bảng tiêu chí trong tệp {path}: {reason}. Hãy lưu lại tệp dưới dạng docx, xlsx hoặc txt rồi "
        "thử lại.",
    ),
    "plan_code_is_date": QT_TRANSLATE_NOOP(
        "errors",
        "Tệp {path}, dòng {line}: Excel đã đổi mã tiêu chí thành ngày tháng. Hãy định dạng cột mã là Văn bản "
        "(Text), gõ lại mã rồi đọc lại.",
    ),
    "plan_code_missing": QT_TRANSLATE_NOOP(
        "errors",
        "Tệp {path}, dòng {line}: dòng có điểm và phòng chủ trì riêng mà không có mã. Hãy ghi mã của tiêu chí rồi đọc "
        "lại.",
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
    "points_given": QT_TRANSLATE_NOOP(
        "errors",
        "Tiêu chí {code} đã được chấm {points} điểm (vòng {round}), không thể đặt điểm tối đa là {maximum}. "
        "Hãy sửa hoặc bỏ điểm đã chấm trước, rồi đổi điểm tối đa.",
    ),
    "points_given_already": QT_TRANSLATE_NOOP(
        "errors",
        "Tiêu chí {code} đã được chấm {points} điểm (vòng {round}), không thể bỏ thang điểm của nó. "
        "Hãy bỏ điểm đã chấm trước.",
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
    "obstacle_ambiguous": QT_TRANSLATE_NOOP(
        "errors", "Có nhiều khó khăn, kiến nghị có mã bắt đầu bằng {prefix}. Hãy gõ dài hơn."
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
    "seal_in_use": QT_TRANSLATE_NOOP(
        "errors", "Hồ sơ bổ sung “{other}” nối tiếp “{name}”. Hãy bỏ niêm phong hồ sơ bổ sung trước."
    ),
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
        "errors", "Không ghi được {path}. Hãy đóng tệp nếu đang mở, hoặc chọn nơi lưu khác."
    ),
    "dossier_not_pdf": QT_TRANSLATE_NOOP(
        "errors", "Hồ sơ chỉ in được ra tệp .pdf, không in được ra “{path}”. Hãy đặt tên tệp có đuôi .pdf."
    ),
    "no_room": QT_TRANSLATE_NOOP(
        "errors", "Ổ đĩa chứa dữ liệu hoặc nơi lưu {path} đã đầy. Hãy dọn bớt hoặc chọn nơi lưu khác, rồi làm lại."
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
    "format_too_old": QT_TRANSLATE_NOOP(
        "problems", "tệp Excel trước năm 1995, phải mở bằng Excel rồi lưu lại dạng mới"
    ),
    "not_supported": QT_TRANSLATE_NOOP("problems", "loại tệp này phải mở bằng chương trình khác"),
    "extension_lies": QT_TRANSLATE_NOOP("problems", "đuôi tệp không đúng với nội dung"),
    "has_macros": QT_TRANSLATE_NOOP("problems", "tệp có macro"),
    "file_missing": QT_TRANSLATE_NOOP("problems", "không thấy tệp"),
    "file_in_use": QT_TRANSLATE_NOOP("problems", "chương trình khác đang giữ tệp"),
    "file_hanging": QT_TRANSLATE_NOOP("problems", "đang chép tệp thì thư mục không trả lời nữa"),
    "file_changing": QT_TRANSLATE_NOOP("problems", "tệp đang được ghi"),
    "folder_away": QT_TRANSLATE_NOOP("problems", "không kết nối được thư mục"),
    "folder_hanging": QT_TRANSLATE_NOOP("problems", "thư mục không trả lời"),
    "page_unknown": QT_TRANSLATE_NOOP("problems", "tệp không có trang này"),
    "password": QT_TRANSLATE_NOOP("problems", "tệp đặt mật khẩu"),
    "encoding": QT_TRANSLATE_NOOP("problems", "bảng mã chữ của tệp không đọc được"),
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
    "holds_files": QT_TRANSLATE_NOOP("problems", "có tệp đính kèm, phim hoặc âm thanh bên trong, không in được"),
    "old_letters": QT_TRANSLATE_NOOP(
        "problems", "viết bằng phông chữ cũ (.VnTime, VNI) mà máy này không có, chữ in ra sai dấu; hãy cài phông chữ ấy"
    ),
    "first_picture": QT_TRANSLATE_NOOP("problems", "tệp có nhiều hình chuyển động, chỉ in hình đầu"),
    "portfolio": QT_TRANSLATE_NOOP("problems", "tập hợp nhiều tệp PDF"),
    "ocr_missing": QT_TRANSLATE_NOOP("problems", "máy này chưa có dữ liệu nhận dạng chữ tiếng Việt"),
    "in_cloud": QT_TRANSLATE_NOOP("problems", "tệp còn ở trên mạng, chưa tải về máy này"),
}
