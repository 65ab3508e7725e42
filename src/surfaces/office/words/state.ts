import type { DossierState, Stage } from '#capabilities/dossiers';
import type { LocalText } from '#kernel/text';

export const stageNames: Readonly<Record<Stage, LocalText>> = {
  submitted: { vi: 'Mới nộp, chờ tiếp nhận', en: 'Filed, to be accepted' },
  accepted: { vi: 'Đã tiếp nhận', en: 'Accepted' },
  declined: { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  'in-process': { vi: 'Đang xử lý', en: 'In process' },
  supplement: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Papers asked for' },
  financial: { vi: 'Chờ nộp phí, lệ phí', en: 'Waiting for payment' },
  withdrawal: { vi: 'Người nộp xin rút', en: 'Withdrawal asked for' },
  paused: { vi: 'Tạm dừng', en: 'Paused' },
  stopped: { vi: 'Dừng giải quyết', en: 'Stopped' },
  finished: { vi: 'Đã có kết quả', en: 'Finished' },
  returned: { vi: 'Đã trả kết quả', en: 'Result handed over' },
};

export const channelNames: Readonly<Record<DossierState['channel'], LocalText>> = {
  online: { vi: 'Trực tuyến', en: 'Online' },
  direct: { vi: 'Trực tiếp', en: 'At the counter' },
  post: { vi: 'Bưu chính', en: 'By post' },
};

export const deliveryNames: Readonly<Record<DossierState['delivery'], LocalText>> = {
  counter: { vi: 'Nhận tại nơi nộp', en: 'At the counter' },
  post: { vi: 'Nhận qua bưu chính', en: 'By post' },
  electronic: { vi: 'Nhận bản điện tử', en: 'Electronically' },
};

/** Marks of a work row (`flagsOf` in the dossiers room) that a list shows and filters by. */
export const flagNames: Readonly<Record<string, LocalText>> = {
  elsewhere: { vi: 'Phi địa giới', en: 'Filed elsewhere' },
  'identity-pending': { vi: 'Chờ xác minh danh tính', en: 'Identity pending' },
  'fee-owed': { vi: 'Còn nợ phí', en: 'Fee owed' },
  apologised: { vi: 'Đã hẹn lại', en: 'New date given' },
  'in-transit': { vi: 'Chờ nhận bàn giao', en: 'To be taken over' },
  'draft-disputed': { vi: 'Người nộp không đồng ý dự thảo', en: 'Draft disputed' },
  urgent: { vi: 'Cần làm gấp', en: 'Urgent' },
  'opinion-open': { vi: 'Đang hỏi ý kiến', en: 'Opinion awaited' },
};
