<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
<context>
    <name>Actions</name>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>AgendaModel</name>
    <message>
        <source>Hạn</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Tiêu chí, phải có</source>
        <translation>Criterion, what is wanted</translation>
    </message>
    <message>
        <source>Phòng chủ trì</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Tháng {month}/{year}</source>
        <translation>Month {month}/{year}</translation>
    </message>
    <message>
        <source>Chưa có ngày</source>
        <translation>No date yet</translation>
    </message>
    <message>
        <source>Chưa phân công</source>
        <translation>Not assigned to a unit</translation>
    </message>
    <message>
        <source>Xong, muộn</source>
        <translation>Done, late</translation>
    </message>
    <message>
        <source>Quá hạn {days} ngày</source>
        <translation>Overdue by {days} days</translation>
    </message>
    <message>
        <source>Còn {days} ngày</source>
        <translation>{days} days left</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>AppraisalForm</name>
    <message>
        <source>Mẫu mã thường dùng</source>
        <translation>Common code patterns</translation>
    </message>
    <message>
        <source>&amp;Lưu kỳ đánh giá</source>
        <translation>&amp;Save the appraisal</translation>
    </message>
    <message>
        <source>Tên kỳ đánh giá</source>
        <translation>Name of the appraisal</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Cơ quan chủ quản</source>
        <translation>Parent body</translation>
    </message>
    <message>
        <source>Địa danh</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Kiểu mã minh chứng</source>
        <translation>Kind of evidence code</translation>
    </message>
    <message>
        <source>Mẫu mã</source>
        <translation>Code pattern</translation>
    </message>
    <message numerus="yes">
        <source>Chuyển thời hạn và kỳ báo cáo của %n tiêu chí sang năm {year}</source>
        <translation>
            <numerusform>Move the deadlines and periods of %n criterion to {year}</numerusform>
            <numerusform>Move the deadlines and periods of %n criteria to {year}</numerusform>
        </translation>
    </message>
    <message>
        <source>1.1.2-01 (cải cách hành chính)</source>
        <translation>1.1.2-01 (administrative reform)</translation>
    </message>
    <message>
        <source>H1-1.1-01 (kiểm định trường học đến 2025)</source>
        <translation>H1-1.1-01 (school accreditation up to 2025)</translation>
    </message>
    <message>
        <source>MC.1.3.01 (kiểm định trường học từ 2026)</source>
        <translation>MC.1.3.01 (school accreditation from 2026)</translation>
    </message>
    <message>
        <source>Kiểu khác: sửa mẫu ở dưới</source>
        <translation>Another kind: edit the pattern below</translation>
    </message>
    <message>
        <source>Ví dụ: {code}</source>
        <translation>Example: {code}</translation>
    </message>
    <message>
        <source>Xem và đánh lại mã…</source>
        <translation>Look at the codes and renumber…</translation>
    </message>
</context>
<context>
    <name>AppraisalSwitch</name>
    <message>
        <source>Kỳ đánh giá</source>
        <translation>Appraisal</translation>
    </message>
    <message>
        <source>Kỳ {year}</source>
        <translation>Appraisal {year}</translation>
    </message>
    <message>
        <source>Lập kỳ đánh giá sau…</source>
        <translation>Make the next appraisal…</translation>
    </message>
    <message>
        <source>Đang làm việc với {appraisal}.</source>
        <translation>Working on {appraisal}.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Cập nhật bộ tiêu chí từ kế hoạch đã sửa…</source>
        <translation>Update the catalogue from a corrected plan…</translation>
    </message>
    <message>
        <source>Minh chứng đề xuất từ kỳ trước…</source>
        <translation>Evidence proposed from the appraisal before…</translation>
    </message>
</context>
<context>
    <name>ArrivalPanel</name>
    <message>
        <source>Nhận thành tài liệu mới</source>
        <translation>Accept as a new document</translation>
    </message>
    <message>
        <source>Bỏ trống: thành bản mới của tài liệu đã có; bản trước vẫn được giữ</source>
        <translation>Unchecked: it becomes a new revision of the document; the one before is kept</translation>
    </message>
    <message>
        <source>Minh chứng cho ti&amp;êu chí</source>
        <translation>Evidence for c&amp;riteria</translation>
    </message>
    <message numerus="yes">
        <source>Đang chọn %n tệp: quyết định chung cho tất cả.</source>
        <translation>
            <numerusform>%n file selected.</numerusform>
            <numerusform>%n files selected: one decision for all.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Nhận</source>
        <translation>&amp;Accept</translation>
    </message>
    <message>
        <source>Nhận vào thư viện và gắn vào các tiêu chí đã chọn (Enter)</source>
        <translation>Take into the library and link to the chosen criteria (Enter)</translation>
    </message>
    <message>
        <source>Để &amp;sau</source>
        <translation>&amp;Later</translation>
    </message>
    <message>
        <source>&amp;Từ chối…</source>
        <translation>&amp;Refuse…</translation>
    </message>
    <message>
        <source>Không nhận tệp này (Del). Tệp gốc trong thư mục vẫn nguyên.</source>
        <translation>Do not take this file (Del). The original in the folder stays as it is.</translation>
    </message>
    <message>
        <source>Đưa &amp;lại hộp đến</source>
        <translation>&amp;Back to the inbox</translation>
    </message>
    <message>
        <source>Đang đọc nội dung…</source>
        <translation>Reading the content…</translation>
    </message>
    <message>
        <source>Lưu ý: {problem}.</source>
        <translation>Note: {problem}.</translation>
    </message>
    <message>
        <source>Đã từ chối: {reason}</source>
        <translation>Refused: {reason}</translation>
    </message>
    <message>
        <source>Tệp nén: nhận cả bộ ở đây, hoặc chọn từng tệp của bộ trong danh sách.</source>
        <translation>An archive: accept the whole set here, or choose single files of it in the list.</translation>
    </message>
    <message>
        <source>Sau đó tệp đã được sửa; bản sau cũng có trong hộp đến.</source>
        <translation>The file was changed afterwards; the later version is in the inbox too.</translation>
    </message>
    <message>
        <source>Trùng từng byte với một tệp đã có. Nhận cũng không tạo thêm tài liệu.</source>
        <translation>Byte for byte the same as a file that is here already. Accepting makes no second document.</translation>
    </message>
    <message>
        <source>Tệp này đã được nhận trước đây và nay đã sửa. Nhận thì thành bản mới của tài liệu đó.</source>
        <translation>This file was accepted before and has changed since. Accepted, it becomes a new revision of that document.</translation>
    </message>
    <message>
        <source>Xem tệp đã có</source>
        <translation>Show the other file</translation>
    </message>
    <message>
        <source>Tài liệu trùng số, ký hiệu</source>
        <translation>Document with the same number</translation>
    </message>
    <message>
        <source>Nhận làm bản mới của {name}</source>
        <translation>Accept as a revision of {name}</translation>
    </message>
    <message>
        <source>Nhận làm bản ký của {name}</source>
        <translation>Accept as the signed copy of {name}</translation>
    </message>
    <message>
        <source>Là văn bản khác {name}</source>
        <translation>Is another document than {name}</translation>
    </message>
    <message>
        <source>Nhận riêng, quyết định sau</source>
        <translation>Accept by itself, decide later</translation>
    </message>
    <message>
        <source>Có thể trùng với “{name}”: cùng số, ký hiệu, cơ quan ban hành nhưng là tệp khác. Cả hai đều được giữ.</source>
        <translation>May be the same as “{name}”: same number, notation and issuer, but another file. Both are kept.</translation>
    </message>
</context>
<context>
    <name>ArrivalsModel</name>
    <message numerus="yes">
        <source>%n trang</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tệp bên trong</source>
        <translation>
            <numerusform>%n file inside</numerusform>
            <numerusform>%n files inside</numerusform>
        </translation>
    </message>
    <message>
        <source>đang đọc</source>
        <translation>reading</translation>
    </message>
    <message>
        <source>trùng</source>
        <translation>duplicate</translation>
    </message>
    <message>
        <source>bản mới</source>
        <translation>revision</translation>
    </message>
    <message>
        <source>có thể trùng</source>
        <translation>may be a duplicate</translation>
    </message>
    <message>
        <source>mật khẩu</source>
        <translation>password</translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>CatalogueUpdateDialog</name>
    <message>
        <source>Cập nhật bộ tiêu chí</source>
        <translation>Update the catalogue</translation>
    </message>
    <message>
        <source>Đang đọc kế hoạch…</source>
        <translation>Reading the plan…</translation>
    </message>
    <message>
        <source>Cập nhật</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Không minh chứng nào bị bỏ: tiêu chí không còn trong kế hoạch mà đã có minh chứng, giải trình hoặc kết quả được chuyển vào “Chưa xếp” ở cuối cây, không tính vào tổng. Đánh dấu để giữ tiêu chí đó ở chỗ cũ.</source>
        <translation>No evidence is dropped: a criterion that the plan does not have any more, but that has evidence, an explanation or a result, goes into “Chưa xếp” at the end of the tree, which no total counts. Tick it to keep it where it is.</translation>
    </message>
    <message>
        <source>So với kế hoạch {name}</source>
        <translation>Compared with the plan {name}</translation>
    </message>
    <message>
        <source>Những gì sẽ thay đổi</source>
        <translation>What will change</translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Hiện nay</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Theo kế hoạch</source>
        <translation>In the plan</translation>
    </message>
    <message>
        <source>Minh chứng</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Giữ lại</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>Kế hoạch này không thay đổi gì.</source>
        <translation>This plan changes nothing.</translation>
    </message>
    <message>
        <source>{count} tiêu chí giữ nguyên.</source>
        <translation>{count} criteria stay as they are.</translation>
    </message>
    <message>
        <source>Không còn</source>
        <translation>Gone</translation>
    </message>
    <message numerus="yes">
        <source>%n minh chứng rời mục cũ, thành minh chứng chung của tiêu chí</source>
        <translation>
            <numerusform>%n piece of evidence leaves its demand and proves the whole criterion</numerusform>
            <numerusform>%n pieces of evidence leave their demands and prove the whole criterion</numerusform>
        </translation>
    </message>
    <message>
        <source>Đã cập nhật bộ tiêu chí: {new} mới, {changed} thay đổi, {aside} vào “Chưa xếp”, {removed} bỏ.</source>
        <translation>The catalogue was updated: {new} new, {changed} changed, {aside} into “Chưa xếp”, {removed} removed.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>thứ {number}</source>
        <translation>number {number}</translation>
    </message>
    <message>
        <source>Đã chấm {points} điểm, cao hơn mức mới: sau khi cập nhật, hãy chấm lại tiêu chí này</source>
        <translation>{points} points were given, above the new maximum: score this criterion again after the update</translation>
    </message>
</context>
<context>
    <name>ChooseCriteriaDialog</name>
    <message>
        <source>Đánh dấu một hoặc nhiều tiêu chí (phím cách); gõ mã để lọc rồi Enter để đánh dấu.</source>
        <translation>Tick one or more criteria (space bar); type a code to filter, then Enter to tick.</translation>
    </message>
    <message>
        <source>Đã đánh dấu: {codes}</source>
        <translation>Ticked: {codes}</translation>
    </message>
</context>
<context>
    <name>CodesDialog</name>
    <message>
        <source>Mã minh chứng</source>
        <translation>Evidence codes</translation>
    </message>
    <message>
        <source>Mẫu mã</source>
        <translation>Code pattern</translation>
    </message>
    <message>
        <source>Mẫu mã thường dùng</source>
        <translation>Common patterns</translation>
    </message>
    <message>
        <source>Mẫu thường dùng</source>
        <translation>Common patterns</translation>
    </message>
    <message>
        <source>Mã cũ và mã mới</source>
        <translation>Old and new codes</translation>
    </message>
    <message>
        <source>Mã cũ</source>
        <translation>Old code</translation>
    </message>
    <message>
        <source>Mã mới</source>
        <translation>New code</translation>
    </message>
    <message>
        <source>Tài liệu</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Đánh lại mã</source>
        <translation>Renumber</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>&amp;Mẫu mã</source>
        <translation>Code &amp;pattern</translation>
    </message>
    <message>
        <source>Mã đã in trong hồ sơ không bao giờ đổi. Mã chưa in được đánh lại theo thứ tự minh chứng.</source>
        <translation>Codes that stand in a printed dossier never change. The others are numbered anew in the order of the evidence.</translation>
    </message>
    <message>
        <source>đã in, giữ nguyên</source>
        <translation>printed, stays</translation>
    </message>
    <message>
        <source>{changed} mã đổi, {same} mã chưa in giữ nguyên, {frozen} mã đã in không đổi.</source>
        <translation>{changed} codes change, {same} that were never printed stay, {frozen} printed ones are frozen.</translation>
    </message>
    <message numerus="yes">
        <source>Đã đánh lại %n mã.</source>
        <translation>
            <numerusform>%n code was renumbered.</numerusform>
            <numerusform>%n codes were renumbered.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Minh Chứng gặp sự cố</source>
        <translation>Minh Chứng has a problem</translation>
    </message>
    <message>
        <source>Chương trình gặp một sự cố ngoài dự kiến. Dữ liệu đã lưu vẫn còn nguyên. Hãy chép nội dung dưới đây gửi cho người hỗ trợ, rồi làm tiếp; nếu sự cố lặp lại, hãy thoát và mở lại chương trình.</source>
        <translation>Something unexpected went wrong. What was saved is still there. Please copy the text below and send it to your support person, then go on; if it happens again, quit and start the program anew.</translation>
    </message>
    <message>
        <source>Nội dung sự cố</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Chép nội dung</source>
        <translation>Copy the details</translation>
    </message>
    <message>
        <source>Mở thư mục nhật ký</source>
        <translation>Open the log folder</translation>
    </message>
    <message>
        <source>Thoát chương trình</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Làm tiếp</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Minh Chứng gặp sự cố. Nhật ký: {path}</source>
        <translation>Minh Chứng has run into a fault. Log: {path}</translation>
    </message>
</context>
<context>
    <name>CriteriaActions</name>
    <message>
        <source>Đã sửa tiêu chí {code}.</source>
        <translation>Criterion {code} changed.</translation>
    </message>
    <message>
        <source>Đã chuyển tiêu chí {code}.</source>
        <translation>Criterion {code} moved.</translation>
    </message>
    <message>
        <source>Tiêu chí {code}: {kind}.</source>
        <translation>Criterion {code}: {kind}.</translation>
    </message>
    <message>
        <source>Đã xoá tiêu chí {code}.</source>
        <translation>Criterion {code} removed.</translation>
    </message>
    <message>
        <source>Đã thêm tiêu chí {code}.</source>
        <translation>Criterion {code} added.</translation>
    </message>
</context>
<context>
    <name>CriteriaMenu</name>
    <message>
        <source>Thêm tiêu chí…</source>
        <translation>Add a criterion…</translation>
    </message>
    <message>
        <source>Sửa tiêu chí…	F2</source>
        <translation>Edit the criterion…	F2</translation>
    </message>
    <message>
        <source>Thêm tiêu chí ngay dưới…</source>
        <translation>Add a criterion right below…</translation>
    </message>
    <message>
        <source>Thêm tiêu chí con…</source>
        <translation>Add a sub-criterion…</translation>
    </message>
    <message>
        <source>Xoá tiêu chí</source>
        <translation>Remove the criterion</translation>
    </message>
    <message>
        <source>Đưa lên</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Đưa xuống</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Chuyển vào dưới tiêu chí khác…</source>
        <translation>Move below another criterion…</translation>
    </message>
    <message>
        <source>Chuyển lên cấp cao nhất</source>
        <translation>Move to the top level</translation>
    </message>
    <message>
        <source>Chuyển {code} vào dưới tiêu chí</source>
        <translation>Move {code} below a criterion</translation>
    </message>
    <message>
        <source>Chuyển</source>
        <translation>Move</translation>
    </message>
</context>
<context>
    <name>CriteriaPane</name>
    <message>
        <source>Lọc tiêu chí</source>
        <translation>Filter criteria</translation>
    </message>
    <message>
        <source>Lọc: 4.2 hoặc bien che</source>
        <translation>Filter: 4.2 or words</translation>
    </message>
    <message>
        <source>Phòng chủ trì</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Sửa, thêm, chuyển hoặc xoá tiêu chí</source>
        <translation>Edit, add, move or remove criteria</translation>
    </message>
    <message>
        <source>Bỏ lọc</source>
        <translation>Clear the filter</translation>
    </message>
    <message>
        <source>Cây tiêu chí</source>
        <translation>Tree of criteria</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Mọi tình trạng</source>
        <translation>Any state</translation>
    </message>
    <message>
        <source>Còn thiếu</source>
        <translation>Wanting</translation>
    </message>
    <message>
        <source>Mọi phòng chủ trì</source>
        <translation>Any lead unit</translation>
    </message>
    <message>
        <source>Chưa phân công</source>
        <translation>Nobody assigned</translation>
    </message>
    <message>
        <source>{count} tiêu chí</source>
        <translation>{count} criteria</translation>
    </message>
    <message>
        <source>trong {code}</source>
        <translation>in {code}</translation>
    </message>
    <message>
        <source>không ghi hạn</source>
        <translation>no deadline</translation>
    </message>
    <message>
        <source>hạn {day}</source>
        <translation>due {day}</translation>
    </message>
    <message>
        <source>Phòng của tôi</source>
        <translation>My unit</translation>
    </message>
    <message>
        <source>Cần chú ý</source>
        <translation>Wants attention</translation>
    </message>
    <message>
        <source>Lọc thêm…</source>
        <translation>More filters…</translation>
    </message>
    <message>
        <source>Chỉ xem phòng của tôi</source>
        <translation>Show my unit only</translation>
    </message>
    <message>
        <source>Đây là phòng của tôi; bấm để bỏ dấu</source>
        <translation>This is my unit; press to take the mark away</translation>
    </message>
    <message>
        <source>Đặt phòng đang chọn là phòng của tôi</source>
        <translation>Mark the unit chosen as mine</translation>
    </message>
</context>
<context>
    <name>CriterionDialog</name>
    <message>
        <source>Sửa tiêu chí</source>
        <translation>Edit criterion</translation>
    </message>
    <message>
        <source>Thêm tiêu chí</source>
        <translation>Add criterion</translation>
    </message>
    <message>
        <source>Yêu cầu</source>
        <translation>Requirement</translation>
    </message>
    <message>
        <source>Cách nhau bằng dấu chấm phẩy</source>
        <translation>Separated by semicolons</translation>
    </message>
    <message>
        <source>Như trong kế hoạch: Năm 2023, Trước ngày 15/11/2023…</source>
        <translation>As in the plan: Năm 2023, Trước ngày 15/11/2023…</translation>
    </message>
    <message>
        <source>dd/mm/yyyy; để trống thì lấy theo lời văn ở trên</source>
        <translation>dd/mm/yyyy; left empty, they follow from the words above</translation>
    </message>
    <message>
        <source>Để trống nếu tiêu chí không chấm điểm</source>
        <translation>Leave empty if the criterion has no points</translation>
    </message>
    <message>
        <source>&amp;Mã</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Tên</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Nội dung</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>Yêu cầ&amp;u</source>
        <translation>Re&amp;quirements</translation>
    </message>
    <message>
        <source>Phòng &amp;chủ trì</source>
        <translation>&amp;Lead unit</translation>
    </message>
    <message>
        <source>Phòng &amp;phối hợp</source>
        <translation>&amp;Coordinating units</translation>
    </message>
    <message>
        <source>Thời gian &amp;hoàn thành</source>
        <translation>&amp;Deadline</translation>
    </message>
    <message>
        <source>Các n&amp;gày hạn</source>
        <translation>D&amp;ates</translation>
    </message>
    <message>
        <source>Đánh giá &amp;bằng</source>
        <translation>Assessed &amp;by</translation>
    </message>
    <message>
        <source>Điểm tối đ&amp;a</source>
        <translation>M&amp;aximum points</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Thêm yêu cầu</source>
        <translation>Add a requirement</translation>
    </message>
    <message>
        <source>Bỏ yêu cầu</source>
        <translation>Remove the requirement</translation>
    </message>
    <message>
        <source>Hãy ghi mã của tiêu chí, ví dụ 4.2.</source>
        <translation>Please enter the criterion&apos;s code, for example 4.2.</translation>
    </message>
    <message>
        <source>Hãy ghi tên của tiêu chí.</source>
        <translation>Please enter the criterion&apos;s name.</translation>
    </message>
    <message>
        <source>Có ngày hạn không đọc được. Gõ ngày/tháng/năm, cách nhau bằng dấu chấm phẩy.</source>
        <translation>One of the dates cannot be read. Type day/month/year, separated by semicolons.</translation>
    </message>
    <message>
        <source>Mỗi yêu cầu cần một số riêng, từ 1 trở lên.</source>
        <translation>Each requirement needs a number of its own, from 1 up.</translation>
    </message>
    <message>
        <source>Điểm tối đa phải là một số, ví dụ 1,5; để trống nếu tiêu chí không chấm điểm.</source>
        <translation>The maximum of points must be a number, for example 1.5; leave it empty if the criterion has no points.</translation>
    </message>
</context>
<context>
    <name>CriterionPicker</name>
    <message>
        <source>Lọc tiêu chí</source>
        <translation>Filter criteria</translation>
    </message>
    <message>
        <source>Lọc tiêu chí: 4.2 hoặc bien che</source>
        <translation>Filter criteria: 4.2 or words</translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation>Criterion</translation>
    </message>
</context>
<context>
    <name>CriterionView</name>
    <message>
        <source>Nội dung tiêu chí</source>
        <translation>Text of the criterion</translation>
    </message>
    <message>
        <source>Minh chứng của tiêu chí</source>
        <translation>Evidence of the criterion</translation>
    </message>
    <message>
        <source>Minh &amp;chứng</source>
        <translation>&amp;Evidence</translation>
    </message>
    <message>
        <source>Đánh &amp;giá</source>
        <translation>&amp;Judgement</translation>
    </message>
    <message>
        <source>&amp;Vướng mắc</source>
        <translation>&amp;Difficulties</translation>
    </message>
    <message>
        <source>Đ&amp;iểm</source>
        <translation>P&amp;oints</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Không đọc được ngày này. Gõ ngày/tháng/năm.</source>
        <translation>This date cannot be read. Type day/month/year.</translation>
    </message>
</context>
<context>
    <name>DeadlineActions</name>
    <message>
        <source>Đã đặt hạn của tiêu chí {code}.</source>
        <translation>Deadline of criterion {code} set.</translation>
    </message>
</context>
<context>
    <name>DeadlineDialog</name>
    <message>
        <source>Đặt ngày hạn</source>
        <translation>Set a deadline</translation>
    </message>
    <message>
        <source>Ngày hạn</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>dd/mm/yyyy; để trống thì theo lời văn của kế hoạch</source>
        <translation>dd/mm/yyyy; empty: what the plan says</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Không đọc được ngày này. Hãy gõ ngày/tháng/năm.</source>
        <translation>This date cannot be read. Type day/month/year.</translation>
    </message>
</context>
<context>
    <name>DeadlinesPage</name>
    <message>
        <source>Việc đến hạn</source>
        <translation>What is due</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Phòng chủ trì</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>Không có việc nào như vậy.</source>
        <translation>Nothing of that kind.</translation>
    </message>
    <message>
        <source>Lịch hạn</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>Xuất lịch</source>
        <translation>Export the calendar</translation>
    </message>
    <message>
        <source>Đã xuất {count} việc ra {path}</source>
        <translation>{count} entries written to {path}</translation>
    </message>
    <message>
        <source>Đặt ngày hạn…</source>
        <translation>Set a deadline…</translation>
    </message>
    <message>
        <source>Đặt ngày cho việc đang chọn (F2)</source>
        <translation>Set the day of what is selected (F2)</translation>
    </message>
    <message>
        <source>Xuất lịch (.ics)…</source>
        <translation>Export calendar (.ics)…</translation>
    </message>
    <message>
        <source>Tháng {month}</source>
        <translation>Month {month}</translation>
    </message>
    <message>
        <source>Mọi phòng chủ trì</source>
        <translation>Any lead unit</translation>
    </message>
    <message>
        <source>Chưa phân công</source>
        <translation>Not assigned to a unit</translation>
    </message>
    <message>
        <source>Mở tiêu chí	Enter</source>
        <translation>Open the criterion	Enter</translation>
    </message>
    <message>
        <source>Đặt ngày hạn…	F2</source>
        <translation>Set a deadline…	F2</translation>
    </message>
</context>
<context>
    <name>DescriptionForm</name>
    <message>
        <source>Ngày ban hành</source>
        <translation>Date of issue</translation>
    </message>
    <message>
        <source>Cơ quan ban hành</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>Cơ quan chủ quản</source>
        <translation>Parent body</translation>
    </message>
    <message>
        <source>Trích yếu</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Ngày đến</source>
        <translation>Date of arrival</translation>
    </message>
    <message>
        <source>Có hiệu lực từ</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>Có hiệu lực đến</source>
        <translation>Valid to</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Ký hiệu</source>
        <translation>Notation</translation>
    </message>
    <message>
        <source>Số, ký hiệu</source>
        <translation>Number, notation</translation>
    </message>
    <message>
        <source>Loại văn bản</source>
        <translation>Type of document</translation>
    </message>
    <message>
        <source>Mục có dấu ? nên đối chiếu với bản gốc.</source>
        <translation>Compare the fields with ? with the original.</translation>
    </message>
</context>
<context>
    <name>DocumentSearch</name>
    <message>
        <source>Tìm tài liệu</source>
        <translation>Find documents</translation>
    </message>
    <message>
        <source>Tìm theo số, trích yếu, nội dung…</source>
        <translation>Search by number, subject, content…</translation>
    </message>
    <message>
        <source>Danh sách tài liệu</source>
        <translation>List of documents</translation>
    </message>
    <message>
        <source>Không tìm thấy tài liệu nào. Thử ít từ hơn; gõ không dấu cũng được.</source>
        <translation>No document found. Try fewer words; accents may be left out.</translation>
    </message>
    <message>
        <source>Chưa có tài liệu nào. Nhận tệp ở Hộp đến, hoặc thêm tệp (kéo thả cũng được) ở trang Tài liệu.</source>
        <translation>There are no documents yet. Accept files in the Inbox, or add some (by dragging, too) on the Library page.</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>Minh chứng cho</source>
        <translation>Evidence for</translation>
    </message>
    <message>
        <source>Lưu mô tả</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Lưu mô tả (Ctrl+S)</source>
        <translation>Save the description (Ctrl+S)</translation>
    </message>
    <message>
        <source>Bỏ thay đổi</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Chọn một tài liệu để xem.</source>
        <translation>Choose a document to see it.</translation>
    </message>
    <message>
        <source>Xuất bản gốc</source>
        <translation>Save the original as</translation>
    </message>
    <message>
        <source>Đã lưu mô tả.</source>
        <translation>Description saved.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Đã lưu bản gốc vào {path}</source>
        <translation>The original was saved as {path}</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} KB</translation>
    </message>
    <message numerus="yes">
        <source>%n trang</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Chưa gắn vào tiêu chí nào.</source>
        <translation>Not linked to any criterion.</translation>
    </message>
