import { type ReasonKey, reasons } from '#capabilities/catalogue';
import type { LocalText } from '#kernel/text';

/** Why a value of the national list was touched; the English stands with the importer. */
const vietnamese: Readonly<Record<ReasonKey, string>> = {
  'text-cleaned': 'Chuẩn hóa dấu tiếng Việt, dấu cách, ký tự ẩn',
  'no-information': 'Nguồn ghi “Không có thông tin”',
  'name-missing': 'Nguồn không có tên; tên được ghép từ lĩnh vực và mã',
  'name-recalled': 'Tên không lấy từ nguồn; cần xác nhận',
  'wrong-record': 'Trang nguồn mang mã khác; chỉ giữ mã',
  'printed-code': 'Mã in trên trang khác mã của trang',
  'duplicate-row': 'Mã có hai lần; lấy dòng đầy đủ hơn',
  'same-name': 'Mã khác có cùng tên',
  'bad-code': 'Không phải mã thủ tục quốc gia (n.nnnnnn)',
  'unknown-value': 'Giá trị ngoài danh mục',
  'internal-code': 'Mã 5 và 6 là thủ tục nội bộ; không công khai',
  'subjects-split': 'Tên một loại đối tượng bị cắt ở dấu phẩy',
  'decision-several': 'Nhiều quyết định công bố; lấy quyết định cuối',
  'law-number': 'Năm của văn bản dính vào số',
  'results-unpaired': 'Số tên và số mã kết quả khác nhau; không ghép',
  'fee-thousands-confirmed': 'Số tiền mất phần nghìn; ghi chú nêu đủ',
  'fee-thousands': 'Số tiền mất phần nghìn (“135 VNĐ”)',
  'fee-too-small': 'Số tiền chỉ vài đồng; giữ lời, không lấy số',
  'fee-free-but-amount': 'Ghi “Miễn phí” nhưng ghi chú có số tiền; theo ghi chú',
  'fee-free-but-set': 'Ghi “Miễn phí” nhưng văn bản khác quy định mức thu',
  'fee-free-but-unclear': 'Ghi “Miễn phí” nhưng ghi chú nói có thu',
  'fee-note-differs': 'Ghi chú nêu số tiền khác; không lấy số, chỉ giữ lời',
  'fee-several': 'Một cách nộp có nhiều mức; không lấy số, chỉ giữ lời',
  'fee-foreign': 'Tiền nước ngoài; không đổi ra đồng',
  'fee-unread': 'Không rõ số tiền; giữ lời',
  'time-zero': 'Thời hạn 0 không nói lên gì',
  'time-no-unit': 'Thời hạn không có đơn vị',
  'time-unit-from-note': 'Đơn vị thời hạn lấy từ ghi chú',
  'channel-twice': 'Cách nộp có hai lần, cùng thời hạn và phí',
  'channel-from-list': 'Không có chi tiết; lấy theo dòng danh mục',
  'case-is-group': 'Đề mục nhóm giấy tờ, không phải trường hợp',
  'count-swallowed': 'Số ở cuối tên dính vào số bản chính',
  'count-high': 'Số bản chính cao bất thường',
  'count-from-text': 'Số bản lấy từ lời',
  'count-unknown': 'Giấy tờ không ghi số bản',
  'note-as-document': 'Lời dặn hoặc đề mục, không phải giấy tờ',
  'document-twice': 'Giấy tờ có hai lần trong một trường hợp',
  'document-empty': 'Dòng giấy tờ trống',
  'list-marks': 'Bỏ dấu đầu dòng trước tên',
  'form-name': 'Tên mẫu có nửa câu đứng trước',
  'steps-cut': 'Nguồn chỉ có 700 ký tự đầu của các bước',
  'detail-without-row': 'Dòng chi tiết của mã không có trong danh mục',
  'detail-unreadable': 'Dòng chi tiết không đúng dạng JSON',
  'assumed-defaults': 'Mức trực tuyến và định danh không có trong nguồn; lấy giá trị mẫu',
};

/** Words of a kind of remark; one that is no longer known is told by its key. */
export const remarkWords = (reason: string): LocalText =>
  Object.hasOwn(vietnamese, reason)
    ? { vi: vietnamese[reason as ReasonKey], en: reasons[reason as ReasonKey] }
    : { vi: reason };
