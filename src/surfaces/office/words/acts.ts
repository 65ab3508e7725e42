import type { Intent } from '#capabilities/dossiers';
import type { LocalText } from '#kernel/text';

/** Intents of citizens and of the clock have no button in the office. */
export type OfficerIntent = Exclude<
  Intent,
  | 'send-supplement'
  | 'expire-supplement'
  | 'request-withdrawal'
  | 'take-back-withdrawal'
  | 'confirm-draft'
  | 'dispute-draft'
  | 'move-authority'
  | 'move-to-version'
  // The worker's, for plans.
  | 'fire-timer'
  | 'open-call'
  | 'end-call'
  // The worker's, for what has come about in the books.
  | 'note-money'
  // Offered where the act was just done, not on the dossier's page.
  | 'undo'
>;

export interface ActWords {
  /** Last part of the act's address, below the dossier. */
  readonly slug: string;
  /** On buttons: a verb. */
  readonly name: LocalText;
  /** Key on the dossier's page. No two acts that one stage allows share a key; a test watches it. */
  readonly key: string;
  /** The sentence after it is done. */
  readonly done: LocalText;
}

export const officerActs: Readonly<Record<OfficerIntent, ActWords>> = {
  accept: {
    slug: 'tiep-nhan',
    name: { vi: 'Tiếp nhận', en: 'Accept' },
    key: 'T',
    done: { vi: 'Đã tiếp nhận hồ sơ.', en: 'The dossier is accepted.' },
  },
  decline: {
    slug: 'tu-choi',
    name: { vi: 'Từ chối tiếp nhận', en: 'Decline' },
    key: 'C',
    done: { vi: 'Đã từ chối tiếp nhận.', en: 'The dossier is declined.' },
  },
  'ask-supplement': {
    slug: 'yeu-cau-bo-sung',
    name: { vi: 'Yêu cầu bổ sung', en: 'Ask for papers' },
    key: 'B',
    done: { vi: 'Đã yêu cầu người nộp bổ sung.', en: 'The person has been asked for papers.' },
  },
  'confirm-supplement': {
    slug: 'xac-nhan-bo-sung',
    name: { vi: 'Xác nhận đã đủ giấy tờ', en: 'Confirm the papers' },
    key: 'T',
    done: { vi: 'Đã xác nhận đủ giấy tờ; đồng hồ chạy tiếp.', en: 'Papers confirmed; the clock runs again.' },
  },
  'ask-fee': {
    slug: 'yeu-cau-phi',
    name: { vi: 'Yêu cầu nộp phí', en: 'Ask for a fee' },
    key: 'F',
    done: { vi: 'Đã yêu cầu nộp phí.', en: 'The fee is asked for.' },
  },
  'take-fee': {
    slug: 'thu-phi',
    name: { vi: 'Thu phí', en: 'Take the fee' },
    key: 'M',
    done: { vi: 'Đã ghi nhận thu phí.', en: 'The payment is recorded.' },
  },
  'exempt-fee': {
    slug: 'mien-phi',
    name: { vi: 'Miễn phí', en: 'Exempt from the fee' },
    key: 'V',
    done: { vi: 'Đã ghi nhận miễn phí.', en: 'The exemption is recorded.' },
  },
  'take-over': {
    slug: 'nhan-ban-giao',
    name: { vi: 'Nhận bàn giao', en: 'Take over' },
    key: 'H',
    done: { vi: 'Đơn vị bạn đã nhận hồ sơ.', en: 'Your unit has the dossier now.' },
  },
  assign: {
    slug: 'giao-viec',
    name: { vi: 'Giao việc', en: 'Assign' },
    key: 'P',
    done: { vi: 'Đã giao việc.', en: 'Assigned.' },
  },
  'finish-step': {
    slug: 'chuyen-buoc',
    name: { vi: 'Chuyển bước tiếp', en: 'Pass to the next step' },
    key: 'T',
    done: { vi: 'Đã chuyển sang bước tiếp theo.', en: 'Passed to the next step.' },
  },
  'return-step': {
    slug: 'tra-lai-buoc',
    name: { vi: 'Trả lại bước trước', en: 'Return to the step before' },
    key: 'L',
    done: { vi: 'Đã trả lại bước trước.', en: 'Returned to the step before.' },
  },
  'pull-back': {
    slug: 'thu-hoi',
    name: { vi: 'Thu hồi về bước trước', en: 'Pull back' },
    key: 'U',
    done: { vi: 'Đã thu hồi về bước trước.', en: 'Pulled back to the step before.' },
  },
  'ask-opinion': {
    slug: 'xin-y-kien',
    name: { vi: 'Xin ý kiến đơn vị khác', en: 'Ask another unit' },
    key: 'Y',
    done: { vi: 'Đã gửi câu hỏi.', en: 'The question is sent.' },
  },
  'give-opinion': {
    slug: 'cho-y-kien',
    name: { vi: 'Cho ý kiến', en: 'Give the opinion' },
    key: 'I',
    done: { vi: 'Đã gửi ý kiến.', en: 'The opinion is sent.' },
  },
  'receive-message': {
    slug: 'ghi-nhan-da-co',
    name: { vi: 'Ghi nhận đã có', en: 'Record what has come' },
    key: 'X',
    done: { vi: 'Đã ghi nhận; hồ sơ đi tiếp.', en: 'Recorded; the dossier goes on.' },
  },
  pause: {
    slug: 'tam-dung',
    name: { vi: 'Tạm dừng', en: 'Pause' },
    key: 'Z',
    done: { vi: 'Đã tạm dừng; đồng hồ đứng lại.', en: 'Paused; the clock stands.' },
  },
  resume: {
    slug: 'tiep-tuc',
    name: { vi: 'Tiếp tục xử lý', en: 'Resume' },
    key: 'R',
    done: { vi: 'Hồ sơ chạy tiếp.', en: 'The dossier runs again.' },
  },
  'refuse-withdrawal': {
    slug: 'khong-dong-y-rut',
    name: { vi: 'Không đồng ý cho rút', en: 'Refuse the withdrawal' },
    key: 'C',
    done: { vi: 'Đã trả lời: không đồng ý cho rút.', en: 'The withdrawal is refused.' },
  },
  'allow-withdrawal': {
    slug: 'dong-y-rut',
    name: { vi: 'Đồng ý cho rút', en: 'Allow the withdrawal' },
    key: 'A',
    done: { vi: 'Đã đồng ý; hồ sơ dừng giải quyết.', en: 'Allowed; the dossier is stopped.' },
  },
  stop: {
    slug: 'dung-giai-quyet',
    name: { vi: 'Dừng giải quyết', en: 'Stop' },
    key: 'E',
    done: { vi: 'Đã dừng giải quyết.', en: 'Stopped.' },
  },
  apologise: {
    slug: 'xin-loi',
    name: { vi: 'Xin lỗi và hẹn lại', en: 'Apologise, give a new date' },
    key: 'O',
    done: { vi: 'Đã xin lỗi và hẹn ngày mới.', en: 'Apologised; a new date is given.' },
  },
  'draft-result': {
    slug: 'du-thao',
    name: { vi: 'Dự thảo kết quả', en: 'Draft the result' },
    key: 'D',
    done: { vi: 'Đã lưu dự thảo kết quả.', en: 'The draft is kept.' },
  },
  'approve-result': {
    slug: 'phe-duyet',
    name: { vi: 'Phê duyệt', en: 'Approve' },
    key: 'A',
    done: { vi: 'Đã phê duyệt kết quả.', en: 'The result is approved.' },
  },
  'send-back-result': {
    slug: 'tra-lai-du-thao',
    name: { vi: 'Trả lại dự thảo', en: 'Send the draft back' },
    key: 'W',
    done: { vi: 'Đã trả lại dự thảo.', en: 'The draft is sent back.' },
  },
  issue: {
    slug: 'ban-hanh',
    name: { vi: 'Cấp số và ban hành', en: 'Number and issue' },
    key: 'S',
    done: { vi: 'Đã ban hành kết quả.', en: 'The result is issued.' },
  },
  'return-result': {
    slug: 'tra-ket-qua',
    name: { vi: 'Trả kết quả', en: 'Hand over the result' },
    key: 'T',
    done: { vi: 'Đã trả kết quả.', en: 'The result is handed over.' },
  },
  'undo-return': {
    slug: 'thu-hoi-ket-qua',
    name: { vi: 'Thu hồi kết quả đã trả', en: 'Undo the handing over' },
    key: 'U',
    done: { vi: 'Đã ghi nhận thu hồi; kết quả chờ trả lại.', en: 'Undone; the result waits again.' },
  },
  'confirm-identity': {
    slug: 'xac-minh-danh-tinh',
    name: { vi: 'Xác minh danh tính', en: 'Confirm the identity' },
    key: 'Q',
    done: { vi: 'Đã xác minh danh tính người nộp.', en: 'The identity is confirmed.' },
  },
  'sign-scans': {
    slug: 'ky-ban-quet',
    name: { vi: 'Ký số bản quét', en: 'Sign the scans' },
    // Beside 1 to 9, which choose the paper to look at.
    key: '0',
    done: { vi: 'Đã ký số bản quét.', en: 'The scans are signed.' },
  },
};
export const officerIntents = Object.keys(officerActs) as readonly OfficerIntent[];