</context>
<context>
    <name>DocumentsModel</name>
    <message>
        <source>Số, ký hiệu</source>
        <translation>Number, notation</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Cơ quan ban hành</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>Trích yếu</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Số trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Ngày thêm</source>
        <translation>Added on</translation>
    </message>
    <message>
        <source>Tài liệu</source>
        <translation>Document</translation>
    </message>
</context>
<context>
    <name>DossierActions</name>
    <message>
        <source>Chép cho đoàn kiểm tra</source>
        <translation>Hand over to the inspectors</translation>
    </message>
    <message>
        <source>Tệp zip cho đoàn kiểm tra</source>
        <translation>Zip file for the inspectors</translation>
    </message>
    <message>
        <source>Chép cho đoàn kiểm tra vào USB hoặc thư mục</source>
        <translation>Hand over to a USB stick or a folder</translation>
    </message>
    <message>
        <source>Ở {path} đã có một bộ hồ sơ chép ra trước đây. Thay bộ cũ?</source>
        <translation>{path} already holds a set that was handed over before. Replace it?</translation>
    </message>
    <message>
        <source>Thay bộ cũ</source>
        <translation>Replace it</translation>
    </message>
    <message>
        <source>Để nguyên</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Đã gửi {pages} trang tới máy in.</source>
        <translation>{pages} pages went to the printer.</translation>
    </message>
    <message>
        <source>In ra giấy</source>
        <translation>Print on paper</translation>
    </message>
    <message>
        <source>Đã niêm phong với tên “{name}”.</source>
        <translation>Sealed as “{name}”.</translation>
    </message>
    <message>
        <source>In lại hồ sơ</source>
        <translation>Print a dossier again</translation>
    </message>
</context>
<context>
    <name>DossierForm</name>
    <message>
        <source>Chia tập</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>Số trang nhiều nhất của một tập</source>
        <translation>Most pages of a volume</translation>
    </message>
    <message>
        <source>Dung lượng nhiều nhất của một tập</source>
        <translation>Largest size of a volume</translation>
    </message>
    <message>
        <source>Mỗi tài liệu bắt đầu ở trang lẻ (để in hai mặt)</source>
        <translation>Each document begins on an odd page (for printing on both sides)</translation>
    </message>
    <message>
        <source>Bìa</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>Mục lục</source>
        <translation>Table of contents</translation>
    </message>
    <message>
        <source>Bảng tổng hợp</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Danh mục minh chứng</source>
        <translation>Evidence list</translation>
    </message>
    <message>
        <source>Danh mục còn thiếu, giải trình</source>
        <translation>List of what is missing</translation>
    </message>
    <message>
        <source>Tờ phân cách lĩnh vực</source>
        <translation>Field dividers</translation>
    </message>
    <message>
        <source>Phiếu từng tiêu chí</source>
        <translation>Criterion sheets</translation>
    </message>
    <message>
        <source>Các tài liệu minh chứng</source>
        <translation>The documents</translation>
    </message>
    <message>
        <source>Trang xác nhận toàn vẹn</source>
        <translation>Integrity page</translation>
    </message>
    <message>
        <source>Theo tiêu chí</source>
        <translation>By criterion</translation>
    </message>
    <message>
        <source>Theo ngày ban hành</source>
        <translation>By date of issue</translation>
    </message>
    <message>
        <source>Mỗi trang một ảnh</source>
        <translation>One photo a page</translation>
    </message>
    <message>
        <source>Mỗi trang hai ảnh</source>
        <translation>Two photos a page</translation>
    </message>
    <message>
        <source>Mỗi trang bốn ảnh</source>
        <translation>Four photos a page</translation>
    </message>
    <message>
        <source>Để in giấy: rõ nhất</source>
        <translation>For paper: sharpest</translation>
    </message>
    <message>
        <source>Để xem trên máy: vừa</source>
        <translation>For the screen: medium</translation>
    </message>
    <message>
        <source>Để gửi thư: nhẹ nhất</source>
        <translation>For e-mail: smallest</translation>
    </message>
    <message>
        <source>Một tập duy nhất</source>
        <translation>One volume</translation>
    </message>
    <message>
        <source>Chia tập theo số trang</source>
        <translation>Volumes by number of pages</translation>
    </message>
    <message>
        <source>Chia tập theo dung lượng</source>
        <translation>Volumes by size</translation>
    </message>
    <message>
        <source> trang</source>
        <translation> pages</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Đủ các phần</source>
        <translation>All parts</translation>
    </message>
    <message>
        <source>Chỉ bảng và danh mục</source>
        <translation>Only the lists</translation>
    </message>
    <message>
        <source>T&amp;hứ tự</source>
        <translation>&amp;Order</translation>
    </message>
    <message>
        <source>Ả&amp;nh</source>
        <translation>P&amp;hotos</translation>
    </message>
    <message>
        <source>Độ &amp;nét</source>
        <translation>Sharp&amp;ness</translation>
    </message>
    <message>
        <source>Tậ&amp;p</source>
        <translation>&amp;Volumes</translation>
    </message>
    <message>
        <source>Các phần</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>Sắp xếp và trang</source>
        <translation>Order and pages</translation>
    </message>
    <message>
        <source>Danh mục không in được, bị loại</source>
        <translation>List of what is not printed or rejected</translation>
    </message>
</context>
<context>
    <name>DossierPage</name>
    <message>
        <source>Tệp hồ sơ</source>
        <translation>Dossier file</translation>
    </message>
    <message>
        <source>Đã có tệp này: bản in mới sẽ thay bản cũ.</source>
        <translation>This file exists: the new print will replace it.</translation>
    </message>
    <message>
        <source>In hồ sơ</source>
        <translation>Print the dossier</translation>
    </message>
    <message>
        <source>Hồ sơ in</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>In những gì</source>
        <translation>What to print</translation>
    </message>
    <message>
        <source>&amp;Tệp hồ sơ</source>
        <translation>Dossier &amp;file</translation>
    </message>
    <message>
        <source>Chọn…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Chọn tệp hồ sơ</source>
        <translation>Choose the dossier file</translation>
    </message>
    <message>
        <source>Hồ sơ sẽ có</source>
        <translation>The dossier will have</translation>
    </message>
    <message>
        <source>Hồ sơ minh chứng {year}</source>
        <translation>Evidence dossier {year}</translation>
    </message>
    <message>
        <source>bổ sung {seal}</source>
        <translation>supplement to {seal}</translation>
    </message>
    <message>
        <source>một số tiêu chí</source>
        <translation>some criteria</translation>
    </message>
    <message>
        <source>Hãy chọn ít nhất một tiêu chí.</source>
        <translation>Please choose at least one criterion.</translation>
    </message>
    <message>
        <source>Không in thành trang được, sẽ có tờ ghi chú thay cho:</source>
        <translation>These cannot be printed as pages; a slip sheet will stand for each:</translation>
    </message>
    <message>
        <source>{count} tiêu chí còn thiếu minh chứng</source>
        <translation>{count} criteria still lack evidence</translation>
    </message>
    <message>
        <source>Đã dừng. Chưa có tệp nào được tạo.</source>
        <translation>Stopped. No file was made.</translation>
    </message>
    <message>
        <source>Hãy chọn ít nhất một phần của hồ sơ.</source>
        <translation>Choose at least one part of the dossier.</translation>
    </message>
    <message>
        <source>Khoảng {pages} trang, {size}; {documents} tài liệu.</source>
        <translation>About {pages} pages, {size}; {documents} documents.</translation>
    </message>
    <message>
        <source>Chia thành {volumes} tập.</source>
        <translation>In {volumes} volumes.</translation>
    </message>
    <message>
        <source>Lời văn, biểu trưng…</source>
        <translation>Wording, logo…</translation>
    </message>
    <message>
        <source>Đã niêm phong…</source>
        <translation>Sealed…</translation>
    </message>
    <message numerus="yes">
        <source>Liệt kê %n minh chứng bị loại, kèm lý do.</source>
        <translation>
            <numerusform>Lists %n piece of rejected evidence, with the reason.</numerusform>
            <numerusform>Lists %n pieces of rejected evidence, with the reasons.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DossierScope</name>
    <message>
        <source>Toàn bộ hồ sơ</source>
        <translation>The whole dossier</translation>
    </message>
    <message>
        <source>Một số lĩnh vực, tiêu chí</source>
        <translation>Some fields or criteria</translation>
    </message>
    <message>
        <source>Các tiêu chí của một phòng chủ trì</source>
        <translation>The criteria of one lead unit</translation>
    </message>
    <message>
        <source>Phòng chủ trì</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>Bổ sung: chỉ phần thay đổi từ hồ sơ đã niêm phong</source>
        <translation>Supplement: only what changed since a sealed dossier</translation>
    </message>
    <message>
        <source>Hồ sơ đã niêm phong</source>
        <translation>Sealed dossiers</translation>
    </message>
</context>
<context>
    <name>EvidenceActions</name>
    <message>
        <source>Chỉ thả được tệp. Hãy mở thư mục và thả các tệp ở trong.</source>
        <translation>Only files can be dropped. Open the folder and drop the files in it.</translation>
    </message>
    <message>
        <source>Thêm tệp vào {place}</source>
        <translation>Add files to {place}</translation>
    </message>
    <message>
        <source>Đã sửa số trang của {code}.</source>
        <translation>Changed the pages of {code}.</translation>
    </message>
    <message>
        <source>Đã sửa ghi chú của {code}.</source>
        <translation>Changed the note of {code}.</translation>
    </message>
    <message>
        <source>Tài liệu đã là minh chứng của {place} từ trước.</source>
        <translation>The document is evidence of {place} already.</translation>
    </message>
    <message>
        <source>Đã gắn {codes} vào {place}.</source>
        <translation>{codes} linked to {place}.</translation>
    </message>
    <message>
        <source>Đã gỡ {codes}. Tài liệu vẫn còn trong thư viện.</source>
        <translation>{codes} unlinked. The document stays in the library.</translation>
    </message>
    <message>
        <source>Đã chuyển {codes} sang {place}.</source>
        <translation>{codes} moved to {place}.</translation>
    </message>
    <message numerus="yes">
        <source>Đã nhận %n đề xuất làm minh chứng.</source>
        <translation>
            <numerusform>%n proposal accepted as evidence.</numerusform>
            <numerusform>%n proposals accepted as evidence.</numerusform>
        </translation>
    </message>
    <message>
        <source>Đã dùng thêm cho {places}.</source>
        <translation>Used for {places}, too.</translation>
    </message>
    <message>
        <source>Đã có từ trước ở {places}.</source>
        <translation>Was there before at {places}.</translation>
    </message>
</context>
<context>
    <name>EvidenceMenu</name>
    <message>
        <source>Vì sao {codes} không dùng làm minh chứng được?</source>
        <translation>Why can {codes} not serve as evidence?</translation>
    </message>
    <message>
        <source>Không đúng năm đánh giá</source>
        <translation>Not of the year appraised</translation>
    </message>
    <message>
        <source>Không liên quan đến tiêu chí</source>
        <translation>Has nothing to do with the criterion</translation>
    </message>
    <message>
        <source>Chưa ký, chưa đóng dấu</source>
        <translation>Not signed or sealed</translation>
    </message>
    <message>
        <source>Đã có văn bản thay thế</source>
        <translation>Replaced by another document</translation>
    </message>
    <message>
        <source>Không đọc được, cần quét lại</source>
        <translation>Unreadable, to be scanned again</translation>
    </message>
    <message>
        <source>Loại khỏi minh chứng</source>
        <translation>Reject as evidence</translation>
    </message>
    <message>
        <source>Mở trong trang Tài liệu	Enter</source>
        <translation>Open on the Documents page	Enter</translation>
    </message>
    <message>
        <source>Bỏ kết luận đã kiểm tra	Ctrl+D</source>
        <translation>Take the check back	Ctrl+D</translation>
    </message>
    <message>
        <source>Đã kiểm tra, dùng được	Ctrl+D</source>
        <translation>Checked and good	Ctrl+D</translation>
    </message>
    <message>
        <source>Bỏ kết luận loại</source>
        <translation>Take the rejection back</translation>
    </message>
    <message>
        <source>Loại khỏi minh chứng…	Ctrl+Shift+D</source>
        <translation>Reject as evidence…	Ctrl+Shift+D</translation>
    </message>
    <message>
        <source>Sửa số trang	F2</source>
        <translation>Edit pages	F2</translation>
    </message>
    <message>
        <source>Sửa ghi chú</source>
        <translation>Edit note</translation>
    </message>
    <message>
        <source>Chuyển sang mục</source>
        <translation>Move to item</translation>
    </message>
    <message>
        <source>Chuyển sang tiêu chí khác</source>
        <translation>Move to another criterion</translation>
    </message>
    <message>
        <source>Chuyển</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Dùng thêm</source>
        <translation>Use there, too</translation>
    </message>
    <message>
        <source>Cắt	Ctrl+X</source>
        <translation>Cut	Ctrl+X</translation>
    </message>
    <message>
        <source>Sao chép	Ctrl+C</source>
        <translation>Copy	Ctrl+C</translation>
    </message>
    <message>
        <source>Dán	Ctrl+V</source>
        <translation>Paste	Ctrl+V</translation>
    </message>
    <message>
        <source>Gỡ khỏi tiêu chí	Delete</source>
        <translation>Unlink from the criterion	Delete</translation>
    </message>
    <message>
        <source>Thêm minh chứng…	Ctrl+L</source>
        <translation>Add evidence…	Ctrl+L</translation>
    </message>
    <message>
        <source>Thêm tệp…</source>
        <translation>Add files…</translation>
    </message>
    <message>
        <source>Sửa mục, số bản, tỷ lệ đạt được…	F2</source>
        <translation>Edit item, number of papers, percentage reached…	F2</translation>
    </message>
    <message>
        <source>Bỏ mục này</source>
        <translation>Remove this item</translation>
    </message>
    <message>
        <source>Thêm mục cho tiêu chí…</source>
        <translation>Add an item to the criterion…</translation>
    </message>
    <message>
        <source>Cho cả tiêu chí</source>
        <translation>For the whole criterion</translation>
    </message>
    <message>
        <source>Nhận đề xuất làm minh chứng</source>
        <translation>Accept the proposal as evidence</translation>
    </message>
    <message>
        <source>Bỏ đề xuất	Delete</source>
        <translation>Drop the proposal	Delete</translation>
    </message>
    <message>
        <source>Chuyển sang tiêu chí khác…</source>
        <translation>Move to another criterion…</translation>
    </message>
    <message>
        <source>Dùng thêm cho các tiêu chí khác…</source>
        <translation>Use for other criteria, too…</translation>
    </message>
    <message>
        <source>Dùng thêm cho các tiêu chí khác</source>
        <translation>Use for other criteria, too</translation>
    </message>
</context>
<context>
    <name>EvidenceModel</name>
    <message>
        <source>Minh chứng</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Không được tính</source>
        <translation>Does not count</translation>
    </message>
    <message>
        <source>Đã bị loại, hoặc còn là đề xuất</source>
        <translation>Rejected, or still a proposal</translation>
    </message>
    <message>
        <source>Bấm F2 để sửa</source>
        <translation>Press F2 to edit</translation>
    </message>
    <message>
        <source>Minh chứng chung cho cả tiêu chí</source>
        <translation>Evidence for the whole criterion</translation>
    </message>
    <message>
        <source>Chưa có minh chứng. Thả tài liệu hoặc tệp vào đây.</source>
        <translation>No evidence yet. Drop documents or files here.</translation>
    </message>
    <message>
        <source>Chưa xếp chỗ</source>
        <translation>Not placed yet</translation>
    </message>
    <message>
        <source>Chưa rõ thuộc mục nào ở trên: hãy kéo vào đúng mục</source>
        <translation>Not clear which item above it belongs to: drag it there</translation>
    </message>
    <message>
        <source>Chưa kiểm tra</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>Đề xuất từ kỳ trước, chưa nhận</source>
        <translation>Proposed from the appraisal before, not accepted yet</translation>
    </message>
    <message>
        <source>đề xuất</source>
        <translation>proposal</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>Minh chứng</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Thêm tệp làm minh chứng cho {place}</source>
        <translation>Add files as evidence for {place}</translation>
    </message>
    <message>
        <source>Gắn vào tiêu chí</source>
        <translation>Link to a criterion</translation>
    </message>
    <message>
        <source>Xem và mô tả</source>
        <translation>View and describe</translation>
    </message>
    <message>
        <source>Tìm tài liệu</source>
        <translation>Find documents</translation>
    </message>
    <message>
        <source>Thêm minh chứng</source>
        <translation>Add evidence</translation>
    </message>
    <message>
        <source>Tìm tài liệu để gắn vào tiêu chí (Ctrl+L)</source>
        <translation>Find documents to link to the criterion (Ctrl+L)</translation>
    </message>
    <message>
        <source>Thêm tệp…</source>
        <translation>Add files…</translation>
    </message>
    <message>
        <source>Chọn tệp trên máy làm minh chứng; cũng có thể kéo thả tệp vào tiêu chí</source>
        <translation>Choose files on this computer as evidence; files can also be dragged onto a criterion</translation>
    </message>
    <message>
        <source>Enter hoặc kéo thả để gắn vào {place}.</source>
        <translation>Enter or drag to link to {place}.</translation>
    </message>
    <message>
        <source>Đã cắt {codes}. Chọn tiêu chí hoặc mục rồi bấm Ctrl+V để chuyển sang đó.</source>
        <translation>{codes} cut. Choose a criterion or item and press Ctrl+V to move it there.</translation>
    </message>
    <message>
        <source>Đã sao chép {codes}. Chọn tiêu chí hoặc mục rồi bấm Ctrl+V để dùng thêm ở đó.</source>
        <translation>{codes} copied. Choose a criterion or item and press Ctrl+V to use it there, too.</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Vấn đề</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Phòng chủ trì</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>Chưa phân công</source>
        <translation>Not assigned to a unit</translation>
    </message>
    <message>
        <source>Chung</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Xem ›</source>
        <translation>Go ›</translation>
    </message>
    <message>
        <source>Đến chỗ cần sửa (Enter)</source>
        <translation>Go to where it is mended (Enter)</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Thư mục theo dõi</source>
        <translation>Watched folders</translation>
    </message>
    <message>
        <source>Thư mục</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>&amp;Thêm thư mục…</source>
        <translation>&amp;Add a folder…</translation>
    </message>
    <message>
        <source>&amp;Bỏ theo dõi</source>
        <translation>Stop &amp;watching</translation>
    </message>
    <message>
        <source>&amp;Xem ngay</source>
        <translation>&amp;Look now</translation>
    </message>
    <message>
        <source>Tệp mới trong các thư mục này tự vào hộp đến. Chương trình chỉ đọc, không sửa gì ở đó.</source>
        <translation>New files in these folders come into the inbox by themselves. The program only reads there and changes nothing.</translation>
    </message>
    <message>
        <source>Cách nhận biết tệp mới</source>
        <translation>How new files are noticed</translation>
    </message>
    <message>
        <source>Tự chọn cách nhận biết tệp mới</source>
        <translation>Notice new files in the best way</translation>
    </message>
    <message>
        <source>Theo báo hiệu của hệ thống</source>
        <translation>By the system&apos;s events</translation>
    </message>
    <message>
        <source>Hỏi định kỳ, hợp với ổ mạng</source>
        <translation>By asking again and again, for network drives</translation>
    </message>
    <message>
        <source>Tự nhận theo mã tiêu chí ở đầu tên</source>
        <translation>Accept by the criterion&apos;s code in the name</translation>
    </message>
    <message>
        <source>Tệp hoặc thư mục con có tên bắt đầu bằng mã tiêu chí được nhận ngay vào tiêu chí đó</source>
        <translation>Files and subfolders whose name begins with a criterion&apos;s code are accepted onto it at once</translation>
    </message>
    <message>
        <source>◌ sắp xem lần đầu</source>
        <translation>◌ first look is about to come</translation>
    </message>
    <message>
        <source>● đang theo dõi, xem lúc {time}</source>
        <translation>● watched, looked at {time}</translation>
    </message>
    <message>
        <source>Chọn thư mục theo dõi</source>
        <translation>Choose a folder to watch</translation>
    </message>
    <message>
        <source>Tệp đang chờ</source>
        <translation>Files that wait</translation>
    </message>
    <message>
        <source>Đang chờ, sẽ xem lại sau mỗi phút:</source>
        <translation>Waiting, looked at again every minute:</translation>
    </message>
    <message numerus="yes">
        <source>và %n tệp nữa</source>
        <translation>
            <numerusform>and %n more file</numerusform>
            <numerusform>and %n more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderStatus</name>
    <message>
        <source>○ Chưa theo dõi thư mục nào</source>
        <translation>○ No folder is watched yet</translation>
    </message>
    <message>
        <source>▲ {folder}: {problem}</source>
        <translation>▲ {folder}: {problem}</translation>
    </message>
    <message numerus="yes">
        <source>%n tệp đang chờ</source>
        <translation>
            <numerusform>%n file waiting</numerusform>
            <numerusform>%n files waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Bấm để thêm thư mục theo dõi</source>
        <translation>Click to add a watched folder</translation>
    </message>
    <message numerus="yes">
        <source>%n thư mục</source>
        <translation>
            <numerusform>%n folder</numerusform>
            <numerusform>%n folders</numerusform>
        </translation>
    </message>
    <message>
        <source>◌ {name}: sắp xem lần đầu</source>
        <translation>◌ {name}: first look is about to come</translation>
    </message>
    <message>
        <source>● {name}: đang theo dõi (xem lúc {time})</source>
        <translation>● {name}: watched (looked at {time})</translation>
    </message>
</context>
<context>
    <name>InboxActions</name>
    <message numerus="yes">
        <source>Đã từ chối %n tệp.</source>
        <translation>
            <numerusform>%n file refused.</numerusform>
            <numerusform>%n files refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Đã để lại %n tệp để xử lý sau.</source>
        <translation>
            <numerusform>%n file left for later.</numerusform>
            <numerusform>%n files left for later.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ghi quyết định</source>
        <translation>Writing down decisions</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message numerus="yes">
        <source>Đã nhận %n tệp.</source>
        <translation>
            <numerusform>%n file accepted.</numerusform>
            <numerusform>%n files accepted.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” đã có trong thư viện từ trước nên không thêm lần nữa.</source>
        <translation>“{name}” was in the library before, so it was not added again.</translation>
    </message>
    <message>
        <source>Đã nhận bản mới của “{name}”. Bản trước vẫn được giữ.</source>
        <translation>A new revision of “{name}” was accepted. The one before is kept.</translation>
    </message>
    <message>
        <source>Đã nhận “{name}”.</source>
        <translation>“{name}” accepted.</translation>
    </message>
    <message>
        <source>Mã minh chứng: {codes}.</source>
        <translation>Evidence code: {codes}.</translation>
    </message>
    <message numerus="yes">
        <source>%n tệp đã có từ trước.</source>
        <translation>
            <numerusform>%n file was there before.</numerusform>
            <numerusform>%n files were there before.</numerusform>
        </translation>
    </message>
    <message>
        <source>Xem minh chứng</source>
        <translation></translation>
    </message>
    <message>
        <source>Xem tài liệu</source>
        <translation>Show the document</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>Lọc theo thư mục</source>
        <translation>Filter by folder</translation>
    </message>
    <message>
        <source>Lọc theo trạng thái</source>
        <translation>Filter by state</translation>
    </message>
    <message>
        <source>Thêm thư mục theo dõi</source>
        <translation>Add a watched folder</translation>
    </message>
    <message>
        <source>Hộp đến</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Mọi thư mục</source>
        <translation>All folders</translation>
    </message>
    <message>
        <source>Chờ xử lý</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>Tệp đến</source>
        <translation>Arrived files</translation>
    </message>
    <message>
        <source>Chưa có thư mục theo dõi. Thêm thư mục mà các phòng gửi tài liệu vào; tệp mới sẽ hiện ở đây.</source>
        <translation>No folder is watched yet. Add the folder that the units put their documents into; new files will appear here.</translation>
    </message>
    <message>
        <source>Không có tệp nào như đang lọc.</source>
        <translation>No file passes the filter.</translation>
    </message>
    <message>
        <source>Đã xử lý hết. Chép tài liệu vào thư mục sau, tệp mới sẽ hiện ở đây:</source>
        <translation>All done. Copy documents into the following folder and they will appear here:</translation>
    </message>
    <message>
        <source>Chọn một tệp để xem trước.</source>
        <translation>Choose one file to preview it.</translation>
    </message>
    <message>
        <source>Tệp này không được đưa vào vì có thể gây hại.</source>
        <translation>This file was not taken in because it may do harm.</translation>
    </message>
    <message>
        <source>Đang đọc nội dung…</source>
        <translation>Reading the content…</translation>
    </message>
    <message>
        <source>Có ngày chưa đọc được. Hãy sửa ngày đó rồi nhận lại.</source>
        <translation>One of the dates cannot be read. Correct it, then accept again.</translation>
    </message>
    <message>
        <source>Không liên quan đến kỳ đánh giá</source>
        <translation>Not relevant to this appraisal</translation>
    </message>
    <message>
        <source>Bản nháp, chưa ban hành</source>
        <translation>A draft, not issued yet</translation>
    </message>
    <message>
        <source>Trùng với tài liệu khác</source>
        <translation>Same as another document</translation>
    </message>
    <message>
        <source>Sai năm</source>
        <translation>Wrong year</translation>
    </message>
    <message>
        <source>Không đọc được, cần quét lại</source>
        <translation>Not readable, has to be scanned again</translation>
    </message>
    <message numerus="yes">
        <source>Vì sao không nhận %n tệp này?</source>
        <translation>
            <numerusform>Why is this file not taken?</numerusform>
            <numerusform>Why are these %n files not taken?</numerusform>
        </translation>
    </message>
    <message>
        <source>Tệp gốc trong thư mục theo dõi vẫn nguyên vẹn.</source>
        <translation>The original in the watched folder stays as it is.</translation>
    </message>
    <message>
        <source>Từ chối</source>
        <translation>Refuse</translation>
    </message>
</context>
<context>
    <name>IntakeRunner</name>
    <message>
        <source>Đọc tệp mới</source>
        <translation>Reading new files</translation>
    </message>
</context>
<context>
    <name>JudgementActions</name>
    <message>
        <source>Đã kiểm tra {codes}.</source>
        <translation>{codes} checked.</translation>
    </message>
    <message>
        <source>Đã loại {codes}: không còn được tính là minh chứng.</source>
        <translation>{codes} rejected: no longer counted as evidence.</translation>
    </message>
    <message>
        <source>{codes} trở lại là chưa kiểm tra.</source>
        <translation>{codes} not checked again.</translation>
    </message>
    <message>
        <source>Đã ghi kết luận của tiêu chí {code}.</source>
        <translation>Judgement of criterion {code} saved.</translation>
    </message>
    <message>
        <source>Đã ghi kết quả năm trước của tiêu chí {code}.</source>
        <translation>Last year&apos;s result of criterion {code} saved.</translation>
    </message>
    <message>
        <source>Đã ghi điểm của tiêu chí {code}.</source>
        <translation>The points of criterion {code} were written down.</translation>
    </message>
