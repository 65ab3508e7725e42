import type { NoticeKind } from '#capabilities/calendar';
import type { UnitKind } from '#capabilities/organisations';
import type { LocalText } from '#kernel/text';

export const unitKindNames: Readonly<Record<UnitKind, LocalText>> = {
  province: { vi: 'Ủy ban nhân dân tỉnh', en: 'Provincial committee' },
  'provincial-centre': { vi: 'Trung tâm cấp tỉnh', en: 'Provincial centre' },
  department: { vi: 'Sở, ban, ngành', en: 'Department' },
  'provincial-police': { vi: 'Công an tỉnh', en: 'Provincial police' },
  'commune-committee': { vi: 'Ủy ban nhân dân cấp xã', en: 'Commune committee' },
  'commune-centre': { vi: 'Trung tâm cấp xã', en: 'Commune centre' },
  'commune-police': { vi: 'Công an cấp xã', en: 'Commune police' },
  ministry: { vi: 'Bộ', en: 'Ministry' },
  'ministry-centre': { vi: 'Bộ phận Một cửa của Bộ', en: 'One-stop centre of the ministry' },
  'ministry-department': { vi: 'Cục, vụ', en: 'Department of the ministry' },
};

export const dayKindNames: Readonly<Record<NoticeKind, LocalText>> = {
  holiday: { vi: 'Ngày lễ', en: 'Holiday' },
  compensatory: { vi: 'Nghỉ bù', en: 'Compensation day off' },
  swap_off: { vi: 'Nghỉ hoán đổi', en: 'Day off in exchange' },
  swap_work: { vi: 'Làm bù (thứ Bảy, Chủ nhật)', en: 'Rest day worked in exchange' },
};

/** Entries of the journal, by what was done. */
export const actionNames: Readonly<Record<string, LocalText>> = {
  'unit.add': { vi: 'Thêm đơn vị', en: 'Unit added' },
  'unit.rename': { vi: 'Đổi tên đơn vị', en: 'Unit renamed' },
  'unit.change': { vi: 'Đổi địa chỉ, giờ làm việc', en: 'Address or hours changed' },
  'unit.close': { vi: 'Kết thúc đơn vị', en: 'Unit closed' },
  'outbox.retry': { vi: 'Cho thử lại việc bị kẹt', en: 'Stuck work tried again' },
  'mail.send-again': { vi: 'Cho gửi lại thư', en: 'E-mail sent again' },
  'officer.add': { vi: 'Thêm cán bộ', en: 'Officer added' },
  'officer.change': { vi: 'Sửa thông tin cán bộ', en: 'Officer changed' },
  'officer.deactivate': { vi: 'Ngừng tài khoản cán bộ', en: 'Officer deactivated' },
  'officer.give-post': { vi: 'Giao vai trò', en: 'Role given' },
  'officer.end-post': { vi: 'Thôi vai trò', en: 'Role ended' },
  'officer.delegate': { vi: 'Ủy quyền', en: 'Delegation' },
  'officer.end-delegation': { vi: 'Thôi ủy quyền', en: 'Delegation ended' },
  'officer.break-glass': { vi: 'Dùng tài khoản khẩn cấp', en: 'Break-glass account used' },
  'officer.sign-in': { vi: 'Đăng nhập', en: 'Sign-in' },
  'calendar.publish': { vi: 'Công bố lịch', en: 'Calendar published' },
  'catalogue.publish': { vi: 'Công bố phiên bản thủ tục', en: 'Procedure version published' },
  'catalogue.start-draft': { vi: 'Bắt đầu soạn thủ tục', en: 'Procedure draft begun' },
  'catalogue.save-draft': { vi: 'Lưu bản thảo thủ tục', en: 'Procedure draft saved' },
  'catalogue.renew-draft': {
    vi: 'Đối chiếu bản thảo với phiên bản mới',
    en: 'Draft brought up to a newer version',
  },
  'catalogue.send-draft': { vi: 'Trình duyệt thủ tục', en: 'Procedure sent for approval' },
  'catalogue.send-back-draft': { vi: 'Trả lại bản thảo', en: 'Draft sent back' },
  'catalogue.approve-draft': { vi: 'Duyệt thủ tục', en: 'Procedure approved' },
  'catalogue.abandon-draft': { vi: 'Bỏ bản thảo', en: 'Draft abandoned' },
  'catalogue.take-effect': { vi: 'Phiên bản bắt đầu áp dụng', en: 'Version in force' },
  'catalogue.close': { vi: 'Đóng thủ tục', en: 'Procedure closed' },
  'catalogue.import': { vi: 'Nhập gói thủ tục', en: 'Procedure package imported' },
  'catalogue.export': { vi: 'Xuất gói thủ tục', en: 'Procedure package exported' },
  'catalogue.trust-key': { vi: 'Tin khóa ký gói', en: 'Package key trusted' },
};

/** What an e-mail was about, by the moment it told of. */
export const momentNames: Readonly<Record<string, LocalText>> = {
  submitted: { vi: 'Đã nhận hồ sơ', en: 'Filed' },
  accepted: { vi: 'Tiếp nhận, hẹn trả', en: 'Accepted' },
  'acceptance-undone': { vi: 'Thu lại việc tiếp nhận', en: 'Acceptance undone' },
  declined: { vi: 'Từ chối tiếp nhận', en: 'Declined' },
  'supplement-asked': { vi: 'Yêu cầu bổ sung', en: 'Papers asked' },
  'supplement-expired': { vi: 'Hết hạn bổ sung', en: 'Time for papers over' },
  'fee-asked': { vi: 'Yêu cầu nộp phí', en: 'Fee asked' },
  apology: { vi: 'Xin lỗi, hẹn lại', en: 'Apology' },
  'draft-to-confirm': { vi: 'Dự thảo cần xác nhận', en: 'Draft to confirm' },
  stopped: { vi: 'Dừng giải quyết', en: 'Stopped' },
  'ready-to-collect': { vi: 'Mời nhận kết quả', en: 'Ready to collect' },
  'result-electronic': { vi: 'Kết quả điện tử', en: 'Electronic result' },
  returned: { vi: 'Đã trả kết quả', en: 'Returned' },
  'officer-message': { vi: 'Tin nhắn của cán bộ', en: 'Message of an officer' },
  'withdrawal-decided': { vi: 'Trả lời việc xin rút', en: 'Withdrawal decided' },
  'near-due': { vi: 'Sắp đến ngày hẹn', en: 'Near the promised date' },
};