</context>
<context>
    <name>JudgementPanel</name>
    <message>
        <source>Ví dụ 0,5</source>
        <translation>For example 0.5</translation>
    </message>
    <message>
        <source>Năm nay làm gì để không mất điểm lần nữa</source>
        <translation>What is done this year so that no points are lost again</translation>
    </message>
    <message>
        <source>Số điểm phải là một số, ví dụ 0,5.</source>
        <translation>The points must be a number, for example 0.5.</translation>
    </message>
    <message>
        <source>Chưa kết luận</source>
        <translation>Not judged yet</translation>
    </message>
    <message>
        <source>&amp;Công việc</source>
        <translation>&amp;Work</translation>
    </message>
    <message>
        <source>&amp;Kết quả</source>
        <translation>&amp;Result</translation>
    </message>
    <message>
        <source>Giải t&amp;rình</source>
        <translation>E&amp;xplanation</translation>
    </message>
    <message>
        <source>Kết &amp;quả</source>
        <translation>Resul&amp;t</translation>
    </message>
    <message>
        <source>Điểm bị &amp;trừ</source>
        <translation>Points &amp;lost</translation>
    </message>
    <message>
        <source>Khắc &amp;phục</source>
        <translation>&amp;Remedy</translation>
    </message>
    <message>
        <source>Năm trước</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>Tiêu chí không được giao nên không đánh giá.</source>
        <translation>The criterion is not assigned, so it is not judged.</translation>
    </message>
    <message>
        <source>Chưa có minh chứng: hãy ghi giải trình, hoặc thêm minh chứng.</source>
        <translation>No evidence yet: write an explanation, or add evidence.</translation>
    </message>
    <message>
        <source>Kết quả chưa đạt: hãy ghi giải trình.</source>
        <translation>The result is not “met”: write an explanation.</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Tài liệu</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>Thêm tệp vào thư viện</source>
        <translation>Add files to the library</translation>
    </message>
    <message>
        <source>Thêm tệp…</source>
        <translation>Add files…</translation>
    </message>
    <message>
        <source>Chọn tệp trên máy, hoặc kéo thả tệp vào trang này</source>
        <translation>Choose files on this computer, or drag files onto this page</translation>
    </message>
    <message>
        <source>Gắn vào tiêu chí…</source>
        <translation>Link to a criterion…</translation>
    </message>
    <message>
        <source>Xuất bản gốc…</source>
        <translation>Save the original as…</translation>
    </message>
    <message>
        <source>Đã thêm {count} tài liệu.</source>
        <translation>{count} documents added.</translation>
    </message>
    <message>
        <source>Gắn vào tiêu chí</source>
        <translation>Link to a criterion</translation>
    </message>
    <message>
        <source>Gắn</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Gắn các tài liệu đang chọn vào một hoặc nhiều tiêu chí (Ctrl+L)</source>
        <translation>Link the selected documents to one or more criteria (Ctrl+L)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n tệp đã tự nhận vào tiêu chí theo mã ở đầu tên.</source>
        <translation>
            <numerusform>%n file was accepted onto its criterion by the code in its name.</numerusform>
            <numerusform>%n files were accepted onto their criteria by the codes in their names.</numerusform>
        </translation>
    </message>
    <message>
        <source>Xem minh chứng</source>
        <translation>Show evidence</translation>
    </message>
    <message>
        <source>“{task}” chưa xong. Dừng việc này và thoát?</source>
        <translation>“{task}” is not finished. Stop it and quit?</translation>
    </message>
    <message>
        <source>Dừng và thoát</source>
        <translation>Stop and quit</translation>
    </message>
    <message>
        <source>Ở lại</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Chọn kế hoạch đã sửa</source>
        <translation>Choose the corrected plan</translation>
    </message>
    <message>
        <source>Phím tắt (F1)</source>
        <translation>Keys (F1)</translation>
    </message>
    <message>
        <source>Kế hoạch (*.docx *.xlsx *.xls *.csv *.txt)</source>
        <translation>Plan (*.docx *.xlsx *.xls *.csv *.txt)</translation>
    </message>
</context>
<context>
    <name>MatchTable</name>
    <message>
        <source>Tiêu chí năm nay và kỳ mới</source>
        <translation>This year&apos;s criteria and the new ones</translation>
    </message>
    <message>
        <source>Năm nay</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>Kỳ mới</source>
        <translation>New appraisal</translation>
    </message>
    <message>
        <source>Khớp theo</source>
        <translation>Matched by</translation>
    </message>
    <message>
        <source>Minh chứng</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Còn hiệu lực</source>
        <translation>Still valid</translation>
    </message>
    <message>
        <source>Không chuyển</source>
        <translation>Not taken over</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Đóng thông báo</source>
        <translation>Close the message</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Các trang</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>NextYearDialog</name>
    <message>
        <source>Lập kỳ đánh giá sau</source>
        <translation>Make the next appraisal</translation>
    </message>
    <message>
        <source>Bộ tiêu chí của kỳ sau</source>
        <translation>Catalogue of the next appraisal</translation>
    </message>
    <message>
        <source>Năm của kỳ sau</source>
        <translation>Year of the next appraisal</translation>
    </message>
    <message>
        <source>Chỉ đề xuất văn bản &amp;còn hiệu lực</source>
        <translation>Propose only documents that are &amp;still valid</translation>
    </message>
    <message>
        <source>Chỉ hiện tiêu chí &amp;cần xem lại</source>
        <translation>Show only criteria to &amp;look at</translation>
    </message>
    <message>
        <source>Lập kỳ mới</source>
        <translation>Make it</translation>
    </message>
    <message>
        <source>&amp;Bộ tiêu chí</source>
        <translation>&amp;Catalogue</translation>
    </message>
    <message>
        <source>&amp;Năm</source>
        <translation>&amp;Year</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Minh chứng năm nay sang kỳ sau thành đề xuất: chưa được tính cho đến khi có người nhận. Tình trạng, kết quả và giải trình bắt đầu lại; thời hạn chuyển sang năm mới; kết quả năm nay thành kết quả năm trước.</source>
        <translation>This year&apos;s evidence becomes proposals, which do not count until somebody accepts them. States, results and explanations begin anew; deadlines move to the new year; this year&apos;s results become last year&apos;s.</translation>
    </message>
    <message>
        <source>F2 hoặc bấm đúp vào cột “Kỳ mới” để chọn tiêu chí khác.</source>
        <translation>F2 or a double click on “New appraisal” chooses another criterion.</translation>
    </message>
    <message>
        <source>Như kỳ này</source>
        <translation>As in this appraisal</translation>
    </message>
    <message>
        <source>Từ tệp kế hoạch…</source>
        <translation>From a plan file…</translation>
    </message>
    <message>
        <source>Chọn tệp kế hoạch</source>
        <translation>Choose a plan file</translation>
    </message>
    <message>
        <source>{criteria} tiêu chí; {count} / {all} minh chứng thành đề xuất; {doubtful} dòng cần xem lại</source>
        <translation>{criteria} criteria; {count} of {all} pieces of evidence proposed; {doubtful} rows to look at</translation>
    </message>
    <message>
        <source>Đã lập kỳ đánh giá {year}: {criteria} tiêu chí, {proposed} minh chứng đang chờ nhận.</source>
        <translation>Made the appraisal {year}: {criteria} criteria, {proposed} pieces of evidence wait to be accepted.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message numerus="yes">
        <source>Chuyển %n khó khăn, kiến nghị chưa &amp;giải quyết</source>
        <translation>
            <numerusform>&amp;Take over %n open difficulty or proposal</numerusform>
            <numerusform>&amp;Take over %n open difficulties and proposals</numerusform>
        </translation>
    </message>
    <message>
        <source>Kế hoạch (*.docx *.xlsx *.xls *.csv *.txt)</source>
        <translation>Plan (*.docx *.xlsx *.xls *.csv *.txt)</translation>
    </message>
</context>
<context>
    <name>ObstacleActions</name>
    <message>
        <source>Đã sửa nội dung.</source>
        <translation>Text changed.</translation>
    </message>
    <message>
        <source>Đã xoá nội dung đã ghi.</source>
        <translation>Text removed.</translation>
    </message>
    <message>
        <source>Đã ghi vào danh sách khó khăn, kiến nghị.</source>
        <translation>Written down in the list of difficulties and proposals.</translation>
    </message>
    <message>
        <source>Đã ghi là đã giải quyết.</source>
        <translation>Noted as dealt with.</translation>
    </message>
    <message>
        <source>Đã ghi là chưa giải quyết.</source>
        <translation>Noted as still open.</translation>
    </message>
</context>
<context>
    <name>ObstaclePanel</name>
    <message>
        <source>✓ đã giải quyết</source>
        <translation>✓ resolved</translation>
    </message>
    <message>
        <source>Khó khăn, kiến nghị đã ghi</source>
        <translation>Difficulties and proposals written down</translation>
    </message>
    <message>
        <source>Chưa ghi khó khăn, vướng mắc hay kiến nghị nào. Hãy ghi ở dưới.</source>
        <translation>No difficulty or proposal written down yet. Write one below.</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Vướng ở đâu, đề nghị ai làm gì</source>
        <translation>What the trouble is, who should do what</translation>
    </message>
    <message>
        <source>Ghi</source>
        <translation>Write down</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Đã giải quyết</source>
        <translation>Dealt with</translation>
    </message>
    <message>
        <source>Chưa giải quyết</source>
        <translation>Still open</translation>
    </message>
</context>
<context>
    <name>ObstaclesPage</name>
    <message>
        <source>Của phòng, đơn vị</source>
        <translation>Of the unit</translation>
    </message>
    <message>
        <source>Đến tiêu chí</source>
        <translation>Go to the criterion</translation>
    </message>
    <message>
        <source>Chép danh sách</source>
        <translation>Copy the list</translation>
    </message>
    <message>
        <source>Xuất báo cáo (.docx)…</source>
        <translation>Export report (.docx)…</translation>
    </message>
    <message>
        <source>Gom từ mọi tiêu chí (trang Minh chứng, thẻ Vướng mắc) và mọi phòng, để báo cáo lãnh đạo.</source>
        <translation>Gathered from all criteria (Evidence page, tab Difficulties) and all units, for the report to the head of the office.</translation>
    </message>
    <message>
        <source>Khó khăn, kiến nghị</source>
        <translation>Difficulties</translation>
    </message>
    <message>
        <source>Báo cáo khó khăn, kiến nghị</source>
        <translation>Report on difficulties and proposals</translation>
    </message>
    <message>
        <source>Xuất báo cáo</source>
        <translation>Export the report</translation>
    </message>
    <message>
        <source>Đã xuất báo cáo ra {path}</source>
        <translation>Report written to {path}</translation>
    </message>
    <message>
        <source>Chung cả cơ quan</source>
        <translation>The whole office</translation>
    </message>
    <message>
        <source>&amp;Phòng, đơn vị nêu:</source>
        <translation>&amp;Unit that raises it:</translation>
    </message>
</context>
<context>
    <name>OpeningNotice</name>
    <message>
        <source>Đang mở dữ liệu…</source>
        <translation>Opening the data…</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Phòng chủ trì</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>Hạn</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Bộ tiêu chí chưa có tiêu chí nào. Mở trang Minh chứng và chọn Thêm tiêu chí để bắt đầu.</source>
        <translation>The catalogue has no criteria yet. Open the Evidence page and choose Add a criterion to begin.</translation>
    </message>
    <message>
        <source>Tổng quan</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Việc cần làm tiếp</source>
        <translation>What to do next</translation>
    </message>
    <message>
        <source>Theo lĩnh vực</source>
        <translation>By field</translation>
    </message>
    <message>
        <source>Theo phòng chủ trì</source>
        <translation>By lead unit</translation>
    </message>
    <message>
        <source>Theo hạn hoàn thành</source>
        <translation>By deadline</translation>
    </message>
    <message>
        <source>{organisation} · {criteria} tiêu chí cần chấm · tính đến ngày {day}</source>
        <translation>{organisation} · {criteria} criteria to assess · as of {day}</translation>
    </message>
    <message>
        <source>Chưa ghi tên cơ quan</source>
        <translation>Organisation not named yet</translation>
    </message>
    <message>
        <source>Chưa phân công</source>
        <translation>Nobody assigned</translation>
    </message>
    <message>
        <source>Không ghi hạn</source>
        <translation>No deadline</translation>
    </message>
    <message>
        <source>Xem cả {count} tiêu chí còn thiếu</source>
        <translation>See all {count} criteria that lack evidence</translation>
    </message>
    <message>
        <source>Đơn &amp;vị và đôn đốc…</source>
        <translation>&amp;Units and reminders…</translation>
    </message>
    <message>
        <source>Không còn việc nào: mọi tiêu chí đã đủ minh chứng.</source>
        <translation>Nothing left to do: every criterion has its evidence.</translation>
    </message>
    <message>
        <source>trong 30 ngày: {count}</source>
        <translation>in 30 days: {count}</translation>
    </message>
    <message>
        <source>khó khăn, kiến nghị: {count}</source>
        <translation>difficulties and proposals: {count}</translation>
    </message>
    <message>
        <source>Điể&amp;m: {points} / {maximum}…</source>
        <translation>&amp;Points: {points} / {maximum}…</translation>
    </message>
    <message>
        <source>Lỗi nặng nếu bị kiểm tra</source>
        <translation>Grave problems if inspected</translation>
    </message>
    <message>
        <source>Đến hạn trong 7 ngày: {count}</source>
        <translation>Due in 7 days: {count}</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Đã chép {count} dòng.</source>
        <translation>{count} lines copied.</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>In hồ sơ ra giấy</source>
        <translation>Print the dossier on paper</translation>
    </message>
    <message>
        <source>Tập</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Tất cả các trang</source>
        <translation>All pages</translation>
    </message>
    <message>
        <source>Trang đang xem</source>
        <translation>The page shown</translation>
    </message>
    <message>
        <source>Các trang:</source>
        <translation>These pages:</translation>
    </message>
    <message>
        <source>Các trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>ví dụ 1-5, 9</source>
        <translation>such as 1-5, 9</translation>
    </message>
    <message>
        <source>Chọn máy in…</source>
        <translation>Choose a printer…</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>In những trang nào</source>
        <translation>Which pages</translation>
    </message>
    <message>
        <source>Hồ sơ này có sẵn trang trắng để in hai mặt: mỗi tài liệu bắt đầu ở mặt trước của tờ giấy.</source>
        <translation>This dossier has blank pages for printing on both sides: each document begins on the front of a sheet.</translation>
    </message>
    <message>
        <source>Để in hai mặt mà mỗi tài liệu bắt đầu ở một tờ mới, hãy in lại hồ sơ với mục “Mỗi tài liệu bắt đầu ở trang lẻ”.</source>
        <translation>To print on both sides with each document on a new sheet, make the dossier again with “Each document begins on an odd page”.</translation>
    </message>
    <message>
        <source>{pages} trang, {sheets} tờ A4</source>
        <translation>{pages} pages, {sheets} sheets of A4</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Nhập mật khẩu</source>
        <translation>Enter the password</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Hiện mật khẩu</source>
        <translation>Show the password</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Chỉ dùng để đọc tệp, giữ trong bộ nhớ đến khi đóng chương trình và không lưu lại ở đâu.</source>
        <translation>Used only to read the file, kept in memory until the program is closed, and stored nowhere.</translation>
    </message>
    <message>
        <source>Mật khẩu của “{name}”:</source>
        <translation>Password of “{name}”:</translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>Người liên hệ</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Thư điện tử</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>&amp;Thêm người</source>
        <translation>&amp;Add a person</translation>
    </message>
    <message>
        <source>&amp;Bỏ người này</source>
        <translation>&amp;Remove this person</translation>
    </message>
</context>
<context>
    <name>PointsDialog</name>
    <message>
        <source>Chấm điểm</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Điểm các tiêu chí</source>
        <translation>Points of the criteria</translation>
    </message>
    <message>
        <source>Tiêu chí (đánh dấu: nếu đạt)</source>
        <translation>Criterion (tick: if it were met)</translation>
    </message>
    <message>
        <source>Tối đa</source>
        <translation>Most</translation>
    </message>
    <message>
        <source>Tự chấm</source>
        <translation>Own score</translation>
    </message>
    <message>
        <source>Thẩm định</source>
        <translation>Appraised</translation>
    </message>
    <message>
        <source>Đang tính</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{points} / {maximum} điểm · tự chấm {own} · thẩm định {appraised} · đã chấm {scored}/{criteria} tiêu chí</source>
        <translation>{points} / {maximum} points · own score {own} · appraised {appraised} · {scored} of {criteria} criteria scored</translation>
    </message>
    <message>
        <source>Đánh dấu tiêu chí để xem sẽ được bao nhiêu điểm nếu đạt.</source>
        <translation>Tick criteria to see what it would come to if they were met.</translation>
    </message>
    <message>
        <source>Nếu {codes} đạt: {points} điểm (thêm {gain}).</source>
        <translation>If {codes} were met: {points} points ({gain} more).</translation>
    </message>
</context>
<context>
    <name>PointsPanel</name>
    <message>
        <source>Các vòng chấm điểm</source>
        <translation>Rounds of scoring</translation>
    </message>
    <message>
        <source>Vòng</source>
        <translation>Round</translation>
    </message>
    <message>
        <source>Tự chấm</source>
        <translation>Own score</translation>
    </message>
    <message>
        <source>Thẩm định</source>
        <translation>Appraised</translation>
    </message>
    <message>
        <source>Giải trình</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Thêm &amp;vòng</source>
        <translation>Add a &amp;round</translation>
    </message>
    <message>
        <source>Giải trình và thẩm định lại</source>
        <translation>Explain, and be appraised again</translation>
    </message>
    <message>
        <source>Điểm của tiêu chí này là tổng điểm các tiêu chí thành phần.</source>
        <translation>The points of this criterion are the sum of those below it.</translation>
    </message>
    <message>
        <source>Tối đa {maximum} điểm, chưa chấm.</source>
        <translation>{maximum} points at most, not scored yet.</translation>
    </message>
    <message>
        <source>Tối đa {maximum} điểm, đang tính {points} điểm.</source>
        <translation>{maximum} points at most, {points} counted.</translation>
    </message>
    <message>
        <source>Điểm phải là một số, ví dụ 1,5.</source>
        <translation>Points are a number, such as 1.5.</translation>
    </message>
</context>
<context>
    <name>PreflightPage</name>
    <message>
        <source>Vấn đề tìm thấy</source>
        <translation>Problems found</translation>
    </message>
    <message>
        <source>Nhóm theo</source>
        <translation>Grouped by</translation>
    </message>
    <message>
        <source>Theo loại vấn đề</source>
        <translation>By kind of problem</translation>
    </message>
    <message>
        <source>Theo phòng chủ trì</source>
        <translation>By lead unit</translation>
    </message>
    <message>
        <source>Theo tiêu chí</source>
        <translation>By criterion</translation>
    </message>
    <message>
        <source>Soi trước kiểm tra</source>
        <translation>Preflight</translation>
    </message>
    <message>
        <source>Xuất danh sách</source>
        <translation>Export the list</translation>
    </message>
    <message>
        <source>Mức độ</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Phòng chủ trì</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>Vấn đề</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Đã xuất {count} dòng ra {path}</source>
        <translation>{count} lines written to {path}</translation>
    </message>
    <message>
        <source>Chỉ xem mức này; bấm lần nữa để xem tất cả</source>
        <translation>Show this severity only; press again to show all</translation>
    </message>
    <message>
        <source>Xuất danh sách…</source>
        <translation>Export the list…</translation>
    </message>
    <message>
        <source>Chép danh sách</source>
        <translation>Copy the list</translation>
    </message>
    <message>
        <source>Soi lại</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Soi lúc {time}</source>
        <translation>Looked at {time}</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Trang của tài liệu</source>
        <translation>Page of the document</translation>
    </message>
    <message>
        <source>Mở bằng chương trình khác</source>
        <translation>Open with another program</translation>
    </message>
    <message>
        <source>Trang trước (Ctrl+PgUp)</source>
        <translation>Previous page (Ctrl+PgUp)</translation>
    </message>
    <message>
        <source>Trang sau (Ctrl+PgDn)</source>
        <translation>Next page (Ctrl+PgDn)</translation>
    </message>
    <message>
        <source>Thu nhỏ (Ctrl+-)</source>
        <translation>Zoom out (Ctrl+-)</translation>
    </message>
    <message>
        <source>Vừa khung (Ctrl+0)</source>
        <translation>Fit (Ctrl+0)</translation>
    </message>
    <message>
        <source>Phóng to (Ctrl++)</source>
        <translation>Zoom in (Ctrl++)</translation>
    </message>
    <message>
        <source>Xoay</source>
        <translation>Rotate</translation>
    </message>
    <message>
        <source>Trang {page} / {pages}</source>
        <translation>Page {page} / {pages}</translation>
    </message>
    <message>
        <source>Máy này không có chương trình mở được tệp này.</source>
        <translation>No program on this computer can open this file.</translation>
    </message>
    <message>
        <source>Nhập mật khẩu…</source>
        <translation>Enter the password…</translation>
    </message>
    <message>
        <source>Mở tệp có mật khẩu</source>
        <translation>Opening a file with a password</translation>
    </message>
</context>
<context>
    <name>PrintResult</name>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Kết quả in</source>
        <translation>Result of printing</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Không tài liệu nào bị bỏ sót.</source>
        <translation>No document was left out.</translation>
    </message>
    <message>
        <source>Máy này không có chương trình mở được tệp PDF.</source>
        <translation>No program on this computer can open PDF files.</translation>
    </message>
    <message>
        <source>Kết quả chép ra</source>
        <translation>What was handed over</translation>
    </message>
    <message>
        <source>Đã in {pages} trang, {documents} tài liệu, {evidence} minh chứng.</source>
        <translation>Printed: {pages} pages, {documents} documents, {evidence} pieces of evidence.</translation>
    </message>
    <message>
        <source>{pages} trang</source>
        <translation>{pages} pages</translation>
    </message>
    <message>
        <source>Đã chép bộ hồ sơ gồm {count} tệp, {size} vào:</source>
        <translation>A set of {count} files, {size}, was handed over to:</translation>
    </message>
    <message>
        <source>Không chép bản gốc:</source>
        <translation>Originals left out:</translation>
    </message>
    <message>
        <source>In ra giấy…</source>
        <translation>Print on paper…</translation>
    </message>
    <message>
        <source>Chép ra USB</source>
        <translation>Copy to USB</translation>
    </message>
    <message>
        <source>Vào USB hoặc thư mục…</source>
        <translation>To a USB stick or a folder…</translation>
    </message>
    <message>
        <source>Vào một tệp zip…</source>
        <translation>To a zip file…</translation>
    </message>
    <message>
        <source>Có đủ mọi bản gốc. Trên máy khác, hãy mở tệp index.html.</source>
        <translation>All originals are there. On another computer, open index.html.</translation>
    </message>
    <message>
        <source>Niêm phong…</source>
        <translation>Seal…</translation>
    </message>
    <message>
        <source>Không in được đầy đủ</source>
        <translation>Not printed completely</translation>
    </message>
    <message>
        <source>Số trang khác bản đã niêm phong: có bản gốc nay in ra khác trước.</source>
        <translation>The page numbers are not those that were sealed: some original now prints otherwise.</translation>
    </message>
    <message numerus="yes">
        <source>Không in được đầy đủ %n tài liệu:</source>
        <translation>
            <numerusform>%n document could not be printed completely:</numerusform>
            <numerusform>%n documents could not be printed completely:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalsDialog</name>
    <message>
        <source>Minh chứng đề xuất từ kỳ trước</source>
        <translation>Evidence proposed from the appraisal before</translation>
    </message>
    <message>
        <source>&amp;Bỏ mục đã đánh dấu</source>
        <translation>&amp;Drop what is ticked</translation>
    </message>
    <message>
        <source>&amp;Nhận mục đã đánh dấu</source>
        <translation>&amp;Accept what is ticked</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Đề xuất chưa được tính cho đến khi được nhận. Văn bản còn hiệu lực đã được đánh dấu sẵn.</source>
        <translation>Proposals do not count until they are accepted. Documents that are still valid are ticked already.</translation>
    </message>
    <message numerus="yes">
        <source>Đã nhận %n đề xuất làm minh chứng.</source>
        <translation>
            <numerusform>%n proposal accepted as evidence.</numerusform>
            <numerusform>%n proposals accepted as evidence.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Đã bỏ %n đề xuất. Tài liệu vẫn còn trong thư viện.</source>
        <translation>
            <numerusform>%n proposal dropped. The document stays in the library.</numerusform>
            <numerusform>%n proposals dropped. The documents stay in the library.</numerusform>
        </translation>
    </message>
    <message>
        <source>Minh chứng đề xuất</source>
        <translation>Proposed evidence</translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Hiệu lực</source>
        <translation>Validity</translation>
    </message>
    <message>
        <source>Còn hiệu lực</source>
        <translation>Still valid</translation>
    </message>
    <message>
        <source>Đánh dấu {ticked} / {count} đề xuất.</source>
        <translation>{ticked} of {count} proposals ticked.</translation>
    </message>
    <message>
        <source>Không còn đề xuất nào đang chờ.</source>
        <translation>No proposals are waiting.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Gõ lý do, hoặc bấm ↓ để chọn</source>
        <translation>Type the reason, or press ↓ to choose one</translation>
    </message>
</context>
<context>
    <name>RecognitionRunner</name>
    <message>
        <source>Nhận dạng chữ</source>
        <translation>Text recognition</translation>
    </message>
</context>
<context>
    <name>RelateDialog</name>
    <message>
        <source>Quan hệ với văn bản khác</source>
        <translation>Relation to another document</translation>
    </message>
    <message>
        <source>Văn bản này</source>
        <translation>This document</translation>
    </message>
    <message>
        <source>thay thế văn bản chọn dưới đây</source>
        <translation>replaces the document chosen below</translation>
    </message>
    <message>
        <source>bị thay thế bởi văn bản chọn dưới đây</source>
        <translation>was replaced by the document chosen below</translation>
    </message>
    <message>
        <source>báo cáo kết quả thực hiện văn bản chọn dưới đây</source>
        <translation>reports on the document chosen below</translation>
    </message>
    <message>
        <source>có báo cáo kết quả là văn bản chọn dưới đây</source>
        <translation>has the document chosen below as its report</translation>
    </message>
    <message>
        <source>Ghi</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>RelationActions</name>
    <message>
        <source>Đã ghi: cả hai tài liệu đều được giữ.</source>
        <translation>Noted; both documents are kept.</translation>
    </message>
    <message>
        <source>Đã bỏ quyết định.</source>
        <translation>The decision was withdrawn.</translation>
    </message>
    <message>
        <source>Đã bỏ quan hệ giữa hai văn bản.</source>
        <translation>The relation between the two documents was removed.</translation>
    </message>
    <message>
        <source>Văn bản mới đã thay văn bản cũ ở mọi tiêu chí. Hãy kiểm tra lại số trang được dẫn.</source>
        <translation>The new document took the place of the old one in all criteria. Look at the pages that are cited again.</translation>
    </message>
    <message numerus="yes">
        <source>Đã ghi. Văn bản cũ đang là minh chứng ở %n nơi.</source>
        <translation>
            <numerusform>Noted. The old document is evidence in %n place.</numerusform>
            <numerusform>Noted. The old document is evidence in %n places.</numerusform>
        </translation>
    </message>
    <message>
        <source>Thay bằng văn bản mới</source>
        <translation>Put the new one in its place</translation>
    </message>
    <message>
        <source>Đã ghi quan hệ giữa hai văn bản.</source>
        <translation>The relation between the two documents was noted.</translation>
    </message>
</context>
<context>
    <name>RelationsView</name>
    <message>
        <source>Quan hệ với văn bản khác</source>
        <translation>Relation to another document</translation>
    </message>
    <message>
        <source>Ghi quan hệ với văn bản khác…</source>
        <translation>Note a relation to another document…</translation>
    </message>
    <message>
        <source>Thay thế {link}</source>
        <translation>Replaces {link}</translation>
    </message>
    <message>
        <source>Đã bị thay thế bởi {link}</source>
        <translation>Was replaced by {link}</translation>
    </message>
    <message>
        <source>Báo cáo kết quả thực hiện {link}</source>
        <translation>Reports on {link}</translation>
    </message>
    <message>
        <source>Báo cáo kết quả: {link}</source>
        <translation>Its report: {link}</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Văn bản ghi là thay thế {link}</source>
        <translation>It says that it replaces {link}</translation>
    </message>
    <message>
        <source>Văn bản ghi là báo cáo kết quả {link}</source>
        <translation>It says that it reports on {link}</translation>
    </message>
    <message>
        <source>Ghi nhận</source>
        <translation>Note it</translation>
    </message>
    <message>
        <source>Đang dùng bản {number}, nhận ngày {day}. Còn giữ: {older}</source>
        <translation>Revision {number} of {day} is used. Kept: {older}</translation>
    </message>
</context>
<context>
    <name>SealDialog</name>
    <message>
        <source>Niêm phong bản vừa in</source>
        <translation>Seal what was printed</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ví dụ: Nộp Sở lần 1</source>
        <translation>such as: First submission</translation>
    </message>
    <message>
        <source>Niêm phong</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Bản vừa in được giữ dưới tên:</source>
        <translation>What was printed is kept as:</translation>
    </message>
    <message>
        <source>Bản đã niêm phong không ai sửa được nữa. Sau này có thể xem những gì đã thay đổi, in lại y như cũ, hoặc in hồ sơ bổ sung có số trang nối tiếp.</source>
        <translation>Nobody can change what is sealed. Later you can see what changed since, print it again as it was, or print a supplement whose page numbers go on.</translation>
    </message>
</context>
<context>
    <name>SealsDialog</name>
    <message>
        <source>Hồ sơ đã niêm phong</source>
        <translation>Sealed dossiers</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Niêm phong lúc</source>
        <translation>Sealed at</translation>
    </message>
    <message>
        <source>Ai</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Bổ sung cho</source>
        <translation>Supplements</translation>
    </message>
    <message>
        <source>Thay đổi từ đó</source>
        <translation>Changes since</translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>In lại y như cũ…</source>
        <translation>Print again as it was…</translation>
    </message>
    <message>
        <source>Bỏ niêm phong…</source>
        <translation>Take the seal off…</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <source>Từ “{name}” đến nay có %n thay đổi:</source>
        <translation>
            <numerusform>%n change since “{name}”:</numerusform>
            <numerusform>%n changes since “{name}”:</numerusform>
        </translation>
    </message>
    <message>
        <source>Từ đó đến nay không có gì thay đổi.</source>
        <translation>Nothing has changed since.</translation>
    </message>
    <message>
        <source>Bỏ niêm phong “{name}”?</source>
        <translation>Take the seal off “{name}”?</translation>
    </message>
    <message>
        <source>Nguyên trạng của lần in này sẽ không còn được giữ: không in lại y như cũ, không xem được những gì đã thay đổi từ đó. Tài liệu, minh chứng và mã đã in vẫn còn nguyên.</source>
        <translation>The state behind this printing will no longer be kept: it cannot be printed again as it was, and changes since then cannot be told. Documents, evidence and printed codes stay as they are.</translation>
    </message>
    <message>
        <source>Bỏ niêm phong</source>
        <translation>Take the seal off</translation>
    </message>
    <message>
        <source>Giữ lại</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>In lại hồ sơ đã niêm phong</source>
        <translation>Print a sealed dossier again</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Tìm tiêu chí và tài liệu</source>
        <translation>Find criteria and documents</translation>
    </message>
    <message>
        <source>Tìm…  Ctrl+K</source>
        <translation>Search…  Ctrl+K</translation>
    </message>
    <message>
        <source>Tìm tiêu chí và tài liệu (Ctrl+K)</source>
        <translation>Search criteria and documents (Ctrl+K)</translation>
    </message>
    <message>
        <source>Kết quả tìm</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>Không tìm thấy. Hãy thử ít từ hơn.</source>
        <translation>Nothing found. Try fewer words.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Thư mục theo dõi</source>
        <translation>Watched folders</translation>
    </message>
    <message>
        <source>Kỳ đánh giá</source>
        <translation>Appraisal</translation>
    </message>
    <message>
        <source>Chương trình</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Dữ liệu</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Thiết lập</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Tên này được ghi vào nhật ký cùng mỗi thay đổi</source>
        <translation>This name goes into the journal with each change</translation>
    </message>
    <message>
        <source>Người sử dụng</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Mở thư mục dữ liệu</source>
        <translation>Open the data folder</translation>
    </message>
    <message>
        <source>&amp;Kiểm tra tệp</source>
        <translation>&amp;Verify files</translation>
    </message>
    <message>
        <source>Đọc lại mọi tệp gốc và so với lúc nhận vào</source>
        <translation>Read every original again and compare it with what was taken in</translation>
    </message>
    <message>
        <source>Mở dữ liệu khác…</source>
        <translation>Open other data…</translation>
    </message>
    <message>
        <source>Đã bỏ theo dõi {path}. Tệp đã nhận vẫn còn.</source>
        <translation>{path} is watched no longer. What was taken in stays.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Đã lưu kỳ đánh giá.</source>
        <translation>Appraisal saved.</translation>
    </message>
    <message>
        <source>Đang kiểm tra…</source>
        <translation>Verifying…</translation>
    </message>
    <message>
        <source>Kiểm tra tệp</source>
        <translation>Verifying files</translation>
    </message>
    <message numerus="yes">
        <source>Trong %n tệp có {damaged} tệp hỏng, {missing} tệp mất. Hãy chép lại từ bản sao lưu hoặc nhận lại tệp.</source>
        <translation>
            <numerusform>Of %n file, {damaged} is damaged, {missing} is missing. Copy it back from a backup or take the file in again.</numerusform>
            <numerusform>Of %n files, {damaged} are damaged, {missing} are missing. Copy them back from a backup or take them in again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cả %n tệp đều nguyên vẹn.</source>
        <translation>
            <numerusform>The one file is intact.</numerusform>
            <numerusform>All %n files are intact.</numerusform>
        </translation>
    </message>
    <message>
        <source>Đã dừng kiểm tra.</source>
        <translation>Verifying was stopped.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Phím tắt</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Ở mọi trang</source>
        <translation>On every page</translation>
    </message>
    <message>
        <source>Chuyển trang</source>
        <translation>Change the page</translation>
    </message>
    <message>
        <source>Tìm tiêu chí, tài liệu</source>
        <translation>Search criteria and documents</translation>
    </message>
    <message>
        <source>Hoàn tác · làm lại</source>
        <translation>Undo · redo</translation>
    </message>
    <message>
        <source>Sang phần sau · phần trước của trang</source>
        <translation>To the next · previous part of the page</translation>
    </message>
    <message>
        <source>Bảng phím tắt này</source>
        <translation>This list of keys</translation>
    </message>
    <message>
        <source>Hộp đến</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Chọn tiêu chí được gợi ý</source>
        <translation>Choose a suggested criterion</translation>
    </message>
    <message>
        <source>Nhận tệp</source>
        <translation>Accept the file</translation>
    </message>
    <message>
        <source>Từ chối tệp</source>
        <translation>Refuse the file</translation>
    </message>
    <message>
        <source>Minh chứng: cây tiêu chí</source>
        <translation>Evidence: the tree of criteria</translation>
    </message>
    <message>
        <source>Sang danh sách minh chứng của tiêu chí</source>
        <translation>To the evidence of the criterion</translation>
    </message>
    <message>
        <source>Sửa tiêu chí</source>
        <translation>Edit the criterion</translation>
    </message>
    <message>
        <source>Tìm tài liệu để gắn; Enter trên tài liệu là gắn, chọn nhiều bằng Shift hoặc Ctrl</source>
        <translation>Search documents to link; Enter on one links it, Shift or Ctrl choose several</translation>
    </message>
    <message>
        <source>Dán minh chứng, tài liệu hoặc tệp vào tiêu chí</source>
        <translation>Paste evidence, documents or files onto the criterion</translation>
    </message>
    <message>
        <source>Thẻ Minh chứng · Đánh giá · Vướng mắc</source>
        <translation>The tabs Evidence · Judgement · Difficulties</translation>
    </message>
    <message>
        <source>Alt+C · Alt+G · Alt+V</source>
        <translation>Alt+E · Alt+J · Alt+D</translation>
    </message>
    <message>
        <source>Minh chứng: danh sách của tiêu chí</source>
        <translation>Evidence: the list of the criterion</translation>
    </message>
    <message>
        <source>Mở tài liệu; trên một mục: tìm tài liệu cho mục đó</source>
        <translation>Open the document; on an item: search documents for it</translation>
    </message>
    <message>
        <source>Sửa số trang, ghi chú; trên một mục: sửa mục, tỷ lệ đạt được</source>
        <translation>Edit pages and note; on an item: edit the item and the percentage reached</translation>
    </message>
    <message>
        <source>Đã kiểm tra, hoặc bỏ kết luận đó</source>
        <translation>Checked, or take that back</translation>
    </message>
    <message>
        <source>Loại khỏi minh chứng, có lý do</source>
        <translation>Reject as evidence, with a reason</translation>
    </message>
    <message>
        <source>Sao chép · cắt · dán minh chứng sang mục, tiêu chí khác</source>
        <translation>Copy · cut · paste evidence to another item or criterion</translation>
    </message>
    <message>
        <source>Chọn tất cả · chọn nhiều</source>
        <translation>Select all · several</translation>
    </message>
    <message>
        <source>Gỡ khỏi tiêu chí</source>
        <translation>Unlink from the criterion</translation>
    </message>
    <message>
        <source>Trình đơn của dòng đang chọn</source>
        <translation>The menu of the row selected</translation>
    </message>
    <message>
        <source>Kéo bằng chuột</source>
        <translation>Dragging with the mouse</translation>
    </message>
    <message>
        <source>Kéo</source>
        <translation>Drag</translation>
    </message>
    <message>
        <source>Chuyển minh chứng sang mục hoặc tiêu chí khác</source>
        <translation>Move evidence to another item or criterion</translation>
    </message>
    <message>
        <source>Ctrl + kéo</source>
        <translation>Ctrl + drag</translation>
    </message>
    <message>
        <source>Dùng thêm ở đó, chỗ cũ vẫn giữ</source>
        <translation>Use it there, too; it stays where it was</translation>
    </message>
    <message>
        <source>Kéo tệp từ Explorer</source>
        <translation>Drag files from Explorer</translation>
    </message>
    <message>
        <source>Thêm tệp vào thư viện và gắn vào nơi thả</source>
        <translation>Add files to the library and link them where they are dropped</translation>
    </message>
    <message>
        <source>Lịch hạn, Soi trước kiểm tra</source>
        <translation>Deadlines, Preflight</translation>
    </message>
    <message>
        <source>Đến chỗ cần làm</source>
        <translation>Go to where it is done</translation>
    </message>
    <message>
        <source>Đặt ngày hạn</source>
        <translation>Set a deadline</translation>
    </message>
    <message>
        <source>Chép các dòng đang chọn</source>
        <translation>Copy the rows selected</translation>
    </message>
</context>
<context>
    <name>SlotActions</name>
    <message>
        <source>Đã thêm mục vào tiêu chí {code}.</source>
        <translation>Item added to criterion {code}.</translation>
    </message>
    <message>
        <source>Đã sửa mục {name}.</source>
        <translation>Item {name} changed.</translation>
    </message>
    <message>
        <source>Đã bỏ mục {name}.</source>
        <translation>Item {name} removed.</translation>
    </message>
</context>
<context>
    <name>SlotChoice</name>
    <message>
        <source>Mục của tiêu chí</source>
        <translation>Slot of the criterion</translation>
    </message>
    <message>
        <source>Cho cả tiêu chí</source>
        <translation>For the whole criterion</translation>
    </message>
</context>
<context>
    <name>SlotDialog</name>
    <message>
        <source>Sửa mục của tiêu chí</source>
        <translation>Edit item of the criterion</translation>
    </message>
    <message>
        <source>Thêm mục cho tiêu chí</source>
        <translation>Add an item to the criterion</translation>
    </message>
    <message>
        <source>Không theo kỳ</source>
        <translation>No period</translation>
    </message>
    <message>
        <source>Ví dụ: Biên bản kiểm tra các trường</source>
        <translation>For example: Minutes of the school inspections</translation>
    </message>
    <message>
        <source>Để trống nếu không đánh số; số tiếp theo là {next}</source>
        <translation>Empty where it is not numbered; the next number is {next}</translation>
    </message>
    <message>
        <source>dd/mm/yyyy; để trống thì theo hạn của tiêu chí</source>
        <translation>dd/mm/yyyy; empty: the deadline of the criterion</translation>
    </message>
    <message>
        <source>Để trống nếu không yêu cầu</source>
        <translation>Empty where none is asked for</translation>
    </message>
    <message>
        <source>Ví dụ 97,5</source>
        <translation>For example 97.5</translation>
    </message>
    <message>
        <source>&amp;Phải có</source>
        <translation>&amp;What is wanted</translation>
    </message>
    <message>
        <source>&amp;Số thứ tự</source>
        <translation>&amp;Number</translation>
    </message>
    <message>
        <source>&amp;Kỳ báo cáo</source>
        <translation>&amp;Period</translation>
    </message>
    <message>
        <source>Số &amp;bản cần có</source>
        <translation>Number of &amp;papers</translation>
    </message>
    <message>
        <source>Tỷ lệ &amp;yêu cầu (%)</source>
        <translation>Percentage &amp;required</translation>
    </message>
    <message>
        <source>Tỷ lệ đạt được (&amp;%)</source>
        <translation>Percentage &amp;reached</translation>
    </message>
    <message>
        <source>&amp;Hạn riêng</source>
        <translation>Own &amp;deadline</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Số thứ tự phải là một số từ 1 trở lên, hoặc để trống.</source>
        <translation>The number must be 1 or more, or empty.</translation>
    </message>
    <message>
        <source>Không đọc được ngày hạn. Hãy gõ ngày/tháng/năm.</source>
        <translation>The deadline cannot be read. Type day/month/year.</translation>
    </message>
    <message>
        <source>Hãy ghi phải có gì, ví dụ: Biên bản kiểm tra.</source>
        <translation>Say what is wanted, for example: Minutes of an inspection.</translation>
    </message>
    <message>
        <source>Tỷ lệ phải là một số phần trăm, ví dụ 97,5.</source>
        <translation>The percentage must be a number, for example 97.5.</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>Bắt đầu với Minh Chứng</source>
        <translation>Start with Minh Chứng</translation>
    </message>
    <message>
        <source>Tạo kỳ đánh giá mới</source>
        <translation>Make a new appraisal</translation>
    </message>
    <message>
        <source>&amp;Có sẵn trong chương trình</source>
        <translation>&amp;Built into the program</translation>
    </message>
    <message>
        <source>Bộ tiêu chí có sẵn</source>
        <translation>Built-in catalogue</translation>
    </message>
    <message>
        <source>Tệp kế hoạch</source>
        <translation>Plan file</translation>
    </message>
    <message>
        <source>Chọn tệp…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>Thư mục dữ liệu</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>Chọn thư mục…</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>Xem trước bộ tiêu chí</source>
        <translation>Preview of the catalogue</translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Chủ trì</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>1. Bộ tiêu chí</source>
        <translation>1. Catalogue</translation>
    </message>
    <message>
        <source>2. Kỳ đánh giá</source>
        <translation>2. Appraisal</translation>
    </message>
    <message>
        <source>&amp;Tên</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Năm</source>
        <translation>&amp;Year</translation>
    </message>
    <message>
        <source>Đơn &amp;vị</source>
        <translation>&amp;Organisation</translation>
    </message>
    <message>
        <source>Cơ &amp;quan chủ quản</source>
        <translation>Parent &amp;body</translation>
    </message>
    <message>
        <source>Địa &amp;danh</source>
        <translation>P&amp;lace</translation>
    </message>
    <message>
        <source>3. Nơi lưu dữ liệu trên máy này</source>
        <translation>3. Where to keep the data on this computer</translation>
    </message>
    <message>
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>&amp;Mở dữ liệu đã có…</source>
        <translation>Open &amp;existing data…</translation>
    </message>
    <message>
        <source>Tạo và bắt đầu</source>
        <translation>Make and start</translation>
    </message>
    <message>
        <source>Đang đọc kế hoạch…</source>
        <translation>Reading the plan…</translation>
    </message>
    <message>
        <source>Chọn bộ tiêu chí có sẵn hoặc một tệp kế hoạch để xem trước.</source>
        <translation>Choose a built-in catalogue or a plan file to preview it.</translation>
    </message>
    <message numerus="yes">
        <source>%n tiêu chí</source>
        <translation>
            <numerusform>%n criterion</numerusform>
            <numerusform>%n criteria</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n yêu cầu đánh số</source>
        <translation>
            <numerusform>%n numbered requirement</numerusform>
            <numerusform>%n numbered requirements</numerusform>
        </translation>
    </message>
    <message>
        <source>Chọn tệp kế hoạch</source>
        <translation>Choose the plan file</translation>
    </message>
    <message>
        <source>Chọn nơi lưu dữ liệu</source>
        <translation>Choose where to keep the data</translation>
    </message>
    <message>
        <source>Chọn thư mục dữ liệu đã có</source>
        <translation>Choose the folder of existing data</translation>
    </message>
    <message>
        <source>Thư mục này nằm trên mạng nên dữ liệu dễ hỏng. Hãy chọn một thư mục trên ổ đĩa máy này.</source>
        <translation>This folder is on a network, where data get damaged easily. Choose a folder on a disk of this computer.</translation>
    </message>
    <message>
        <source>Thư mục này được đồng bộ lên mạng nên dữ liệu dễ hỏng. Hãy chọn một thư mục khác.</source>
        <translation>This folder is synchronised with the network, where data get damaged easily. Choose another folder.</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Từ tệp &amp;kế hoạch (docx, xlsx, xls, csv, txt)</source>
        <translation>From a &amp;plan (docx, xlsx, xls, csv, txt)</translation>
    </message>
    <message>
        <source>Kế hoạch (*.docx *.xlsx *.xls *.csv *.txt)</source>
        <translation>Plan (*.docx *.xlsx *.xls *.csv *.txt)</translation>
    </message>
</context>
<context>
    <name>StepsModel</name>
    <message>
        <source>Nhận {count} tệp mới trong hộp đến</source>
        <translation>Take in {count} new files in the inbox</translation>
    </message>
    <message>
        <source>Sửa ngay</source>
        <translation>Mend now</translation>
    </message>
    <message>
        <source>Chưa phân công</source>
        <translation>Not assigned to a unit</translation>
    </message>
    <message>
        <source>Không ghi hạn</source>
        <translation>No deadline</translation>
    </message>
    <message>
        <source>Quá hạn {day}</source>
        <translation>Overdue {day}</translation>
    </message>
    <message>
        <source>Kiểm tra {count} minh chứng chưa ai xem lại</source>
        <translation>Check {count} pieces of evidence that nobody has looked at</translation>
    </message>
    <message>
        <source>Việc, phần còn thiếu</source>
        <translation>What to do, what is missing</translation>
    </message>
    <message>
        <source>Phòng chủ trì</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>Hạn</source>
        <translation>Deadline</translation>
    </message>
</context>
<context>
    <name>Taken</name>
    <message>
        <source>Thư viện đã có, không thêm bản thứ hai: {names}.</source>
        <translation>The library had these already, no second copy was added: {names}.</translation>
    </message>
</context>
<context>
    <name>TaskProgress</name>
    <message>
        <source>Tiến độ</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>{done} / {total} bước</source>
        <translation>{done} of {total} steps</translation>
    </message>
    <message>
        <source>còn chưa đến 1 phút</source>
        <translation>less than a minute left</translation>
    </message>
    <message>
        <source>còn khoảng {minutes} phút</source>
        <translation>about {minutes} minutes left</translation>
    </message>
    <message>
        <source>Đang dừng…</source>
        <translation>Stopping…</translation>
    </message>
</context>
<context>
    <name>TaskStatus</name>
    <message>
        <source>Tiến độ</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Đang dừng…</source>
        <translation>Stopping…</translation>
    </message>
</context>
<context>
    <name>TotalsModel</name>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Tỷ lệ</source>
        <translation>Share</translation>
    </message>
</context>
<context>
    <name>TwinsView</name>
    <message>
        <source>Có thể trùng</source>
        <translation>May be a duplicate</translation>
    </message>
    <message>
        <source>Bản khác của văn bản này</source>
        <translation>Other copies of this document</translation>
    </message>
    <message>
        <source>Có thể trùng với {link}: cùng số, ký hiệu và cơ quan ban hành. Tài liệu này là: {choices}</source>
        <translation>May be the same as {link}: same number, notation and issuer. This document is: {choices}</translation>
    </message>
    <message>
        <source>bản mới</source>
        <translation>a revision</translation>
    </message>
    <message>
        <source>bản ký</source>
        <translation>the signed copy</translation>
    </message>
    <message>
        <source>văn bản khác</source>
        <translation>another document</translation>
    </message>
    <message>
        <source>Bản mới của {link}</source>
        <translation>Revision of {link}</translation>
    </message>
    <message>
        <source>Đã có bản mới: {link}</source>
        <translation>Has a revision: {link}</translation>
    </message>
    <message>
        <source>Bản ký của {link}</source>
        <translation>Signed copy of {link}</translation>
    </message>
    <message>
        <source>Bản ký: {link}</source>
        <translation>Signed copy: {link}</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Withdraw</translation>
    </message>
</context>
<context>
    <name>UndoActions</name>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Làm lại</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Đã hoàn tác: {step}.</source>
        <translation>Undone: {step}.</translation>
    </message>
    <message>
        <source>Đã làm lại: {step}.</source>
        <translation>Done again: {step}.</translation>
    </message>
</context>
<context>
    <name>UnitsDialog</name>
    <message>
        <source>Đơn vị và đôn đốc</source>
        <translation>Units and reminders</translation>
    </message>
    <message>
        <source>Loại tệp</source>
        <translation>Kind of file</translation>
    </message>
    <message>
        <source>Tệp Word</source>
        <translation>Word file</translation>
    </message>
    <message>
        <source>Tệp PDF</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>&amp;Lập phiếu đôn đốc…</source>
        <translation>&amp;Write reminders…</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Chủ trì</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Còn thiếu</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Người phụ trách</source>
        <translation>Person in charge</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Mỗi đơn vị được đánh dấu nhận một phiếu: còn thiếu gì, đến hạn nào.</source>
        <translation>Each unit that is ticked gets a reminder: what is missing, and by when.</translation>
    </message>
    <message>
        <source>Người liên hệ của {unit}</source>
        <translation>People of {unit}</translation>
    </message>
    <message>
        <source>Người đầu tiên phụ trách đơn vị; tên và điện thoại được ghi trên phiếu.</source>
        <translation>The first person is in charge of the unit; names and telephones stand on the reminder.</translation>
    </message>
    <message>
        <source>Người đầu tiên là người đứng đầu, ký các phiếu đôn đốc.</source>
        <translation>The first person is the head of the office, who signs the reminders.</translation>
    </message>
    <message>
        <source>Dòng chưa có họ tên nên chưa được lưu.</source>
        <translation>A line without a name is not saved yet.</translation>
    </message>
    <message>
        <source>Ghi các phiếu đôn đốc vào thư mục</source>
        <translation>Write the reminders into a folder</translation>
    </message>
    <message>
        <source>Lập phiếu đôn đốc</source>
        <translation>Writing reminders</translation>
    </message>
    <message numerus="yes">
        <source>Đã lập %n phiếu trong thư mục {folder}.</source>
        <translation>
            <numerusform>%n reminder was written into {folder}.</numerusform>
            <numerusform>%n reminders were written into {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tiêu chí {codes} còn thiếu nhưng chưa có đơn vị chủ trì nên không có trong phiếu nào.</source>
        <translation>Criteria {codes} lack something, but no unit leads them, so they are in no reminder.</translation>
    </message>
    <message>
        <source>&amp;Báo cáo tiến độ…</source>
        <translation>Progress &amp;report…</translation>
    </message>
    <message>
        <source>Bảng Excel (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>Tệp Word (*.docx)</source>
        <translation>Word file (*.docx)</translation>
    </message>
    <message>
        <source>Tệp PDF (*.pdf)</source>
        <translation>PDF file (*.pdf)</translation>
    </message>
    <message>
        <source>Báo cáo tiến độ minh chứng.xlsx</source>
        <translation>Progress report.xlsx</translation>
    </message>
    <message>
        <source>Ghi báo cáo tiến độ</source>
        <translation>Write the progress report</translation>
    </message>
    <message>
        <source>Đã ghi báo cáo vào {path}.</source>
        <translation>The report was written to {path}.</translation>
    </message>
</context>
<context>
    <name>WordingDialog</name>
    <message>
        <source>Lời văn và biểu trưng của hồ sơ</source>
        <translation>Wording and logo of the dossier</translation>
    </message>
    <message>
        <source>Lọc lời văn</source>
        <translation>Filter the wording</translation>
    </message>
    <message>
        <source>Lọc: muc luc, bìa…</source>
        <translation>Filter: muc luc, bìa…</translation>
    </message>
    <message>
        <source>Lời văn</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Lời văn đang sửa</source>
        <translation>The words being edited</translation>
    </message>
    <message>
        <source>Lưu lời văn</source>
        <translation>Save the words</translation>
    </message>
    <message>
        <source>Lấy lại lời mặc định</source>
        <translation>Back to the default</translation>
    </message>
    <message>
        <source>Bỏ biểu trưng</source>
        <translation>Remove the logo</translation>
    </message>
    <message>
        <source>Chọn biểu trưng…</source>
        <translation>Choose a logo…</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Quốc hiệu, tiêu ngữ</source>
        <translation>Nation and motto</translation>
    </message>
    <message>
        <source>Bìa</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>Hồ sơ bổ sung</source>
        <translation>Supplement</translation>
    </message>
    <message>
        <source>Những thay đổi</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Mục lục</source>
        <translation>Table of contents</translation>
    </message>
    <message>
        <source>Tập</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Dấu trang</source>
        <translation>Bookmarks</translation>
    </message>
    <message>
        <source>Trang trắng</source>
        <translation>Blank pages</translation>
    </message>
    <message>
        <source>Tình trạng minh chứng</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Tình trạng từng mục</source>
        <translation>States of slots</translation>
    </message>
    <message>
        <source>Kết quả đánh giá</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Bảng tổng hợp</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Danh mục còn thiếu</source>
        <translation>List of what is missing</translation>
    </message>
    <message>
        <source>Trang xác nhận toàn vẹn</source>
        <translation>Integrity page</translation>
    </message>
    <message>
        <source>Danh mục minh chứng</source>
        <translation>Evidence list</translation>
    </message>
    <message>
        <source>Tờ phân cách lĩnh vực</source>
        <translation>Field dividers</translation>
    </message>
    <message>
        <source>Phiếu từng tiêu chí</source>
        <translation>Criterion sheets</translation>
    </message>
    <message>
        <source>Dòng minh chứng</source>
        <translation>Lines of evidence</translation>
    </message>
    <message>
        <source>Dòng đóng trên mỗi trang</source>
        <translation>Stamp on each page</translation>
    </message>
    <message>
        <source>Tờ ghi chú thay tài liệu</source>
        <translation>Slip in place of a document</translation>
    </message>
    <message>
        <source>Lý do không in được</source>
        <translation>Why it cannot be printed</translation>
    </message>
    <message>
        <source>Bộ chép cho đoàn kiểm tra</source>
        <translation>The set for the inspectors</translation>
    </message>
    <message>
        <source>Chữ ký</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Bìa chưa có biểu trưng.</source>
        <translation>The cover has no logo.</translation>
    </message>
    <message>
        <source>Mặc định: {words}</source>
        <translation>Default: {words}</translation>
    </message>
    <message>
        <source>Ảnh (*.png *.jpg *.jpeg *.bmp *.webp)</source>
        <translation>Pictures (*.png *.jpg *.jpeg *.bmp *.webp)</translation>
    </message>
    <message>
        <source>Chọn biểu trưng</source>
        <translation>Choose a logo</translation>
    </message>
    <message>
        <source>Chọn một câu để sửa. Những chỗ trong ngoặc nhọn được điền khi in.</source>
        <translation>Choose some words to edit. What stands in braces is filled in on printing.</translation>
    </message>
    <message>
        <source>Thư điện tử</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Lời ghi trên trang</source>
        <translation>Notes on pages</translation>
    </message>
    <message>
        <source>Tài liệu không in được, bị loại</source>
        <translation>Documents not printed or rejected</translation>
    </message>
</context>
<context>
    <name>_Chooser</name>
    <message>
        <source>Tiêu chí của kỳ mới</source>
        <translation>Criterion of the new appraisal</translation>
    </message>
    <message>
        <source>Không chuyển</source>
        <translation>Not taken over</translation>
    </message>
</context>
<context>
    <name>changes</name>
    <message>
        <source>Thêm tiêu chí</source>
        <translation>Criterion added</translation>
    </message>
    <message>
        <source>Bỏ tiêu chí</source>
        <translation>Criterion removed</translation>
    </message>
    <message>
        <source>Sửa nội dung tiêu chí</source>
        <translation>Criterion edited</translation>
    </message>
    <message>
        <source>Tình trạng minh chứng</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Giải trình</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>Điểm</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Thêm minh chứng {code}</source>
        <translation>Evidence {code} added</translation>
    </message>
    <message>
        <source>Gỡ minh chứng {code}</source>
        <translation>Evidence {code} taken away</translation>
    </message>
    <message>
        <source>Loại minh chứng {code}</source>
        <translation>Evidence {code} rejected</translation>
    </message>
    <message>
        <source>Sửa trang, ghi chú hoặc mục của {code}</source>
        <translation>Pages, note or slot of {code} changed</translation>
    </message>
    <message>
        <source>{code} có bản mới</source>
        <translation>New revision of {code}</translation>
    </message>
    <message>
        <source>Sửa mô tả của {code}</source>
        <translation>Description of {code} changed</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Quản lý minh chứng. Không có lệnh nào: mở cửa sổ chương trình.</source>
        <translation>Manages evidence. Without a command: opens the window.</translation>
    </message>
    <message>
        <source>Thư mục dữ liệu; nếu không có: biến MINHCHUNG_WORKSPACE hoặc thư mục hiện tại.</source>
        <translation>Data folder; otherwise the variable MINHCHUNG_WORKSPACE or the current folder.</translation>
    </message>
    <message>
        <source>Trả lời bằng một giá trị JSON.</source>
        <translation>Answer with one JSON value.</translation>
    </message>
    <message>
        <source>Ngôn ngữ của câu trả lời.</source>
        <translation>Language of the answer.</translation>
    </message>
    <message>
        <source>Tạo dữ liệu mẫu từ kế hoạch năm 2023, in hồ sơ và mở cửa sổ.</source>
        <translation>Make sample data from the 2023 plan, print the dossier and open the window.</translation>
    </message>
    <message>
        <source>Tạo dữ liệu mới từ một kế hoạch hoặc một bộ tiêu chí có sẵn.</source>
        <translation>Make new data from a plan or a built-in catalogue.</translation>
    </message>
    <message>
        <source>Các bộ tiêu chí có sẵn.</source>
        <translation>The built-in catalogues.</translation>
    </message>
    <message>
        <source>Cây tiêu chí theo thứ tự.</source>
        <translation>The tree of criteria in order.</translation>
    </message>
    <message>
        <source>Nhận tệp vào kho tài liệu ngay.</source>
        <translation>Take files into the library at once.</translation>
    </message>
    <message>
        <source>Xem các thư mục theo dõi (hoặc thư mục được nêu) một lượt.</source>
        <translation>One look over the watched folders (or those named).</translation>
    </message>
    <message>
        <source>Đặt các thư mục theo dõi và theo dõi cho đến khi bị dừng.</source>
        <translation>Set the watched folders and watch until stopped.</translation>
    </message>
    <message>
        <source>Các tệp đến đang chờ quyết định.</source>
        <translation>Arrived files that wait for a decision.</translation>
    </message>
    <message>
        <source>Nhận một tệp đến làm tài liệu.</source>
        <translation>Take an arrived file as a document.</translation>
    </message>
    <message>
        <source>Từ chối một tệp đến.</source>
        <translation>Refuse an arrived file.</translation>
    </message>
    <message>
        <source>Để một tệp đến lại sau.</source>
        <translation>Leave an arrived file for later.</translation>
    </message>
    <message>
        <source>Kho tài liệu.</source>
        <translation>The library.</translation>
    </message>
    <message>
        <source>Xem hoặc sửa mô tả của một tài liệu; giá trị rỗng xoá một mục.</source>
        <translation>Show or edit the description of a document; an empty value clears a field.</translation>
    </message>
    <message>
        <source>Đọc một tệp mà không lưu lại.</source>
        <translation>Read a file without keeping it.</translation>
    </message>
    <message>
        <source>Nhận dạng chữ trên các trang quét và ảnh còn chờ trong kho.</source>
        <translation>Recognise the text of the scans and photos that wait in the library.</translation>
    </message>
    <message>
        <source>Tìm trong nội dung và mô tả, có dấu hoặc không dấu.</source>
        <translation>Search content and descriptions, with or without accents.</translation>
    </message>
    <message>
        <source>Gắn tài liệu làm minh chứng cho một tiêu chí.</source>
        <translation>Link a document as evidence of a criterion.</translation>
    </message>
    <message>
        <source>Gỡ tài liệu khỏi một tiêu chí.</source>
        <translation>Unlink a document from a criterion.</translation>
    </message>
    <message>
        <source>Ghi nhận đã kiểm tra một minh chứng.</source>
        <translation>Record that a piece of evidence was checked.</translation>
    </message>
    <message>
        <source>Loại một minh chứng, có lý do; minh chứng vẫn ở trong danh sách.</source>
        <translation>Reject a piece of evidence, with a reason; it stays listed.</translation>
    </message>
    <message>
        <source>Những gì các tiêu chí đòi hỏi: yêu cầu, kỳ báo cáo, số lượng, tỷ lệ.</source>
        <translation>What the criteria want: requirements, reports of periods, numbers, percentages.</translation>
    </message>
    <message>
        <source>Thêm một mục phải có vào tiêu chí; có SLOT thì sửa hoặc bỏ mục đó.</source>
        <translation>Add a slot to a criterion; with SLOT edit or remove that one.</translation>
    </message>
    <message>
        <source>Ghi tình trạng công việc, kết quả và giải trình của một tiêu chí.</source>
        <translation>Record the state of the work on a criterion, its result and explanation.</translation>
    </message>
    <message>
        <source>Tiêu chí mà một tài liệu có thể là minh chứng, và vì sao.</source>
        <translation>The criteria that a document may prove, and why.</translation>
    </message>
    <message>
        <source>Tiêu chí nào đã có, còn thiếu hoặc quá hạn.</source>
        <translation>Which criteria have evidence, lack it or are overdue.</translation>
    </message>
    <message>
        <source>Việc đến hạn theo ngày; --ics ghi ra tệp lịch.</source>
        <translation>What is due, by date; --ics writes a calendar.</translation>
    </message>
    <message>
        <source>Đặt ngày hạn của một tiêu chí; không nêu ngày: lấy lại từ lời văn.</source>
        <translation>Set the dates of a criterion; without a date: as its words say.</translation>
    </message>
    <message>
        <source>Soi trước kiểm tra: những gì đoàn kiểm tra sẽ thấy chưa ổn.</source>
        <translation>Preflight: what an inspector would find wrong.</translation>
    </message>
    <message>
        <source>Khó khăn, vướng mắc và kiến nghị, đề xuất của cả đơn vị.</source>
        <translation>Difficulties and proposals of the whole office.</translation>
    </message>
    <message>
        <source>Ghi một khó khăn (difficulty) hoặc kiến nghị (proposal).</source>
        <translation>Write down a difficulty or a proposal.</translation>
    </message>
    <message>
        <source>Các đơn vị chủ trì, phối hợp và người liên hệ.</source>
        <translation>The lead and coordinating units, and whom to ask there.</translation>
    </message>
    <message>
        <source>Xem một đơn vị; ghi hoặc bỏ người liên hệ và ghi chú.</source>
        <translation>Show a unit; write down or remove its people and a note.</translation>
    </message>
    <message>
        <source>Lập phiếu đôn đốc: mỗi đơn vị một tệp, còn thiếu gì và hạn nào.</source>
        <translation>Write reminders: a file for each unit, what is missing and by when.</translation>
    </message>
    <message>
        <source>In hồ sơ minh chứng ra một tệp PDF.</source>
        <translation>Print the dossier into a PDF file.</translation>
    </message>
    <message>
        <source>Kiểm tra mọi tệp, cơ sở dữ liệu và nhật ký.</source>
        <translation>Check every file, the database and the journal.</translation>
    </message>
    <message>
        <source>Ai đã làm gì, khi nào.</source>
        <translation>Who did what, and when.</translation>
    </message>
    <message>
        <source>Yêu cầu số mấy của tiêu chí.</source>
        <translation>Number of the criterion&apos;s requirement.</translation>
    </message>
    <message>
        <source>Mục phải có: số, kỳ (2023-Q1) hoặc id.</source>
        <translation>The slot: its number, period (2023-Q1) or id.</translation>
    </message>
    <message>
        <source>Chỉ tiêu chí do đơn vị này chủ trì.</source>
        <translation>Only criteria that this unit leads.</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Chủ trì</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Công việc</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Minh chứng</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Bỏ mục này.</source>
        <translation>Remove this slot.</translation>
    </message>
    <message>
        <source>Hãy nêu SLOT, hoặc --text của mục mới.</source>
        <translation>Name SLOT, or --text of a new one.</translation>
    </message>
    <message>
        <source>Hãy gõ một con số.</source>
        <translation>Give a number.</translation>
    </message>
    <message>
        <source>Mục</source>
        <translation>Slot</translation>
    </message>
    <message>
        <source>Phải có</source>
        <translation>Wanted</translation>
    </message>
    <message>
        <source>Số lượng</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Tỷ lệ</source>
        <translation>Percentage</translation>
    </message>
    <message>
        <source>Giải trình.</source>
        <translation>Explanation.</translation>
    </message>
    <message>
        <source>Số điểm bị mất năm trước.</source>
        <translation>Points lost last year.</translation>
    </message>
    <message>
        <source>Cách khắc phục.</source>
        <translation>What is being done about it.</translation>
    </message>
    <message>
        <source>Những trang là minh chứng.</source>
        <translation>The pages that are evidence.</translation>
    </message>
    <message>
        <source>Ghi chú.</source>
        <translation>Note.</translation>
    </message>
    <message>
        <source>Đã gắn {evidence} vào tiêu chí {code}.</source>
        <translation>{evidence} linked to criterion {code}.</translation>
    </message>
    <message>
        <source>Đã gỡ {name} khỏi tiêu chí {code}.</source>
        <translation>{name} unlinked from criterion {code}.</translation>
    </message>
    <message>
        <source>Bỏ kết luận đã ghi, kể cả khi minh chứng bị loại.</source>
        <translation>Take a check back, or a rejection.</translation>
    </message>
    <message>
        <source>Lý do loại.</source>
        <translation>Why it is rejected.</translation>
    </message>
    <message>
        <source>{evidence} của tiêu chí {code}: {state}.</source>
        <translation>{evidence} of criterion {code}: {state}.</translation>
    </message>
    <message>
        <source>Nhiều nhất bao nhiêu gợi ý.</source>
        <translation>How many suggestions at most.</translation>
    </message>
    <message>
        <source>Điểm</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Vì sao</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Không thấy tiêu chí nào phù hợp.</source>
        <translation>No criterion seems to fit.</translation>
    </message>
    <message>
        <source>Tính đến ngày này.</source>
        <translation>As of this day.</translation>
    </message>
    <message>
        <source>Hạn</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>{criteria} tiêu chí: {complete} đủ, {partial} một phần, {missing} chưa có, {survey} điều tra xã hội học, {not_assigned} không được giao; {overdue} quá hạn.</source>
        <translation>{criteria} criteria: {complete} complete, {partial} partial, {missing} missing, {survey} survey, {not_assigned} not assigned; {overdue} overdue.</translation>
    </message>
    <message>
        <source>{date} (quá hạn)</source>
        <translation>{date} (overdue)</translation>
    </message>
    <message>
        <source>Chỉ tiêu chí này; lặp lại được.</source>
        <translation>Only this criterion; may be repeated.</translation>
    </message>
    <message>
        <source>Chỉ in danh mục, không kèm tài liệu.</source>
        <translation>Print only the lists, without the documents.</translation>
    </message>
    <message>
        <source>Ngày ghi trên hồ sơ.</source>
        <translation>The date on the dossier.</translation>
    </message>
    <message>
        <source>{path}: {pages} trang</source>
        <translation>{path}: {pages} pages</translation>
    </message>
    <message>
        <source>Không in được đầy đủ: {name} ({reason})</source>
        <translation>Not printed whole: {name} ({reason})</translation>
    </message>
    <message>
        <source>Gắn luôn vào tiêu chí này; lặp lại được.</source>
        <translation>Link to this criterion at once; may be repeated.</translation>
    </message>
    <message>
        <source>Đã nhận: {path} {codes}</source>
        <translation>Accepted: {path} {codes}</translation>
    </message>
    <message>
        <source>Đã có từ trước: {path} {codes}</source>
        <translation>There before: {path} {codes}</translation>
    </message>
    <message>
        <source>Đã nhận làm bản mới: {path} {codes}</source>
        <translation>Accepted as a new revision: {path} {codes}</translation>
    </message>
    <message>
        <source>Không nhận: {path}. {message}</source>
        <translation>Not accepted: {path}. {message}</translation>
    </message>
    <message>
        <source>Chưa lấy {path}: {reason}</source>
        <translation>Not taken yet: {path} ({reason})</translation>
    </message>
    <message>
        <source>Không nhận {path}: {reason}</source>
        <translation>Refused: {path} ({reason})</translation>
    </message>
    <message>
        <source>{arrived} tệp mới, {known} tệp đã biết.</source>
        <translation>{arrived} new files, {known} known files.</translation>
    </message>
    <message>
        <source>{pages} trang quét chờ nhận dạng chữ; lệnh recognise làm việc đó.</source>
        <translation>{pages} scanned pages wait for their letters to be recognised; the command recognise does it.</translation>
    </message>
    <message>
        <source>Thêm các thư mục này vào những thư mục đang theo dõi.</source>
        <translation>Add these folders to the watched ones.</translation>
    </message>
    <message>
        <source>Thôi theo dõi các thư mục này.</source>
        <translation>Stop watching these folders.</translation>
    </message>
    <message>
        <source>Cách nhận biết thay đổi trong các thư mục này; automatic: hỏi định kỳ ổ mạng.</source>
        <translation>How changes in these folders are noticed; automatic: network drives are polled.</translation>
    </message>
    <message>
        <source>Tự nhận tệp, thư mục con có tên bắt đầu bằng mã tiêu chí vào tiêu chí đó.</source>
        <translation>Accept files and subfolders whose name begins with a criterion&apos;s code onto it by themselves.</translation>
    </message>
    <message>
        <source>Đang theo dõi {folders}. Nhấn Ctrl+C để dừng.</source>
        <translation>Watching {folders}. Press Ctrl+C to stop.</translation>
    </message>
    <message>
        <source>Nhận dạng chữ</source>
        <translation>Text recognition</translation>
    </message>
    <message>
        <source>Không có tệp nào chờ quyết định.</source>
        <translation>No file waits for a decision.</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Số, ký hiệu</source>
        <translation>Number, notation</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Trích yếu</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>trùng với {document}</source>
        <translation>same as {document}</translation>
    </message>
    <message>
        <source>bản mới của {document}</source>
        <translation>revision of {document}</translation>
    </message>
    <message>
        <source>đã có bản sau: {arrival}</source>
        <translation>superseded by {arrival}</translation>
    </message>
    <message>
        <source>bộ gồm {count} tệp</source>
        <translation>a set of {count} files</translation>
    </message>
    <message>
        <source>trong bộ {arrival}</source>
        <translation>in set {arrival}</translation>
    </message>
    <message>
        <source>Tệp đã sửa thành tài liệu mới, không thành bản mới.</source>
        <translation>A changed file becomes a new document and not a revision.</translation>
    </message>
    <message>
        <source>Vì sao.</source>
        <translation>Why.</translation>
    </message>
    <message>
        <source>Mã minh chứng</source>
        <translation>Evidence code</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Ký hiệu</source>
        <translation>Notation</translation>
    </message>
    <message>
        <source>Ngày ban hành</source>
        <translation>Date of issue</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Cơ quan ban hành</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>Cơ quan chủ quản</source>
        <translation>Parent body</translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Ngày đến</source>
        <translation>Date of arrival</translation>
    </message>
    <message>
        <source>Hiệu lực từ</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>Hiệu lực đến</source>
        <translation>Valid to</translation>
    </message>
    <message>
        <source>Nhận dạng chữ trên trang quét.</source>
        <translation>Recognise the text of scanned pages.</translation>
    </message>
    <message>
        <source>Lưu ý: {problem}</source>
        <translation>Note: {problem}</translation>
    </message>
    <message>
        <source>Chỉ trang đầu của mỗi tệp, đủ cho phần mô tả.</source>
        <translation>Only the first page of each file: enough for its description.</translation>
    </message>
    <message>
        <source>Đã nhận dạng {done} trang, còn {waiting} trang.</source>
        <translation>{done} pages recognised, {waiting} to go.</translation>
    </message>
    <message>
        <source>Nhiều nhất bao nhiêu tài liệu.</source>
        <translation>At most this many documents.</translation>
    </message>
    <message>
        <source>Đoạn tìm thấy</source>
        <translation>Passage found</translation>
    </message>
    <message>
        <source>Đã dừng theo yêu cầu.</source>
        <translation>Stopped as asked.</translation>
    </message>
    <message>
        <source>Dùng sai lệnh: {problem} Gõ --help để xem cách dùng.</source>
        <translation>Wrong usage: {problem} Type --help to see how.</translation>
    </message>
    <message>
        <source>Không đọc hoặc ghi được {path}: {reason}.</source>
        <translation>Cannot read or write {path}: {reason}.</translation>
    </message>
    <message>
        <source>Chương trình gặp sự cố ngoài dự kiến. Hãy gửi tệp {log} cho người hỗ trợ.</source>
        <translation>Something unexpected went wrong. Please send the file {log} to your support person.</translation>
    </message>
    <message>
        <source>Bộ tiêu chí có sẵn; xem catalogues.</source>
        <translation>Built-in catalogue; see catalogues.</translation>
    </message>
    <message>
        <source>Mẫu mã minh chứng, ví dụ MC.{criterion}.{number:02}.</source>
        <translation>Pattern of evidence codes, for example MC.{criterion}.{number:02}.</translation>
    </message>
    <message>
        <source>Cần một trong hai: --plan hoặc --catalogue.</source>
        <translation>One of --plan and --catalogue is needed.</translation>
    </message>
    <message>
        <source>Đã tạo {workspace}: {criteria} tiêu chí, {requirements} yêu cầu đánh số.</source>
        <translation>Made {workspace}: {criteria} criteria, {requirements} numbered requirements.</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Không mở cửa sổ.</source>
        <translation>Do not open the window.</translation>
    </message>
    <message>
        <source>Dữ liệu mẫu: {workspace}
Hồ sơ: {dossier} ({pages} trang, {evidence} minh chứng)</source>
        <translation>Sample data: {workspace}
Dossier: {dossier} ({pages} pages, {evidence} pieces of evidence)</translation>
    </message>
    <message>
        <source>Không có màn hình nên không mở cửa sổ.</source>
        <translation>There is no screen, so the window is not opened.</translation>
    </message>
    <message>
        <source>Dọn tệp thừa và sửa những gì sửa được.</source>
        <translation>Remove unknown files and repair what can be repaired.</translation>
    </message>
    <message>
        <source>Bị hỏng: {name} ({sha256})</source>
        <translation>Damaged: {name} ({sha256})</translation>
    </message>
    <message>
        <source>Bị mất: {name} ({sha256})</source>
        <translation>Missing: {name} ({sha256})</translation>
    </message>
    <message>
        <source>Tệp thừa: {path}</source>
        <translation>Unknown file: {path}</translation>
    </message>
    <message>
        <source>Nhật ký đã bị sửa ngoài chương trình.</source>
        <translation>The journal was changed outside the program.</translation>
    </message>
    <message>
        <source>Đã kiểm tra {checked} tệp.</source>
        <translation>{checked} files checked.</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>At</translation>
    </message>
    <message>
        <source>Ai</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Về</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Ghi lịch ra tệp này.</source>
        <translation>Write the calendar to this file.</translation>
    </message>
    <message>
        <source>Xong, muộn</source>
        <translation>Done, late</translation>
    </message>
    <message>
        <source>Hạn của tiêu chí {code}: {days}</source>
        <translation>Dates of criterion {code}: {days}</translation>
    </message>
    <message>
        <source>không có ngày</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Mức độ</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>Vấn đề</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>Không thấy vấn đề nào.</source>
        <translation>Nothing was found wrong.</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Phối hợp</source>
        <translation>Coordinating</translation>
    </message>
    <message>
        <source>Người liên hệ</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Họ tên người được ghi thêm hoặc sửa.</source>
        <translation>The name of the person to add or change.</translation>
    </message>
    <message>
        <source>Bỏ người này.</source>
        <translation>Remove this person.</translation>
    </message>
    <message>
        <source>Bỏ mọi điều đã ghi.</source>
        <translation>Remove all that was written down.</translation>
    </message>
    <message>
        <source>Hãy nêu --person của người này.</source>
        <translation>Name the person with --person.</translation>
    </message>
    <message>
        <source>{path}: {count} nội dung, {overdue} quá hạn</source>
        <translation>{path}: {count} items, {overdue} overdue</translation>
    </message>
    <message>
        <source>{unit}: không còn thiếu gì, không có phiếu.</source>
        <translation>{unit}: nothing is missing, no reminder.</translation>
    </message>
    <message>
        <source>{code}: còn thiếu nhưng chưa có đơn vị chủ trì nên không có trong phiếu nào.</source>
        <translation>{code}: something is missing, but no unit leads it, so it is in no reminder.</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Chưa ghi khó khăn, kiến nghị nào.</source>
        <translation>No difficulties or proposals yet.</translation>
    </message>
    <message>
        <source>Đã ghi {kind}: {text}</source>
        <translation>Written down as {kind}: {text}</translation>
    </message>
    <message>
        <source>Đọc một tài liệu hoặc tệp đến bằng mật khẩu; mật khẩu không được lưu lại.</source>
        <translation>Read a document or an arrival with its password, which is not stored.</translation>
    </message>
    <message>
        <source>Đã đọc {name} bằng mật khẩu, và {others} tệp khác có cùng mật khẩu.</source>
        <translation>{name} was read with its password, and {others} other files that have the same one.</translation>
    </message>
    <message>
        <source>Mật khẩu để đọc tệp, không lưu lại; dấu - để hỏi hoặc đọc từ đầu vào chuẩn.</source>
        <translation>Password to read the files with, not stored; - asks for it or reads it from standard input.</translation>
    </message>
    <message>
        <source>Mật khẩu: </source>
        <translation>Password: </translation>
    </message>
    <message>
        <source>Chép cho đoàn kiểm tra: hồ sơ, bản gốc, mục lục tra cứu, danh mục Excel, mã băm.</source>
        <translation>Hand over to the inspectors: dossier, originals, an index to look things up in, an Excel list, checksums.</translation>
    </message>
    <message>
        <source>Thay bộ đã chép ra trước đây ở chỗ đó.</source>
        <translation>Replace what was handed over there before.</translation>
    </message>
    <message>
        <source>{path}: {count} tệp, {size} MB, hồ sơ {pages} trang</source>
        <translation>{path}: {count} files, {size} MB, dossier of {pages} pages</translation>
    </message>
    <message>
        <source>Không chép bản gốc: {name} ({reason})</source>
        <translation>Original left out: {name} ({reason})</translation>
    </message>
    <message>
        <source>Bỏ phần này; lặp lại được.</source>
        <translation>Leave this part out; may be repeated.</translation>
    </message>
    <message>
        <source>Xếp tài liệu theo tiêu chí (criterion) hay ngày ban hành (date).</source>
        <translation>Put the documents in the order of the criteria or of their dates of issue.</translation>
    </message>
    <message>
        <source>Mỗi tập nhiều nhất N trang.</source>
        <translation>At most N pages a volume.</translation>
    </message>
    <message>
        <source>Mỗi tập nhiều nhất N MB.</source>
        <translation>At most N MB a volume.</translation>
    </message>
    <message>
        <source>Mỗi tài liệu bắt đầu ở trang lẻ, để in hai mặt.</source>
        <translation>Begin every document on an odd page, for printing on both sides.</translation>
    </message>
    <message>
        <source>Tài liệu trùng số, ký hiệu và cơ quan ban hành; quyết định chúng là gì của nhau.</source>
        <translation>Documents with the same number, notation and issuer; decides what they are to each other.</translation>
    </message>
    <message>
        <source>có thể trùng với {document}</source>
        <translation>may be the same as {document}</translation>
    </message>
    <message>
        <source>Là bản mới, bản ký của tài liệu này, hoặc văn bản khác dù trùng số, ký hiệu.</source>
        <translation>Is a revision or the signed copy of this document, or another one in spite of the same number.</translation>
    </message>
    <message>
        <source>Bỏ điều đã quyết với tài liệu này.</source>
        <translation>Withdraws what was decided with this document.</translation>
    </message>
    <message>
        <source>Bản mới cũng thay bản kia ở mọi tiêu chí đã gắn.</source>
        <translation>The newer copy also takes the place of the other one in all its criteria.</translation>
    </message>
    <message>
        <source>--hand-over chỉ đi với --revision-of hoặc --signed-copy-of.</source>
        <translation>--hand-over only goes with --revision-of or --signed-copy-of.</translation>
    </message>
    <message>
        <source>chỉ nêu một trong --revision-of, --signed-copy-of, --other-than.</source>
        <translation>name only one of --revision-of, --signed-copy-of, --other-than.</translation>
    </message>
    <message>
        <source>Không có tài liệu nào trùng số, ký hiệu và cơ quan ban hành.</source>
        <translation>No document has the same number, notation and issuer.</translation>
    </message>
    <message>
        <source>có thể trùng</source>
        <translation>may be a duplicate</translation>
    </message>
    <message>
        <source>Điểm từng lĩnh vực và cả kỳ; --if: điểm nếu tiêu chí này đạt.</source>
        <translation>Points by field and of the whole; --if: the points if this criterion were met.</translation>
    </message>
    <message>
        <source>Giải trình về điểm của vòng này.</source>
        <translation>The office&apos;s explanation of this round&apos;s points.</translation>
    </message>
    <message>
        <source>Lý do của bên thẩm định.</source>
        <translation>The appraisers&apos; reason.</translation>
    </message>
    <message>
        <source>Vòng chấm; không nêu: vòng cuối đã có.</source>
        <translation>The round of scoring; if not named, the last one that there is.</translation>
    </message>
    <message>
        <source>Coi như đạt hết điểm.</source>
        <translation>As if it had all its points.</translation>
    </message>
    <message>
        <source>Tối đa</source>
        <translation>Most</translation>
    </message>
    <message>
        <source>Tự chấm</source>
        <translation>Own score</translation>
    </message>
    <message>
        <source>Thẩm định</source>
        <translation>Appraised</translation>
    </message>
    <message>
        <source>Cộng</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>Nếu {codes} đạt: {points} điểm.</source>
        <translation>If {codes} were met: {points} points.</translation>
    </message>
    <message>
        <source>Chỉ lần này làm việc với kỳ đánh giá này: mã, năm hoặc tên; xem appraisals.</source>
        <translation>Work on this appraisal this time only: id, year or title; see appraisals.</translation>
    </message>
    <message>
        <source>Các kỳ đánh giá; --use chọn kỳ để làm việc.</source>
        <translation>The appraisals; --use chooses the one to work on.</translation>
    </message>
    <message>
        <source>Lập kỳ đánh giá sau từ kỳ này: minh chứng thành đề xuất, tình trạng bắt đầu lại.</source>
        <translation>Make the next appraisal from this one: evidence as proposals, states begin anew.</translation>
    </message>
    <message>
        <source>Minh chứng đề xuất từ kỳ trước, đang chờ quyết định.</source>
        <translation>Evidence proposed from the appraisal before, waiting for a decision.</translation>
    </message>
    <message>
        <source>Chỉ cho biết sẽ làm gì, không thay đổi dữ liệu.</source>
        <translation>Only say what would be done, change nothing.</translation>
    </message>
    <message>
        <source>Từ nay làm việc với kỳ này: mã, năm hoặc tên.</source>
        <translation>Work on this one from now on: id, year or title.</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Kỳ đánh giá</source>
        <translation>Appraisal</translation>
    </message>
    <message>
        <source>Tiêu chí OLD là NEW trong bộ mới; OLD= : không chuyển sang tiêu chí nào.</source>
        <translation>Criterion OLD is NEW in the new catalogue; OLD= : it goes to none.</translation>
    </message>
    <message>
        <source>Chỉ đề xuất văn bản còn hiệu lực.</source>
        <translation>Propose only documents that are still valid.</translation>
    </message>
    <message>
        <source>Hãy gõ OLD=NEW.</source>
        <translation>Type OLD=NEW.</translation>
    </message>
    <message>
        <source>Năm nay</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>Kỳ mới</source>
        <translation>New appraisal</translation>
    </message>
    <message>
        <source>Khớp theo</source>
        <translation>Matched by</translation>
    </message>
    <message>
        <source>Còn hiệu lực</source>
        <translation>Still valid</translation>
    </message>
    <message>
        <source>Tiêu chí mới của kỳ sau: {codes}</source>
        <translation>New criteria: {codes}</translation>
    </message>
    <message>
        <source>Sẽ tạo kỳ đánh giá {year} với {criteria} tiêu chí. Chưa thay đổi gì.</source>
        <translation>Would make the appraisal {year} with {criteria} criteria. Nothing was changed.</translation>
    </message>
    <message>
        <source>Nhận các đề xuất này làm minh chứng.</source>
        <translation>Accept these proposals as evidence.</translation>
    </message>
    <message>
        <source>Chỉ những văn bản còn hiệu lực.</source>
        <translation>Only documents that are still valid.</translation>
    </message>
    <message>
        <source>còn hiệu lực</source>
        <translation>still valid</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Không có đề xuất nào.</source>
        <translation>There are no proposals.</translation>
    </message>
    <message>
        <source>Văn bản nào thay thế, báo cáo nào của kế hoạch nào.</source>
        <translation>Which document replaces which, and which report tells of which plan.</translation>
    </message>
    <message>
        <source>Ghi một văn bản thay thế (replaces), hoặc báo cáo về, văn bản khác.</source>
        <translation>Note that a document replaces, or reports on (reports_on), another one.</translation>
    </message>
    <message>
        <source>Các bản của một tài liệu, từ bản đầu đến bản đang dùng.</source>
        <translation>The files that a document was, from the first to the current one.</translation>
    </message>
    <message>
        <source>Nhận tệp làm bản mới của một tài liệu; bản cũ vẫn giữ.</source>
        <translation>Take a file in as the next revision of a document; the old one is kept.</translation>
    </message>
    <message>
        <source>Quan hệ</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>Văn bản kia</source>
        <translation>Other document</translation>
    </message>
    <message>
        <source>đề xuất, theo lời văn</source>
        <translation>proposed, by its text</translation>
    </message>
    <message>
        <source>Bỏ quan hệ này.</source>
        <translation>Remove this relation.</translation>
    </message>
    <message>
        <source>Văn bản mới cũng thay văn bản cũ ở mọi tiêu chí đã gắn.</source>
        <translation>The new document also takes the place of the old one in all its links.</translation>
    </message>
    <message>
        <source>--hand-over chỉ đi với replaces.</source>
        <translation>--hand-over goes with replaces only.</translation>
    </message>
    <message>
        <source>{document}: {kind} {other}</source>
        <translation>{document}: {kind} {other}</translation>
    </message>
    <message>
        <source>{evidence} nay là minh chứng của tiêu chí {code}.</source>
        <translation>{evidence} is evidence of criterion {code} now.</translation>
    </message>
    <message>
        <source>Bản</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Người thêm</source>
        <translation>Added by</translation>
    </message>
    <message>
        <source>{name} nay là bản {number} của tài liệu.</source>
        <translation>{name} is revision {number} of the document now.</translation>
    </message>
    <message>
        <source>Các mã minh chứng; --renumber: đánh lại mã chưa in.</source>
        <translation>The evidence codes; --renumber: number anew those that were never printed.</translation>
    </message>
    <message>
        <source>Đánh lại những mã chưa in theo thứ tự minh chứng.</source>
        <translation>Number anew the codes that were never printed, in the order of the evidence.</translation>
    </message>
    <message>
        <source>Theo mẫu này; mẫu được lưu lại.</source>
        <translation>With this pattern, which is kept.</translation>
    </message>
    <message>
        <source>Chỉ xem trước, không ghi.</source>
        <translation>Only look; write nothing.</translation>
    </message>
    <message>
        <source>--pattern và --dry-run chỉ đi với --renumber.</source>
        <translation>--pattern and --dry-run go with --renumber only.</translation>
    </message>
    <message>
        <source>Đã in</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Mã cũ</source>
        <translation>Old code</translation>
    </message>
    <message>
        <source>Mã mới</source>
        <translation>New code</translation>
    </message>
    <message>
        <source>{changed} mã đổi, {same} mã chưa in giữ nguyên, {frozen} mã đã in không đổi.</source>
        <translation>{changed} codes change, {same} that were never printed stay, {frozen} printed ones are frozen.</translation>
    </message>
    <message>
        <source>Cập nhật bộ tiêu chí từ kế hoạch đã sửa; --dry-run xem trước. Không minh chứng nào bị bỏ.</source>
        <translation>Update the catalogue from a corrected plan; --dry-run to see before. No evidence is dropped.</translation>
    </message>
    <message>
        <source>Giữ tiêu chí này dù kế hoạch không có.</source>
        <translation>Keep this criterion although the plan does not have it.</translation>
    </message>
    <message>
        <source>{new} mới, {changed} thay đổi, {set_aside} vào “Chưa xếp”, {removed} bỏ, {same} như cũ.</source>
        <translation>{new} new, {changed} changed, {set_aside} into “Chưa xếp”, {removed} removed, {same} as before.</translation>
    </message>
    <message>
        <source>Chưa thay đổi gì.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Niêm phong bản in gần nhất: giữ nguyên trạng, in lại được.</source>
        <translation>Seal the last printing: its state is kept and can be printed again.</translation>
    </message>
    <message>
        <source>Các hồ sơ đã niêm phong.</source>
        <translation>The sealed dossiers.</translation>
    </message>
    <message>
        <source>Những gì đã thay đổi kể từ một hồ sơ đã niêm phong.</source>
        <translation>What changed since a dossier was sealed.</translation>
    </message>
    <message>
        <source>Lời văn của hồ sơ; có TEXT thì đặt lời văn riêng cho kỳ đánh giá này.</source>
        <translation>The wording of the dossier; with TEXT, words of this appraisal&apos;s own.</translation>
    </message>
    <message>
        <source>Hồ sơ bổ sung: chỉ những gì thay đổi kể từ hồ sơ đã niêm phong này.</source>
        <translation>A supplement: only what changed since this sealed dossier.</translation>
    </message>
    <message>
        <source>Tên, ví dụ: Nộp lần 1.</source>
        <translation>A name, such as: First submission.</translation>
    </message>
    <message>
        <source>Đã niêm phong bản in gần nhất với tên “{name}”: {documents} tài liệu, {pages} trang.</source>
        <translation>The last printing is sealed as “{name}”: {documents} documents, {pages} pages.</translation>
    </message>
    <message>
        <source>Bỏ niêm phong hồ sơ này; không lấy lại được.</source>
        <translation>Take the seal off this dossier; it cannot be brought back.</translation>
    </message>
    <message>
        <source>Niêm phong lúc</source>
        <translation>Sealed at</translation>
    </message>
    <message>
        <source>Ngày trên hồ sơ</source>
        <translation>Date of the dossier</translation>
    </message>
    <message>
        <source>Bổ sung cho</source>
        <translation>Supplements</translation>
    </message>
    <message>
        <source>Tài liệu</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Chưa niêm phong hồ sơ nào.</source>
        <translation>No dossier is sealed yet.</translation>
    </message>
    <message>
        <source>Tên của hồ sơ đã niêm phong.</source>
        <translation>Name of the sealed dossier.</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Không có gì thay đổi.</source>
        <translation>Nothing changed.</translation>
    </message>
    <message>
        <source>Lấy lại lời văn mặc định; không nêu mục nào: tất cả.</source>
        <translation>Go back to the words of the program, all of them where none are named.</translation>
    </message>
    <message>
        <source>Ảnh biểu trưng in trên bìa.</source>
        <translation>Picture for the cover.</translation>
    </message>
    <message>
        <source>Bỏ ảnh biểu trưng.</source>
        <translation>Take the picture away.</translation>
    </message>
    <message>
        <source>Lời văn</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Mặc định</source>
        <translation>Default</translation>
    </message>
    <message>
        <source>In lại hồ sơ đã niêm phong này.</source>
        <translation>Print this sealed dossier again.</translation>
    </message>
    <message>
        <source>Số trang khác bản đã niêm phong: có tài liệu nay được chuyển thành trang khác trước.</source>
        <translation>Its pages differ from those that were sealed: a document turns into other pages now.</translation>
    </message>
    <message>
        <source>Độ nét của ảnh: để in (print), để xem (screen), để gửi thư (email).</source>
        <translation>How fine pictures are: for print, for the screen, for e-mail.</translation>
    </message>
    <message>
        <source>Độ nét bằng số dpi.</source>
        <translation>The same as dots per inch.</translation>
    </message>
    <message>
        <source>Số ảnh trên một trang: 1, 2 hoặc 4.</source>
        <translation>Photos a page: 1, 2 or 4.</translation>
    </message>
    <message>
        <source>Báo cáo tiến độ (.xlsx, .docx, .pdf); --unit: đơn vị này còn thiếu gì.</source>
        <translation>A report on progress (.xlsx, .docx, .pdf); --unit: what this unit still owes.</translation>
    </message>
    <message>
        <source>Tính đến ngày cuối của kỳ này.</source>
        <translation>As it stands at the end of this period.</translation>
    </message>
    <message>
        <source>{path}: {rows} dòng</source>
        <translation>{path}: {rows} rows</translation>
    </message>
    <message>
        <source>Ghi báo cáo ra tệp này.</source>
        <translation>Write the report to this file.</translation>
    </message>
    <message>
        <source>Nhận dạng chữ trên trang đầu của bản quét và ảnh.</source>
        <translation>Recognise the letters on the first pages of scans and photos.</translation>
    </message>
    <message>
        <source>Tiêu chí {code} đã chấm {points} điểm, cao hơn điểm tối đa mới: hãy chấm lại.</source>
        <translation>Criterion {code} was given {points} points, above its new maximum: score it again.</translation>
    </message>
    <message>
        <source>Khoảng {pages} trang, {size} MB, {volumes} tập; {documents} tài liệu.</source>
        <translation>About {pages} pages, {size} MB, {volumes} volume(s); {documents} documents.</translation>
    </message>
    <message>
        <source>Không in thành trang được: {name}</source>
        <translation>Cannot be printed as pages: {name}</translation>
    </message>
    <message>
        <source>Chỉ ước tính số trang và dung lượng, không in.</source>
        <translation>Only estimate pages and size, print nothing.</translation>
    </message>
    <message>
        <source>Ghi là đã giải quyết.</source>
        <translation>Note as dealt with.</translation>
    </message>
    <message>
        <source>Ghi là chưa giải quyết.</source>
        <translation>Note as still open.</translation>
    </message>
    <message>
        <source>Xoá nội dung đã ghi.</source>
        <translation>Remove what was written down.</translation>
    </message>
    <message>
        <source>đã giải quyết</source>
        <translation>dealt with</translation>
    </message>
    <message>
        <source>Không chuyển khó khăn, kiến nghị chưa giải quyết.</source>
        <translation>Do not take over open difficulties and proposals.</translation>
    </message>
    <message>
        <source>Đã tạo kỳ đánh giá {year}: {criteria} tiêu chí, {proposed} minh chứng đề xuất, {left} không chuyển, {obstacles} khó khăn, kiến nghị chuyển sang.</source>
        <translation>Made the appraisal of {year}: {criteria} criteria, {proposed} proposed evidence, {left} not taken over, {obstacles} difficulties and proposals taken over.</translation>
    </message>
    <message>
        <source>Kế hoạch: tệp docx, xlsx, xls, csv hoặc txt.</source>
        <translation>Plan: a docx, xlsx, xls, csv or txt file.</translation>
    </message>
    <message>
        <source>Thiếu {name}.</source>
        <translation>{name} is missing.</translation>
    </message>
    <message>
        <source>Không có tuỳ chọn {name}.</source>
        <translation>There is no option {name}.</translation>
    </message>
    <message>
        <source>Thiếu giá trị của {name}.</source>
        <translation>{name} needs a value.</translation>
    </message>
    <message>
        <source>Giá trị của {name} chưa đúng.</source>
        <translation>The value of {name} is wrong.</translation>
    </message>
    <message>
        <source>Không có lệnh {name}.</source>
        <translation>There is no command {name}.</translation>
    </message>
    <message>
        <source>Thừa: {name}.</source>
        <translation>Too much: {name}.</translation>
    </message>
</context>
<context>
    <name>criterion</name>
    <message>
        <source>Cần giải trình</source>
        <translation>Explanation wanted</translation>
    </message>
    <message>
        <source>Còn thiếu: {what}</source>
        <translation>Missing: {what}</translation>
    </message>
    <message>
        <source>Quá hạn từ {day}</source>
        <translation>Overdue since {day}</translation>
    </message>
    <message>
        <source>Chưa phân công</source>
        <translation>Not assigned to a unit</translation>
    </message>
    <message>
        <source>Chủ trì</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>Phối hợp</source>
        <translation>Coordinating</translation>
    </message>
    <message>
        <source>Thời gian hoàn thành</source>
        <translation>To be completed</translation>
    </message>
    <message>
        <source>Kết luận</source>
        <translation>Judgement</translation>
    </message>
    <message>
        <source>mất {points} điểm</source>
        <translation>{points} points lost</translation>
    </message>
    <message>
        <source>chưa ghi cách khắc phục</source>
        <translation>no remedy written down yet</translation>
    </message>
    <message>
        <source>Năm trước</source>
        <translation>Last year</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Thư mục {path} không chứa dữ liệu Minh Chứng. Hãy chọn thư mục khác hoặc tạo mới.</source>
        <translation>The folder {path} holds no Minh Chứng data. Choose another folder or make new data.</translation>
    </message>
    <message>
        <source>Thư mục {path} đã có dữ liệu Minh Chứng. Hãy mở dữ liệu đó hoặc chọn thư mục khác.</source>
        <translation>The folder {path} holds Minh Chứng data already. Open them or choose another folder.</translation>
    </message>
    <message>
        <source>Dữ liệu ở {path} đang được mở trong một cửa sổ Minh Chứng khác. Hãy đóng cửa sổ đó trước.</source>
        <translation>The data in {path} are open in another Minh Chứng window. Close that window first.</translation>
    </message>
    <message>
        <source>Dữ liệu {path} do một bản Minh Chứng mới hơn tạo ra. Hãy cập nhật chương trình rồi mở lại.</source>
        <translation>The data {path} were made by a newer Minh Chứng. Update the program, then open them again.</translation>
    </message>
    <message>
        <source>Dữ liệu {path} chỉ đọc được, không ghi được. Hãy chép cả thư mục dữ liệu vào ổ đĩa máy này rồi mở bản chép, hoặc xin quyền ghi.</source>
        <translation>The data {path} can be read but not written. Copy the whole data folder onto a disk of this computer and open the copy, or ask for the right to write.</translation>
    </message>
    <message>
        <source>Một chương trình khác đang giữ tệp dữ liệu {path}. Hãy đợi một lát rồi làm lại.</source>
        <translation>Another program holds the data file {path}. Wait a little and try again.</translation>
    </message>
    <message>
        <source>Ổ đĩa chứa dữ liệu {path} không đọc hoặc không ghi được. Hãy kiểm tra ổ đĩa rồi mở lại chương trình.</source>
        <translation>The disk that holds the data {path} cannot be read or written. Check the disk, then open the program again.</translation>
    </message>
    <message>
        <source>Chương trình khác đang giữ tệp {path}. Hãy đóng nó rồi làm lại.</source>
        <translation>Another program holds the file {path}. Close it, then try again.</translation>
    </message>
    <message>
        <source>Không thấy tệp {path}. Có thể tệp đã bị đổi tên hoặc chuyển đi.</source>
        <translation>The file {path} is not there. It may have been renamed or moved.</translation>
    </message>
    <message>
        <source>Tệp {path} đang được ghi. Hãy đợi ghi xong rồi làm lại.</source>
        <translation>The file {path} is still being written. Wait until that is finished, then try again.</translation>
    </message>
    <message>
        <source>Không xem trước được: {reason}.</source>
        <translation>No preview: {reason}.</translation>
    </message>
    <message>
        <source>Tệp {path}: mã tiêu chí {code} ở dòng {line} đã có ở dòng {first_line}. Hãy sửa một dòng rồi đọc lại.</source>
        <translation>File {path}: the criterion code {code} in line {line} is in line {first_line} already. Correct one of them, then read it again.</translation>
    </message>
    <message>
        <source>Không có bộ tiêu chí nào tên là {id}.</source>
        <translation>There is no catalogue named {id}.</translation>
    </message>
    <message>
        <source>Dữ liệu này chưa có bộ tiêu chí. Hãy tạo từ một kế hoạch.</source>
        <translation>These data have no catalogue yet. Make one from a plan.</translation>
    </message>
    <message>
        <source>Không có tiêu chí {code}.</source>
        <translation>There is no criterion {code}.</translation>
    </message>
    <message>
        <source>Không thể đặt một tiêu chí vào dưới chính nó.</source>
        <translation>A criterion cannot be put below itself.</translation>
    </message>
    <message>
        <source>Tiêu chí {code} đã có minh chứng hoặc tiêu chí con nên không xoá được. Có thể đặt là “Không được giao”.</source>
        <translation>Criterion {code} has evidence or sub-criteria and cannot be removed. It can be set to “Not assigned”.</translation>
    </message>
    <message>
        <source>Không tìm thấy tài liệu này trong thư viện.</source>
        <translation>This document is not in the library.</translation>
    </message>
    <message>
        <source>Có nhiều tài liệu có mã bắt đầu bằng {prefix}. Hãy gõ dài hơn.</source>
        <translation>Several documents have an id that begins with {prefix}. Type more of it.</translation>
    </message>
    <message>
        <source>Không tìm thấy tệp đến có mã {prefix}.</source>
        <translation>There is no arrived file with the id {prefix}.</translation>
    </message>
    <message>
        <source>Có nhiều tệp đến có mã bắt đầu bằng {prefix}. Hãy gõ dài hơn.</source>
        <translation>Several arrived files have an id that begins with {prefix}. Type more of it.</translation>
    </message>
    <message>
        <source>Tệp này đã được xử lý rồi.</source>
        <translation>This file has been decided on already.</translation>
    </message>
    <message>
        <source>Không thấy thư mục {path}. Hãy kiểm tra kết nối rồi làm lại.</source>
        <translation>The folder {path} is not there. Check the connection, then try again.</translation>
    </message>
    <message>
        <source>Không thể theo dõi thư mục {path} vì nó nằm trong (hoặc bao trùm) thư mục dữ liệu. Hãy chọn thư mục khác.</source>
        <translation>The folder {path} cannot be watched because it is inside (or around) the data folder. Choose another folder.</translation>
    </message>
    <message>
        <source>Mẫu mã “{pattern}” chưa đúng. Mẫu cần có {{criterion}} và {{number}}, ví dụ {{criterion}}-{{number:02}}.</source>
        <translation>The code pattern “{pattern}” is not right. It needs {{criterion}} and {{number}}, for example {{criterion}}-{{number:02}}.</translation>
    </message>
    <message>
        <source>Tiêu chí này không có yêu cầu ({requirement}). Hãy chọn một yêu cầu có trong tiêu chí.</source>
        <translation>This criterion has no requirement ({requirement}). Choose one that it has.</translation>
    </message>
    <message>
        <source>Không hiểu số trang “{pages}”. Hãy gõ như 3, 3-5 hoặc 1, 4-6.</source>
        <translation>The pages “{pages}” cannot be understood. Type 3, 3-5 or 1, 4-6.</translation>
    </message>
    <message>
        <source>Không có mục {field} trong phần mô tả văn bản.</source>
        <translation>The description has no field {field}.</translation>
    </message>
    <message>
        <source>Không đọc được ngày “{value}”. Hãy gõ ngày/tháng/năm.</source>
        <translation>The date “{value}” cannot be read. Type day/month/year.</translation>
    </message>
    <message>
        <source>Đã có tiêu chí mang mã {code}. Hãy đặt mã khác.</source>
        <translation>There is a criterion with the code {code} already. Choose another code.</translation>
    </message>
    <message>
        <source>Tiêu chí chưa có mã. Hãy gõ mã, ví dụ 4.2.1.</source>
        <translation>The criterion has no code. Enter one, for example 4.2.1.</translation>
    </message>
    <message>
        <source>Không có cách đánh giá nào tên là {value}.</source>
        <translation>There is no way of assessing named {value}.</translation>
    </message>
    <message>
        <source>Yêu cầu ({number}) của tiêu chí {code} đã có minh chứng. Hãy gỡ minh chứng trước khi bỏ yêu cầu này.</source>
        <translation>Requirement ({number}) of criterion {code} has evidence. Unlink that before you remove the requirement.</translation>
    </message>
    <message>
        <source>Số thứ tự yêu cầu “{number}” chưa đúng. Mỗi yêu cầu cần một số nguyên dương, không trùng nhau.</source>
        <translation>The requirement number “{number}” is not right. Each requirement needs a positive whole number of its own.</translation>
    </message>
    <message>
        <source>Tiêu chí {criterion} không có mục “{slot}”. Lệnh slots cho biết các mục của tiêu chí.</source>
        <translation>Criterion {criterion} has no slot “{slot}”. The command slots lists what there is.</translation>
    </message>
    <message>
        <source>Mục “{slot}” của tiêu chí {code} đã có minh chứng. Hãy gỡ minh chứng trước khi bỏ mục này.</source>
        <translation>The slot “{slot}” of criterion {code} has evidence. Unlink it before you remove the slot.</translation>
    </message>
    <message>
        <source>Số lượng “{count}” chưa đúng. Hãy gõ một số từ 1 đến 999.</source>
        <translation>“{count}” is no number of papers. Give one from 1 to 999.</translation>
    </message>
    <message>
        <source>Tỷ lệ “{percent}” chưa đúng. Hãy gõ số phần trăm, ví dụ 97,5.</source>
        <translation>“{percent}” is no percentage. Give one such as 97.5.</translation>
    </message>
    <message>
        <source>Không hiểu kỳ “{period}”. Hãy gõ như 2023-Q1, 2023-6M, 2023-9M, 2023-M04 hoặc 2023.</source>
        <translation>“{period}” is no period. Write 2023-Q1, 2023-6M, 2023-9M, 2023-M04 or 2023.</translation>
    </message>
    <message>
        <source>{by} đã loại {code} khỏi minh chứng của tiêu chí {criterion}: {reason}. Hãy bỏ kết luận đó nếu vẫn muốn dùng.</source>
        <translation>{by} rejected {code} as evidence of criterion {criterion}: {reason}. Take the rejection back if it is to be used.</translation>
    </message>
    <message>
        <source>Tiêu chí {code} không được giao nên không đánh giá. Hãy đặt lại cách đánh giá nếu tiêu chí được giao.</source>
        <translation>Criterion {code} is not assigned, so it is not assessed. Change how it is assessed if it is.</translation>
    </message>
    <message>
        <source>Không có tình trạng “{value}”. Chọn untouched, collecting, collected hoặc checked.</source>
        <translation>There is no state “{value}”. Choose untouched, collecting, collected or checked.</translation>
    </message>
    <message>
        <source>Không có kết quả “{value}”. Chọn met, partly hoặc not_met.</source>
        <translation>There is no result “{value}”. Choose met, partly or not_met.</translation>
    </message>
    <message>
        <source>Số điểm “{points}” chưa đúng. Hãy gõ một số từ 0 trở lên.</source>
        <translation>“{points}” is no number of points. Give one from 0 on.</translation>
    </message>
    <message>
        <source>Không có loại “{value}”. Chọn difficulty hoặc proposal.</source>
        <translation>There is no kind “{value}”. Choose difficulty or proposal.</translation>
    </message>
    <message>
        <source>Không tìm thấy khó khăn hoặc kiến nghị này. Có thể nó vừa bị xoá.</source>
        <translation>This difficulty or proposal is not there. It may have been removed just now.</translation>
    </message>
    <message>
        <source>Chưa có nội dung. Hãy ghi vài lời.</source>
        <translation>There is no text yet. Write a few words.</translation>
    </message>
    <message>
        <source>Không tìm thấy minh chứng này. Có thể nó vừa được gỡ ra.</source>
        <translation>This piece of evidence is not there. It may just have been unlinked.</translation>
    </message>
    <message>
        <source>Tài liệu này đã là minh chứng ở đúng chỗ đó.</source>
        <translation>The document is evidence at exactly this place already.</translation>
    </message>
    <message>
        <source>Không có đơn vị nào tên là “{unit}” trong bộ tiêu chí.</source>
        <translation>The catalogue has no unit named “{unit}”.</translation>
    </message>
    <message>
        <source>Đơn vị chưa có tên. Hãy gõ tên như trong bộ tiêu chí.</source>
        <translation>The unit has no name. Type it as the catalogue does.</translation>
    </message>
    <message>
        <source>Chưa có họ tên. Hãy gõ họ tên người này, hoặc bỏ dòng đó.</source>
        <translation>A name is missing. Type the person&apos;s name, or remove the line.</translation>
    </message>
    <message>
        <source>Đơn vị {unit} không có người nào tên là “{person}”.</source>
        <translation>The unit {unit} has nobody called “{person}”.</translation>
    </message>
    <message>
        <source>Tệp {path} không có nội dung. Hãy kiểm tra lại tệp gốc.</source>
        <translation>The file {path} is empty. Check the original.</translation>
    </message>
    <message>
        <source>Tệp {path} là chương trình hoặc lối tắt, có thể gây hại nên không được nhận.</source>
        <translation>The file {path} is a program or a shortcut, which may do harm, and is not taken in.</translation>
    </message>
    <message>
        <source>{path} là tệp nén có nhiều tệp bên trong. Hãy nhận cả bộ, hoặc nhận từng tệp trong đó.</source>
        <translation>{path} is an archive with several files in it. Accept the whole set, or its files one by one.</translation>
    </message>
    <message>
        <source>Không còn tệp nào trong {path} để nhận.</source>
        <translation>There is no file left in {path} to accept.</translation>
    </message>
    <message>
        <source>Tệp {path} chưa được lấy ra khỏi tệp nén nên không thể đưa lại hộp đến.</source>
        <translation>{path} was not taken out of its archive, so it cannot be put back into the inbox.</translation>
    </message>
    <message>
        <source>Không mở được tệp {path}. Hãy kiểm tra quyền truy cập rồi làm lại.</source>
        <translation>The file {path} cannot be opened. Check the access rights, then try again.</translation>
    </message>
    <message>
        <source>Ổ đĩa chứa dữ liệu đã đầy. Hãy dọn bớt rồi làm lại.</source>
        <translation>The disk that holds the data is full. Make room, then try again.</translation>
    </message>
    <message>
        <source>Không ghi được vào thư mục dữ liệu. Hãy kiểm tra ổ đĩa và quyền ghi.</source>
        <translation>The data folder cannot be written to. Check the disk and the rights to write.</translation>
    </message>
    <message>
        <source>Tên thư mục {path} có ký tự không đọc được. Hãy đổi tên thư mục rồi thêm lại.</source>
        <translation>The name of the folder {path} has characters that cannot be read. Rename the folder, then add it again.</translation>
    </message>
    <message>
        <source>Thư mục {path} đang có tệp khác. Hãy chọn một thư mục trống hoặc thư mục mới.</source>
        <translation>The folder {path} has other files in it. Choose an empty or a new folder.</translation>
    </message>
    <message>
        <source>Thư mục này không còn được theo dõi.</source>
        <translation>This folder is not watched any more.</translation>
    </message>
    <message>
        <source>Hãy ghi lý do từ chối.</source>
        <translation>Please give a reason for refusing.</translation>
    </message>
    <message>
        <source>Máy này thiếu phông chữ để in hồ sơ ({families}). Hãy cài một trong các phông đó.</source>
        <translation>This computer lacks a font to print the dossier ({families}). Install one of these.</translation>
    </message>
    <message>
        <source>Hồ sơ bổ sung “{other}” nối tiếp “{name}”. Hãy bỏ niêm phong hồ sơ bổ sung trước.</source>
        <translation>The supplement “{other}” counts on from “{name}”. Take the seal off the supplement first.</translation>
    </message>
    <message>
        <source>Hồ sơ chỉ in được ra tệp .pdf, không in được ra “{path}”. Hãy đặt tên tệp có đuôi .pdf.</source>
        <translation>The dossier can only be printed to a .pdf file, not to “{path}”. Give the file a name that ends in .pdf.</translation>
    </message>
    <message>
        <source>Ổ đĩa chứa dữ liệu hoặc nơi lưu {path} đã đầy. Hãy dọn bớt hoặc chọn nơi lưu khác, rồi làm lại.</source>
        <translation>The disk of the data, or that of {path}, is full. Free some space or choose another place, and try again.</translation>
    </message>
    <message>
        <source>Không in được hồ sơ: {reason}.</source>
        <translation>The dossier cannot be printed: {reason}.</translation>
    </message>
    <message>
        <source>Hồ sơ in ra không qua được kiểm tra nên đã bị bỏ. Hãy in lại; nếu vẫn vậy, hãy gửi nhật ký cho người hỗ trợ.</source>
        <translation>The printed dossier did not pass its check and was dropped. Print again; if that does not help, send the log to your support person.</translation>
    </message>
    <message>
        <source>Một tài liệu không ghép được vào hồ sơ. Hãy in lại; nếu vẫn vậy, hãy kiểm tra tệp trong thư viện.</source>
        <translation>One document could not be bound into the dossier. Print again; if that does not help, check the file in the library.</translation>
    </message>
    <message>
        <source>Chưa có thư mục nào được theo dõi. Hãy thêm một thư mục.</source>
        <translation>No folder is watched yet. Add one.</translation>
    </message>
    <message>
        <source>Chưa biết thư mục dữ liệu. Hãy thêm --workspace THƯ_MỤC.</source>
        <translation>The data folder is not known. Add --workspace FOLDER.</translation>
    </message>
    <message>
        <source>Tệp đặt mật khẩu nên không mở được.</source>
        <translation>The file has a password and cannot be opened.</translation>
    </message>
    <message>
        <source>Tệp bị hỏng nên không đọc được.</source>
        <translation>The file is damaged and cannot be read.</translation>
    </message>
    <message>
        <source>Tệp không có trang nào.</source>
        <translation>The file has no pages.</translation>
    </message>
    <message>
        <source>Máy này chưa có dữ liệu nhận dạng chữ tiếng Việt (vie.traineddata) nên bản quét và ảnh chưa có chữ. Hãy cài gói tesseract-ocr-vie, hoặc chép tệp đó vào thư mục resources/tessdata của chương trình.</source>
        <translation>This machine has no data to recognise Vietnamese text with (vie.traineddata), so scans and photos have no text. Install the package tesseract-ocr-vie, or copy that file into the program&apos;s folder resources/tessdata.</translation>
    </message>
    <message>
        <source>Biểu mẫu động này chỉ mở được bằng Adobe Reader.</source>
        <translation>This dynamic form opens in Adobe Reader only.</translation>
    </message>
    <message>
        <source>Không làm được việc này ({code}).</source>
        <translation>This cannot be done ({code}).</translation>
    </message>
    <message>
        <source>Mật khẩu không đúng. Hãy thử lại, chú ý chữ hoa và bộ gõ tiếng Việt.</source>
        <translation>The password is wrong. Try again; mind capitals and the input method.</translation>
    </message>
    <message>
        <source>Tệp này không có mật khẩu.</source>
        <translation>This file has no password.</translation>
    </message>
    <message>
        <source>Chương trình không mở được tệp này bằng mật khẩu: {reason}.</source>
        <translation>The program cannot open this file with a password: {reason}.</translation>
    </message>
    <message>
        <source>Ở {path} đã có một bộ hồ sơ chép ra trước đây. Hãy xác nhận thay bộ cũ, hoặc chọn tên khác.</source>
        <translation>{path} already holds a set that was handed over before. Confirm that it may be replaced, or choose another name.</translation>
    </message>
    <message>
        <source>{path} đang có thứ khác ({name}) nên không được thay. Hãy chọn một thư mục mới hoặc tên khác.</source>
        <translation>{path} holds something else ({name}) and is not replaced. Choose a new folder or another name.</translation>
    </message>
    <message>
        <source>{path} là cả một ổ đĩa. Hãy nêu một thư mục trên ổ đó.</source>
        <translation>{path} is a whole drive. Name a folder on it.</translation>
    </message>
    <message>
        <source>Ở {path} không đủ chỗ: cần {needed} MB, còn {free} MB. Hãy dọn bớt hoặc dùng ổ khác.</source>
        <translation>Not enough room at {path}: {needed} MB are needed, {free} MB are free. Make room or use another drive.</translation>
    </message>
    <message>
        <source>Tệp hồ sơ {path} không còn như khi in xong. Hãy in lại rồi chép ra.</source>
        <translation>The dossier {path} is not what was printed any more. Print it again, then hand it over.</translation>
    </message>
    <message>
        <source>Không còn việc nào để hoàn tác trong lần mở này.</source>
        <translation>There is nothing left to undo since the program was opened.</translation>
    </message>
    <message>
        <source>Không có việc nào để làm lại.</source>
        <translation>There is nothing to redo.</translation>
    </message>
    <message>
        <source>Sau việc này đã có việc khác. Hãy hoàn tác lần lượt từng việc bằng Ctrl+Z.</source>
        <translation>Other things were done after this. Undo them one by one with Ctrl+Z.</translation>
    </message>
    <message>
        <source>Không hoàn tác được việc này vì dữ liệu của nó đã thay đổi từ lúc đó. Mọi dữ liệu giữ nguyên như hiện nay.</source>
        <translation>This cannot be undone because its data have changed since. Everything stays as it is now.</translation>
    </message>
    <message>
        <source>Đó là cùng một tài liệu. Hãy chọn tài liệu kia.</source>
        <translation>That is the same document. Choose the other one.</translation>
    </message>
    <message>
        <source>Tiêu chí {code} có nhiều nhất {maximum} điểm, không thể chấm {points} điểm.</source>
        <translation>Criterion {code} has {maximum} points at most; it cannot be given {points}.</translation>
    </message>
    <message>
        <source>Tiêu chí {code} không có thang điểm nên không chấm điểm.</source>
        <translation>Criterion {code} has no points, so it is not scored.</translation>
    </message>
    <message>
        <source>Điểm của tiêu chí {code} là tổng điểm các tiêu chí thành phần. Hãy chấm ở tiêu chí thành phần.</source>
        <translation>The points of criterion {code} are the sum of those below it. Score those.</translation>
    </message>
    <message>
        <source>Chưa có vòng chấm trước vòng {round}. Vòng cuối đã chấm là vòng {last}; hãy chấm lần lượt.</source>
        <translation>There is no round before round {round}. The last round scored is {last}; score one after the other.</translation>
    </message>
    <message>
        <source>Bộ tiêu chí này không có thang điểm.</source>
        <translation>This catalogue has no points.</translation>
    </message>
    <message>
        <source>Không có kỳ đánh giá nào là {key}. Lệnh appraisals cho biết các kỳ đánh giá.</source>
        <translation>There is no appraisal {key}. The command appraisals lists them.</translation>
    </message>
    <message>
        <source>Kỳ đánh giá này chưa ghi năm. Hãy nêu năm của kỳ sau.</source>
        <translation>This appraisal has no year. Name the year of the next one.</translation>
    </message>
    <message>
        <source>Năm {year} là năm của chính kỳ này. Hãy nêu năm khác.</source>
        <translation>{year} is the year of this appraisal. Name another year.</translation>
    </message>
    <message>
        <source>Có nhiều kỳ đánh giá là {key}. Hãy nêu mã của một kỳ.</source>
        <translation>There are several appraisals {key}. Name the id of one.</translation>
    </message>
    <message>
        <source>Tập này có các trang từ {first} đến {last}.</source>
        <translation>This volume has the pages {first} to {last}.</translation>
    </message>
    <message>
        <source>Máy in {name} không nhận việc. Hãy kiểm tra máy in đã bật và còn giấy rồi in lại.</source>
        <translation>The printer {name} does not take the job. See that it is on and has paper, then print again.</translation>
    </message>
    <message>
        <source>Không có quan hệ “{value}”. Chọn replaces hoặc reports_on.</source>
        <translation>There is no relation “{value}”. Choose replaces or reports_on.</translation>
    </message>
    <message>
        <source>Chưa ghi quan hệ này giữa {name} và {other}.</source>
        <translation>This relation between {name} and {other} was not noted.</translation>
    </message>
    <message>
        <source>Đã ghi {other} đi sau {name}, nên {name} không thể đi sau {other}. Hãy bỏ quan hệ kia trước.</source>
        <translation>{other} is noted as coming after {name}, so {name} cannot come after {other}. Remove that relation first.</translation>
    </message>
    <message>
        <source>Tệp này đã có trong thư viện, tên {name}.</source>
        <translation>This file is in the library already, as {name}.</translation>
    </message>
    <message>
        <source>Minh chứng đã thay đổi sau khi xem trước. Hãy xem trước lại rồi đánh số.</source>
        <translation>The evidence has changed since the preview. Look at the preview again, then renumber.</translation>
    </message>
    <message>
        <source>Tệp {path} là tệp tạm hoặc tệp ẩn mà chương trình khác để lại, không phải tài liệu.</source>
        <translation>The file {path} was left by another program, temporary or hidden; it is no document.</translation>
    </message>
    <message>
        <source>Kế hoạch này là của năm {year}, kỳ đánh giá là năm {wanted}. Năm khác thì hãy lập kỳ đánh giá sau.</source>
        <translation>This plan is of {year}, the appraisal of {wanted}. For another year make the next appraisal.</translation>
    </message>
    <message>
        <source>Tệp dữ liệu {path} bị hỏng nên không mở được. Hãy dời tệp này cùng hai tệp {path}-wal và {path}-shm (nếu có) đi nơi khác, rồi chép một bản gần nhất trong thư mục backups vào thay.</source>
        <translation>The data file {path} is damaged and cannot be opened. Move it elsewhere, together with {path}-wal and {path}-shm where these exist, then put the latest copy from the folder backups in its place.</translation>
    </message>
    <message>
        <source>Không có hồ sơ đã niêm phong nào tên là “{name}”.</source>
        <translation>No sealed dossier is called “{name}”.</translation>
    </message>
    <message>
        <source>Dữ liệu niêm phong của hồ sơ “{name}” đã bị sửa ngoài chương trình nên không dùng được.</source>
        <translation>What was sealed as “{name}” has been changed outside this program and cannot be used.</translation>
    </message>
    <message>
        <source>Hãy đặt tên cho hồ sơ niêm phong, ví dụ: Nộp lần 1.</source>
        <translation>Give the sealed dossier a name, such as: First submission.</translation>
    </message>
    <message>
        <source>Đã có hồ sơ niêm phong tên “{name}”. Hãy đặt tên khác.</source>
        <translation>A sealed dossier is called “{name}” already. Choose another name.</translation>
    </message>
    <message>
        <source>Chưa in hồ sơ nào kể từ lần niêm phong trước. Hãy in hồ sơ trước.</source>
        <translation>Nothing was printed since the last sealing. Print the dossier first.</translation>
    </message>
    <message>
        <source>Không có gì thay đổi so với hồ sơ “{name}”.</source>
        <translation>Nothing changed since “{name}” was sealed.</translation>
    </message>
    <message>
        <source>Hồ sơ không có lời văn nào tên là {key}.</source>
        <translation>The dossier has no words called {key}.</translation>
    </message>
    <message>
        <source>Trong lời văn {key} chỉ dùng được các chỗ điền sau: {known}. Hãy giữ nguyên dấu ngoặc nhọn.</source>
        <translation>In the words {key} only these can be filled in: {known}. Keep the braces.</translation>
    </message>
    <message>
        <source>Không đọc được ảnh {path}. Hãy chọn một tệp PNG hoặc JPEG.</source>
        <translation>The picture {path} cannot be read. Choose a PNG or JPEG file.</translation>
    </message>
    <message>
        <source>Không ghi được {path}. Hãy đóng tệp nếu đang mở, hoặc chọn nơi lưu khác.</source>
        <translation>{path} could not be written. Close the file if it is open, or choose another place.</translation>
    </message>
    <message>
        <source>{unit} không còn thiếu gì nên không có phiếu đôn đốc.</source>
        <translation>{unit} lacks nothing, so there is no reminder.</translation>
    </message>
    <message>
        <source>Không ghi được báo cáo ra {path}. Chọn tệp .xlsx, .docx, .pdf.</source>
        <translation>A report cannot be written to {path}. Choose a file .xlsx, .docx or .pdf.</translation>
    </message>
    <message>
        <source>Tiêu chí {code} đã được chấm {points} điểm (vòng {round}), không thể đặt điểm tối đa là {maximum}. Hãy sửa hoặc bỏ điểm đã chấm trước, rồi đổi điểm tối đa.</source>
        <translation>Criterion {code} was given {points} points (round {round}); its maximum cannot be {maximum}. Change or take back the points first, then the maximum.</translation>
    </message>
    <message>
        <source>Tiêu chí {code} đã được chấm {points} điểm (vòng {round}), không thể bỏ thang điểm của nó. Hãy bỏ điểm đã chấm trước.</source>
        <translation>Criterion {code} was given {points} points (round {round}); its maximum cannot be removed. Take back the points first.</translation>
    </message>
    <message>
        <source>Có nhiều khó khăn, kiến nghị có mã bắt đầu bằng {prefix}. Hãy gõ dài hơn.</source>
        <translation>Several difficulties and proposals begin with {prefix}. Type more of it.</translation>
    </message>
    <message>
        <source>Nơi chứa tệp {path} không trả lời. Hãy xem lại kết nối rồi làm lại.</source>
        <translation>The place of {path} does not answer. Check the connection, then try again.</translation>
    </message>
    <message>
        <source>Tệp {path} không có bảng tiêu chí: cần một cột mã (STT, Mã) và một cột tên tiêu chí. Hãy chọn tệp khác (docx, xlsx, xls, csv hoặc txt).</source>
        <translation>{path} has no table of criteria: it takes a column of codes (STT, Mã) and one of names. Choose another file (docx, xlsx, xls, csv or txt).</translation>
    </message>
    <message>
        <source>Không đọc được bảng tiêu chí trong tệp {path}: {reason}. Hãy lưu lại tệp dưới dạng docx, xlsx hoặc txt rồi thử lại.</source>
        <translation>The table of criteria in {path} cannot be read: {reason}. Save the file as docx, xlsx or txt and try again.</translation>
    </message>
    <message>
        <source>Tệp {path}, dòng {line}: Excel đã đổi mã tiêu chí thành ngày tháng. Hãy định dạng cột mã là Văn bản (Text), gõ lại mã rồi đọc lại.</source>
        <translation>{path}, line {line}: Excel has turned the code of a criterion into a date. Format the column of codes as Text, type the code again and read the file anew.</translation>
    </message>
    <message>
        <source>Tệp {path}, dòng {line}: dòng có điểm và phòng chủ trì riêng mà không có mã. Hãy ghi mã của tiêu chí rồi đọc lại.</source>
        <translation>{path}, line {line}: a line with points and a lead unit of its own has no code. Write the code of the criterion and read the file anew.</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>Chưa có minh chứng và chưa có giải trình.</source>
        <translation>There is neither evidence nor an explanation.</translation>
    </message>
    <message>
        <source>Còn thiếu {slot}: có {there} trong {wanted}.</source>
        <translation>Missing {slot}: {there} of {wanted} there.</translation>
    </message>
    <message>
        <source>{slot}: ban hành ngày {issued}, sau hạn {due}.</source>
        <translation>{slot}: issued on {issued}, after its date {due}.</translation>
    </message>
    <message>
        <source>{evidence} chưa rõ thuộc mục hoặc kỳ nào. Hãy gắn vào đúng mục.</source>
        <translation>It is not plain which slot or period {evidence} is of. Link it to its slot.</translation>
    </message>
    <message>
        <source>Kết quả chưa đạt mà chưa có giải trình.</source>
        <translation>The result is not met, and there is no explanation.</translation>
    </message>
    <message>
        <source>{evidence} đã thay đổi sau khi {by} kiểm tra tiêu chí.</source>
        <translation>{evidence} changed after {by} checked the criterion.</translation>
    </message>
    <message>
        <source>Chưa ghi tỷ lệ đạt được (yêu cầu {target} %).</source>
        <translation>The percentage that was reached is not entered ({target} % is required).</translation>
    </message>
    <message>
        <source>Mới đạt {reached} % so với yêu cầu {target} %: {slot}.</source>
        <translation>{reached} % reached of the {target} % required: {slot}.</translation>
    </message>
    <message>
        <source>Năm trước chưa đạt hoặc mất điểm mà chưa ghi cách khắc phục.</source>
        <translation>It was not met or lost points last year, and nothing says what is being done about it.</translation>
    </message>
    <message>
        <source>{count} minh chứng chưa được kiểm tra: {evidence}.</source>
        <translation>Not checked yet ({count}): {evidence}.</translation>
    </message>
    <message>
        <source>{evidence}: dẫn trang {cited} nhưng tài liệu chỉ có {pages} trang.</source>
        <translation>{evidence}: pages {cited} are cited, but the document has {pages}.</translation>
    </message>
    <message>
        <source>Có kế hoạch {evidence} mà chưa có báo cáo kết quả.</source>
        <translation>There is the plan {evidence}, but no report on it.</translation>
    </message>
    <message>
        <source>{evidence}: không thấy tệp gốc trong kho.</source>
        <translation>{evidence}: the original file is missing.</translation>
    </message>
    <message>
        <source>{evidence}: tệp gốc trong kho đã bị thay đổi.</source>
        <translation>{evidence}: the original file was changed.</translation>
    </message>
    <message>
        <source>{evidence} không đọc được: {reason}.</source>
        <translation>{evidence} cannot be read: {reason}.</translation>
    </message>
    <message>
        <source>{evidence} đã hết hiệu lực từ ngày {day}.</source>
        <translation>{evidence} expired on {day}.</translation>
    </message>
    <message>
        <source>{evidence} là văn bản năm {year}, không phải năm {wanted}.</source>
        <translation>{evidence} is a document of {year}, not of {wanted}.</translation>
    </message>
    <message>
        <source>{evidence} chưa có ngày ban hành.</source>
        <translation>{evidence} has no date of issue.</translation>
    </message>
    <message>
        <source>{evidence} chưa có số, ký hiệu.</source>
        <translation>{evidence} has no number.</translation>
    </message>
    <message>
        <source>{evidence} trùng số, ký hiệu với {others} nhưng là tệp khác.</source>
        <translation>{evidence} has the same number as {others}, but is another file.</translation>
    </message>
    <message>
        <source>Mã {evidence} đã in trong hồ sơ nhưng không còn minh chứng.</source>
        <translation>The code {evidence} was printed in a dossier, but its evidence is gone.</translation>
    </message>
    <message>
        <source>Mã {evidence} đã in trong hồ sơ, nay bị loại: {reason}.</source>
        <translation>Code {evidence} was printed in a dossier, and has been rejected since: {reason}.</translation>
    </message>
    <message>
        <source>{evidence} có mật khẩu: đoàn kiểm tra không tự mở được, và trước khi in phải nhập mật khẩu.</source>
        <translation>{evidence} has a password: inspectors cannot open it by themselves, and it has to be entered before printing.</translation>
    </message>
    <message>
        <source>Tự chấm {points} điểm mà chưa có minh chứng.</source>
        <translation>{points} points were claimed, but there is no evidence yet.</translation>
    </message>
    <message>
        <source>Tự chấm {own} điểm, thẩm định còn {appraised} điểm.</source>
        <translation>{own} points were claimed, the appraisers gave {appraised}.</translation>
    </message>
    <message>
        <source>Bộ tiêu chí ghi {stated} điểm, nhưng tổng các tiêu chí thành phần là {sum} điểm.</source>
        <translation>The catalogue says {stated} points, but its parts add up to {sum}.</translation>
    </message>
    <message>
        <source>Tiêu chí chưa có minh chứng, chưa có giải trình</source>
        <translation>Criteria without evidence or explanation</translation>
    </message>
    <message>
        <source>Còn thiếu minh chứng của mục hoặc kỳ</source>
        <translation>Evidence of an item or period missing</translation>
    </message>
    <message>
        <source>Ban hành sau hạn</source>
        <translation>Issued after the deadline</translation>
    </message>
    <message>
        <source>Minh chứng chưa xếp chỗ</source>
        <translation>Evidence not placed yet</translation>
    </message>
    <message>
        <source>Chưa đạt mà chưa có giải trình</source>
        <translation>Not met, without explanation</translation>
    </message>
    <message>
        <source>Thay đổi sau khi đã kiểm tra</source>
        <translation>Changed after the check</translation>
    </message>
    <message>
        <source>Chưa ghi tỷ lệ đạt được</source>
        <translation>Percentage reached not entered</translation>
    </message>
    <message>
        <source>Chưa đạt tỷ lệ yêu cầu</source>
        <translation>Percentage required not reached</translation>
    </message>
    <message>
        <source>Năm trước mất điểm, chưa ghi cách khắc phục</source>
        <translation>Points lost last year, no remedy written down</translation>
    </message>
    <message>
        <source>Minh chứng chưa được kiểm tra</source>
        <translation>Evidence not checked</translation>
    </message>
    <message>
        <source>Dẫn trang không có trong tài liệu</source>
        <translation>Pages cited that the document does not have</translation>
    </message>
    <message>
        <source>Kế hoạch chưa có báo cáo kết quả</source>
        <translation>Plans without a report</translation>
    </message>
    <message>
        <source>Mất tệp gốc trong kho</source>
        <translation>Original missing from the store</translation>
    </message>
    <message>
        <source>Tệp gốc trong kho bị thay đổi</source>
        <translation>Original in the store was altered</translation>
    </message>
    <message>
        <source>Tệp không đọc được</source>
        <translation>Unreadable files</translation>
    </message>
    <message>
        <source>Tệp có mật khẩu</source>
        <translation>Files with a password</translation>
    </message>
    <message>
        <source>Văn bản đã hết hiệu lực</source>
        <translation>Documents no longer in force</translation>
    </message>
    <message>
        <source>Văn bản của năm khác</source>
        <translation>Documents of another year</translation>
    </message>
    <message>
        <source>Thiếu ngày ban hành</source>
        <translation>Date of issue missing</translation>
    </message>
    <message>
        <source>Thiếu số, ký hiệu</source>
        <translation>Number and symbol missing</translation>
    </message>
    <message>
        <source>Trùng số, ký hiệu</source>
        <translation>Same number and symbol</translation>
    </message>
    <message>
        <source>Mã đã in mà không còn minh chứng</source>
        <translation>Printed codes without evidence</translation>
    </message>
    <message>
        <source>Mã đã in, minh chứng nay bị loại</source>
        <translation>Printed codes whose evidence was rejected since</translation>
    </message>
    <message>
        <source>Không thấy vấn đề nào: có thể đón đoàn kiểm tra.</source>
        <translation>No problem found: the inspectors may come.</translation>
    </message>
    <message>
        <source>Không có lỗi nặng. Còn {count} điểm nên sửa.</source>
        <translation>Nothing grave. {count} points are still to be mended.</translation>
    </message>
    <message>
        <source>Nếu đoàn kiểm tra đến ngày mai: {count} lỗi nặng ở {criteria} tiêu chí sẽ bị hỏi trước tiên.</source>
        <translation>If the inspectors came tomorrow: {count} grave problems in {criteria} criteria would be asked about first.</translation>
    </message>
    <message>
        <source>{evidence} đã được thay thế bởi {newer}.</source>
        <translation>{evidence} was replaced by {newer}.</translation>
    </message>
    <message>
        <source>Báo cáo {report} về kế hoạch {evidence} có trong thư viện nhưng chưa là minh chứng.</source>
        <translation>The report {report} on the plan {evidence} is in the library, but is no evidence yet.</translation>
    </message>
    <message>
        <source>{evidence} có bản mới ngày {day}, sau khi {by} kiểm tra. Hãy xem lại.</source>
        <translation>{evidence} got a new revision on {day}, after {by} had checked it. Look at it again.</translation>
    </message>
    <message>
        <source>{evidence}: bản quét dưới {least} dpi. Hãy quét lại cho rõ.</source>
        <translation>{evidence}: a scan below {least} dpi. Scan it again, more finely.</translation>
    </message>
    <message>
        <source>Văn bản đã bị thay thế</source>
        <translation>Documents that were replaced</translation>
    </message>
    <message>
        <source>Báo cáo có trong thư viện, chưa là minh chứng</source>
        <translation>Reports in the library that are no evidence yet</translation>
    </message>
    <message>
        <source>Có bản mới sau khi đã kiểm tra</source>
        <translation>A newer revision after the check</translation>
    </message>
    <message>
        <source>Tự chấm điểm mà chưa có minh chứng</source>
        <translation>Self scores without evidence</translation>
    </message>
    <message>
        <source>Bị thẩm định trừ điểm</source>
        <translation>Points taken off by the appraisal</translation>
    </message>
    <message>
        <source>Điểm của bộ tiêu chí không khớp tổng</source>
        <translation>Points of the catalogue that differ from their sum</translation>
    </message>
    <message>
        <source>Bản quét dưới 200 dpi</source>
        <translation>Scans below 200 dpi</translation>
    </message>
    <message>
        <source>Đã chấm {points} điểm, cao hơn điểm tối đa {maximum}. Hãy chấm lại (vòng {round}).</source>
        <translation>{points} points were given, above the maximum of {maximum}. Score again (round {round}).</translation>
    </message>
    <message>
        <source>Điểm đã chấm cao hơn điểm tối đa</source>
        <translation>Points above the maximum</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>tệp đặt mật khẩu</source>
        <translation>the file has a password</translation>
    </message>
    <message>
        <source>tệp bị hỏng</source>
        <translation>the file is damaged</translation>
    </message>
    <message>
        <source>tệp có lỗi nhưng vẫn đọc được</source>
        <translation>the file has faults but can be read</translation>
    </message>
    <message>
        <source>tệp rỗng</source>
        <translation>the file is empty</translation>
    </message>
    <message>
        <source>đọc quá lâu nên đã dừng</source>
        <translation>reading took too long and was stopped</translation>
    </message>
    <message>
        <source>tệp làm bộ đọc dừng đột ngột</source>
        <translation>the file made the reader stop suddenly</translation>
    </message>
    <message>
        <source>tệp cần quá nhiều bộ nhớ</source>
        <translation>the file needs too much memory</translation>
    </message>
    <message>
        <source>không đọc được tệp</source>
        <translation>the file cannot be read</translation>
    </message>
    <message>
        <source>loại tệp này phải mở bằng chương trình khác</source>
        <translation>this kind of file has to be opened with another program</translation>
    </message>
    <message>
        <source>đuôi tệp không đúng với nội dung</source>
        <translation>the file&apos;s extension does not fit its content</translation>
    </message>
    <message>
        <source>tệp có macro</source>
        <translation>the file has macros</translation>
    </message>
    <message>
        <source>không thấy tệp</source>
        <translation>the file is not there</translation>
    </message>
    <message>
        <source>chương trình khác đang giữ tệp</source>
        <translation>another program holds the file</translation>
    </message>
    <message>
        <source>tệp đang được ghi</source>
        <translation>the file is still being written</translation>
    </message>
    <message>
        <source>không kết nối được thư mục</source>
        <translation>the folder cannot be reached</translation>
    </message>
    <message>
        <source>tệp không có trang này</source>
        <translation>the file has no such page</translation>
    </message>
    <message>
        <source>tệp quá lớn</source>
        <translation>the file is too large</translation>
    </message>
    <message>
        <source>lớp chữ trong tệp bị hỏng</source>
        <translation>the text layer of the file is broken</translation>
    </message>
    <message>
        <source>một số trang không đọc được</source>
        <translation>some pages cannot be read</translation>
    </message>
    <message>
        <source>tệp dài nên chỉ đọc phần đầu</source>
        <translation>the file is long, only its beginning was read</translation>
    </message>
    <message>
        <source>không có quyền đọc thư mục</source>
        <translation>no right to read the folder</translation>
    </message>
    <message>
        <source>không mở được tệp</source>
        <translation>the file cannot be opened</translation>
    </message>
    <message>
        <source>ổ đĩa đã đầy</source>
        <translation>the disk is full</translation>
    </message>
    <message>
        <source>không ghi được vào thư mục dữ liệu</source>
        <translation>the data folder cannot be written to</translation>
    </message>
    <message>
        <source>chương trình hoặc lối tắt, có thể gây hại</source>
        <translation>a program or shortcut, which may do harm</translation>
    </message>
    <message>
        <source>tên trong tệp nén dẫn ra ngoài thư mục</source>
        <translation>its name in the archive leads out of the folder</translation>
    </message>
    <message>
        <source>tệp tạm hoặc tệp của hệ thống</source>
        <translation>a temporary file or a file of the system</translation>
    </message>
    <message>
        <source>nén quá mức, có thể là bom nén</source>
        <translation>compressed beyond measure, perhaps a zip bomb</translation>
    </message>
    <message>
        <source>tệp nén lồng nhau quá nhiều lớp</source>
        <translation>archives within archives, too deep</translation>
    </message>
    <message>
        <source>tệp nén có quá nhiều tệp</source>
        <translation>the archive holds too many files</translation>
    </message>
    <message>
        <source>không thấy tệp gốc trong kho</source>
        <translation>the original is not in the store</translation>
    </message>
    <message>
        <source>loại tệp không chuyển thành trang in được</source>
        <translation>this kind of file cannot become pages</translation>
    </message>
    <message>
        <source>loại tệp có thể chứa mã chạy được</source>
        <translation>this kind of file may hold code</translation>
    </message>
    <message>
        <source>biểu mẫu động, chỉ mở được bằng Adobe Reader</source>
        <translation>a dynamic form, opens in Adobe Reader only</translation>
    </message>
    <message>
        <source>viết bằng phông chữ cũ (.VnTime, VNI) mà máy này không có, chữ in ra sai dấu; hãy cài phông chữ ấy</source>
        <translation>written in an old font (.VnTime, VNI) that this computer lacks, so the marks print wrong; please install that font</translation>
    </message>
    <message>
        <source>tệp có nhiều hình chuyển động, chỉ in hình đầu</source>
        <translation>moving pictures; only the first is printed</translation>
    </message>
    <message>
        <source>tập hợp nhiều tệp PDF</source>
        <translation>a collection of several PDF files</translation>
    </message>
    <message>
        <source>máy này chưa có dữ liệu nhận dạng chữ tiếng Việt</source>
        <translation>this machine has no data to recognise Vietnamese text with</translation>
    </message>
    <message>
        <source>tệp còn ở trên mạng, chưa tải về máy này</source>
        <translation>the file is still online, not yet downloaded to this computer</translation>
    </message>
    <message>
        <source>có mật khẩu, đã mở để đọc</source>
        <translation>has a password, opened for reading</translation>
    </message>
    <message>
        <source>thư mục không trả lời</source>
        <translation>the folder does not answer</translation>
    </message>
    <message>
        <source>không chuyển được tệp Office thành trang in</source>
        <translation>the Office file could not be turned into pages</translation>
    </message>
    <message>
        <source>bản quét dưới 200 dpi</source>
        <translation>a scan below 200 dpi</translation>
    </message>
    <message>
        <source>đang chép tệp thì thư mục không trả lời nữa</source>
        <translation>the folder stopped answering while the file was copied</translation>
    </message>
    <message>
        <source>tệp Excel trước năm 1995, phải mở bằng Excel rồi lưu lại dạng mới</source>
        <translation>Excel file from before 1995; open it in Excel and save it in a newer format</translation>
    </message>
    <message>
        <source>bảng mã chữ của tệp không đọc được</source>
        <translation>the encoding of its letters is not known</translation>
    </message>
    <message>
        <source>có tệp đính kèm, phim hoặc âm thanh bên trong, không in được</source>
        <translation>files, films or sounds inside that cannot be printed</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>tên “{name}” bắt đầu bằng mã tiêu chí</source>
        <translation>the name “{name}” begins with the criterion’s code</translation>
    </message>
    <message>
        <source>có các từ {words}</source>
        <translation>has the words {words}</translation>
    </message>
    <message>
        <source>giống tài liệu đã nhận: {document}</source>
        <translation>is like an accepted document: {document}</translation>
    </message>
</context>
<context>
    <name>slots</name>
    <message>
        <source>Tài liệu chứng minh tiêu chí</source>
        <translation>Papers that prove the criterion</translation>
    </message>
    <message>
        <source>Có {there}/{wanted} bản</source>
        <translation>{there} of {wanted} papers</translation>
    </message>
    <message>
        <source>Chưa ghi tỷ lệ đạt được (yêu cầu {target} %)</source>
        <translation>Percentage reached not entered yet ({target} % required)</translation>
    </message>
    <message>
        <source>Đạt {reached} % / yêu cầu {target} %</source>
        <translation>{reached} % reached / {target} % required</translation>
    </message>
    <message>
        <source>Quá hạn từ {day}</source>
        <translation>Overdue since {day}</translation>
    </message>
    <message>
        <source>Muộn: ban hành {issued}, hạn {day}</source>
        <translation>Late: issued {issued}, due {day}</translation>
    </message>
    <message>
        <source>Hạn {day}</source>
        <translation>Due {day}</translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>Từ dòng “Số: …”</source>
        <translation>From the line “Số: …”</translation>
    </message>
    <message>
        <source>Từ dòng địa danh, ngày tháng</source>
        <translation>From the line of place and date</translation>
    </message>
    <message>
        <source>Từ tên cơ quan ở đầu trang</source>
        <translation>From the name of the body at the top</translation>
    </message>
    <message>
        <source>Từ tên loại văn bản</source>
        <translation>From the name of the type</translation>
    </message>
    <message>
        <source>Văn bản không ghi tên loại</source>
        <translation>It bears no name of a type</translation>
    </message>
    <message>
        <source>Từ chữ viết tắt trong ký hiệu</source>
        <translation>From the abbreviation in the symbol</translation>
    </message>
    <message>
        <source>Từ dòng dưới tên loại</source>
        <translation>From the line under the name of the type</translation>
    </message>
    <message>
        <source>Từ dòng “V/v”</source>
        <translation>From the line “V/v”</translation>
    </message>
    <message>
        <source>Từ tên văn bản</source>
        <translation>From the title</translation>
    </message>
    <message>
        <source>Từ chữ in hoa ở đầu trang</source>
        <translation>From the capitals at the top</translation>
    </message>
    <message>
        <source>Từ phần ký tên</source>
        <translation>From the signature block</translation>
    </message>
    <message>
        <source>Từ một câu trong văn bản</source>
        <translation>From a sentence of the text</translation>
    </message>
    <message>
        <source>Máy ảnh ghi trong tệp</source>
        <translation>Written into the file by the camera</translation>
    </message>
    <message>
        <source>chữ có sẵn trong tệp</source>
        <translation>text of the file</translation>
    </message>
    <message>
        <source>ô điền hoặc khung chữ ký số</source>
        <translation>form field or digital signature</translation>
    </message>
    <message>
        <source>nhận dạng từ bản quét</source>
        <translation>recognised in the scan</translation>
    </message>
    <message>
        <source>nhận dạng chữ số viết tay</source>
        <translation>figures written by hand, recognised</translation>
    </message>
    <message>
        <source>Do {by} ghi</source>
        <translation>Typed by {by}</translation>
    </message>
    <message>
        <source>Nên đối chiếu với bản gốc.</source>
        <translation>Better compare it with the original.</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Đủ</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Một phần</source>
        <translation>Partial</translation>
    </message>
    <message>
        <source>Chưa có</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Điều tra xã hội học</source>
        <translation>Survey</translation>
    </message>
    <message>
        <source>Không được giao</source>
        <translation>Not assigned</translation>
    </message>
    <message>
        <source>Bằng tài liệu</source>
        <translation>By documents</translation>
    </message>
    <message>
        <source>Chưa xem</source>
        <translation>Not looked at</translation>
    </message>
    <message>
        <source>Đang thu thập</source>
        <translation>Collecting</translation>
    </message>
    <message>
        <source>Đã thu thập</source>
        <translation>Collected</translation>
    </message>
    <message>
        <source>Đã kiểm tra</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>Bị loại</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Khó khăn, vướng mắc</source>
        <translation>Difficulty</translation>
    </message>
    <message>
        <source>Kiến nghị, đề xuất</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>Đạt</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>Nặng</source>
        <translation>Grave</translation>
    </message>
    <message>
        <source>Cần sửa</source>
        <translation>To be mended</translation>
    </message>
    <message>
        <source>Lưu ý</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Trong 7 ngày</source>
        <translation>Within 7 days</translation>
    </message>
    <message>
        <source>Trong 30 ngày</source>
        <translation>Within 30 days</translation>
    </message>
    <message>
        <source>Còn xa</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Chưa có ngày</source>
        <translation>No date</translation>
    </message>
    <message>
        <source>Đạt một phần</source>
        <translation>Partly met</translation>
    </message>
    <message>
        <source>Không đạt</source>
        <translation>Not met</translation>
    </message>
    <message>
        <source>Mới đến</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Đã nhận</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Đã từ chối</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Bản trước</source>
        <translation>Earlier version</translation>
    </message>
    <message>
        <source>Bản mới</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Bản chưa ký</source>
        <translation>Unsigned copy</translation>
    </message>
    <message>
        <source>Bản ký</source>
        <translation>Signed copy</translation>
    </message>
    <message>
        <source>Văn bản khác</source>
        <translation>Another document</translation>
    </message>
    <message>
        <source>Cần giải trình</source>
        <translation>Explanation wanted</translation>
    </message>
    <message>
        <source>Minh chứng chưa kiểm tra</source>
        <translation>Evidence not checked</translation>
    </message>
    <message>
        <source>Năm trước chưa đạt</source>
        <translation>Fell short last year</translation>
    </message>
    <message>
        <source>Giống hệt</source>
        <translation>The same</translation>
    </message>
    <message>
        <source>Cùng mã</source>
        <translation>Same code</translation>
    </message>
    <message>
        <source>Câu chữ giống</source>
        <translation>Alike in words</translation>
    </message>
    <message>
        <source>Đã chọn</source>
        <translation>Chosen</translation>
    </message>
    <message>
        <source>Đề xuất</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>thay thế</source>
        <translation>replaces</translation>
    </message>
    <message>
        <source>báo cáo kết quả thực hiện</source>
        <translation>reports on</translation>
    </message>
    <message>
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Chưa xong</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Mới</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Chưa xếp</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Removed</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>thay đổi vừa rồi</source>
        <translation>the last change</translation>
    </message>
    <message>
        <source>tạo kỳ đánh giá {title}</source>
        <translation>make the appraisal {title}</translation>
    </message>
    <message>
        <source>sửa kỳ đánh giá</source>
        <translation>edit the appraisal</translation>
    </message>
    <message>
        <source>nhận {name}</source>
        <translation>accept {name}</translation>
    </message>
    <message>
        <source>để {name} lại sau</source>
        <translation>leave {name} for later</translation>
    </message>
    <message>
        <source>từ chối {name}</source>
        <translation>refuse {name}</translation>
    </message>
    <message>
        <source>xét lại {name}</source>
        <translation>take {name} up again</translation>
    </message>
    <message>
        <source>thêm tiêu chí {criterion}</source>
        <translation>add criterion {criterion}</translation>
    </message>
    <message>
        <source>đánh giá tiêu chí {criterion}</source>
        <translation>assess criterion {criterion}</translation>
    </message>
    <message>
        <source>đổi cách đánh giá {criterion}</source>
        <translation>change how {criterion} is assessed</translation>
    </message>
    <message>
        <source>sửa tiêu chí {criterion}</source>
        <translation>edit criterion {criterion}</translation>
    </message>
    <message>
        <source>ghi kết quả năm trước của {criterion}</source>
        <translation>note last year&apos;s result of {criterion}</translation>
    </message>
    <message>
        <source>chuyển tiêu chí {criterion}</source>
        <translation>move criterion {criterion}</translation>
    </message>
    <message>
        <source>chấm điểm {criterion}</source>
        <translation>score {criterion}</translation>
    </message>
    <message>
        <source>xoá tiêu chí {criterion}</source>
        <translation>remove criterion {criterion}</translation>
    </message>
    <message>
        <source>thêm tài liệu {document}</source>
        <translation>add document {document}</translation>
    </message>
    <message>
        <source>quyết định về {document} trùng số</source>
        <translation>decide on {document} with the same number</translation>
    </message>
    <message>
        <source>sửa mô tả {document}</source>
        <translation>edit the description of {document}</translation>
    </message>
    <message>
        <source>bỏ niêm phong “{name}”</source>
        <translation>take the seal off “{name}”</translation>
    </message>
    <message>
        <source>ghi đã kiểm tra {document}</source>
        <translation>mark {document} as checked</translation>
    </message>
    <message>
        <source>sửa minh chứng {document} của {criterion}</source>
        <translation>edit evidence {document} of {criterion}</translation>
    </message>
    <message>
        <source>gắn {document} vào {criterion}</source>
        <translation>link {document} to {criterion}</translation>
    </message>
    <message>
        <source>loại {document} khỏi {criterion}</source>
        <translation>reject {document} for {criterion}</translation>
    </message>
    <message>
        <source>xét lại {document}</source>
        <translation>reconsider {document}</translation>
    </message>
    <message>
        <source>gỡ {document} khỏi {criterion}</source>
        <translation>unlink {document} from {criterion}</translation>
    </message>
    <message>
        <source>theo dõi {path}</source>
        <translation>watch {path}</translation>
    </message>
    <message>
        <source>sửa cách theo dõi thư mục</source>
        <translation>change how a folder is watched</translation>
    </message>
    <message>
        <source>bỏ theo dõi {path}</source>
        <translation>stop watching {path}</translation>
    </message>
    <message>
        <source>ghi “{text}”</source>
        <translation>write down “{text}”</translation>
    </message>
    <message>
        <source>sửa “{text}”</source>
        <translation>edit “{text}”</translation>
    </message>
    <message>
        <source>xoá “{text}”</source>
        <translation>remove “{text}”</translation>
    </message>
    <message>
        <source>thêm mục phải có vào {criterion}</source>
        <translation>add a demand to {criterion}</translation>
    </message>
    <message>
        <source>sửa mục phải có của {criterion}</source>
        <translation>edit a demand of {criterion}</translation>
    </message>
    <message>
        <source>bỏ mục phải có của {criterion}</source>
        <translation>remove a demand of {criterion}</translation>
    </message>
    <message>
        <source>ghi người liên hệ của {name}</source>
        <translation>write down whom to ask in {name}</translation>
    </message>
    <message>
        <source>xoá người liên hệ của {name}</source>
        <translation>remove whom to ask in {name}</translation>
    </message>
    <message>
        <source>và {count} mục khác</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>lập kỳ đánh giá năm {year}</source>
        <translation>make the appraisal of {year}</translation>
    </message>
    <message>
        <source>chuyển sang kỳ {title}</source>
        <translation>change to the appraisal {title}</translation>
    </message>
    <message>
        <source>nhận {document} vào {criterion}</source>
        <translation>accept {document} for {criterion}</translation>
    </message>
    <message>
        <source>ghi quan hệ của {document}</source>
        <translation>note a relation of {document}</translation>
    </message>
    <message>
        <source>nhận bản mới của {document}</source>
        <translation>take in a revision of {document}</translation>
    </message>
    <message>
        <source>bỏ quan hệ của {document}</source>
        <translation>remove a relation of {document}</translation>
    </message>
    <message>
        <source>chuyển minh chứng sang {document}</source>
        <translation>hand evidence over to {document}</translation>
    </message>
    <message>
        <source>đánh lại mã minh chứng</source>
        <translation>renumber the evidence codes</translation>
    </message>
    <message>
        <source>cập nhật bộ tiêu chí</source>
        <translation>update the catalogue</translation>
    </message>
    <message>
        <source>sửa lời văn hồ sơ</source>
        <translation>edit the wording of the dossier</translation>
    </message>
    <message>
        <source>ghi đã giải quyết “{text}”</source>
        <translation>note “{text}” as dealt with</translation>
    </message>
    <message>
        <source>ghi chưa giải quyết “{text}”</source>
        <translation>note “{text}” as still open</translation>
    </message>
</context>
<context>
    <name>totals</name>
    <message>
        <source>Chưa có minh chứng nào</source>
        <translation>No evidence yet</translation>
    </message>
    <message>
        <source>Yêu cầu {numbers}</source>
        <translation>Requirements {numbers}</translation>
    </message>
    <message>
        <source>Có {there} trong {wanted} minh chứng</source>
        <translation>{there} of {wanted} pieces of evidence</translation>
    </message>
</context>
<context>
    <name>undated</name>
    <message>
        <source>Kế hoạch không ghi thời hạn.</source>
        <translation>The plan names no deadline.</translation>
    </message>
    <message>
        <source>Thời hạn theo văn bản khác.</source>
        <translation>The deadline is set by another document.</translation>
    </message>
    <message>
        <source>Tính theo năm học, học kỳ: chưa rõ ngày nào.</source>
        <translation>Counted by school year or term: no certain day.</translation>
    </message>
    <message>
        <source>Tính từ một việc khác: không có ngày cố định.</source>
        <translation>Counted from another event: no fixed day.</translation>
    </message>
    <message>
        <source>Lời văn chưa đủ rõ để biết ngày nào.</source>
        <translation>The words do not say which day.</translation>
    </message>
    <message>
        <source>Việc thường xuyên, không có ngày cuối.</source>
        <translation>Ongoing work without a last day.</translation>
    </message>
    <message>
        <source>Ngày này không có trong lịch.</source>
        <translation>There is no such day.</translation>
    </message>
    <message>
        <source>Không đọc được ngày trong lời văn.</source>
        <translation>No day could be read from the words.</translation>
    </message>
</context>
<context>
    <name>update</name>
    <message>
        <source>Không còn trong kế hoạch: vào “Chưa xếp”</source>
        <translation>No more in the plan: into “Chưa xếp”</translation>
    </message>
    <message>
        <source>Không còn trong kế hoạch, chưa có gì gắn vào: bỏ</source>
        <translation>No more in the plan, nothing hangs on it: removed</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Mới</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Phòng chủ trì</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>Phòng phối hợp</source>
        <translation>Coordinating units</translation>
    </message>
    <message>
        <source>Thời gian hoàn thành</source>
        <translation>Deadline in words</translation>
    </message>
    <message>
        <source>Ngày đến hạn</source>
        <translation>Due dates</translation>
    </message>
    <message>
        <source>Cách đánh giá</source>
        <translation>How it is assessed</translation>
    </message>
    <message>
        <source>Điểm tối đa</source>
        <translation>Maximum points</translation>
    </message>
    <message>
        <source>Các mục phải có</source>
        <translation>Demands</translation>
    </message>
    <message>
        <source>Chỗ trong cây</source>
        <translation>Place in the tree</translation>
    </message>
    <message>
        <source>Thứ tự</source>
        <translation>Order</translation>
    </message>
</context>
</TS>
