import { asksNothing, expandDefinition, type ProcedureDefinition } from '#capabilities/forms';
import { isOwnMoment, type Moment, momentOfKey, type OwnMoment } from '#capabilities/messages';
import { idOfKey, keyOfPaper, type Offer, offerFor, type PaperShelf, paperIdsOf } from '#capabilities/papers';
import type { LocalText } from '#kernel/text';

/** The moments of a dossier at which its person is written to, in their words. */
const names: Readonly<Record<OwnMoment, Required<LocalText>>> = {
  submitted: { vi: 'Đã nhận hồ sơ trực tuyến', en: 'Online dossier arrived' },
  accepted: { vi: 'Tiếp nhận', en: 'Accepted' },
  'acceptance-undone': { vi: 'Thu lại việc tiếp nhận', en: 'Acceptance taken back' },
  declined: { vi: 'Từ chối tiếp nhận', en: 'Declined' },
  'supplement-asked': { vi: 'Yêu cầu bổ sung', en: 'Papers asked for' },
  'supplement-expired': { vi: 'Hết hạn bổ sung', en: 'Time for papers ended' },
  'fee-asked': { vi: 'Yêu cầu nộp phí', en: 'Fee asked for' },
  'refund-proposed': { vi: 'Đề nghị hoàn phí', en: 'Refund proposed' },
  'refund-approved': { vi: 'Duyệt hoàn phí', en: 'Refund approved' },
  'refund-paid': { vi: 'Đã hoàn phí', en: 'Refund paid' },
  'refund-refused': { vi: 'Không hoàn phí', en: 'Refund refused' },
  apology: { vi: 'Xin lỗi và hẹn lại', en: 'Apology and new date' },
  'draft-to-confirm': { vi: 'Mời xem dự thảo kết quả', en: 'Draft to confirm' },
  stopped: { vi: 'Dừng giải quyết', en: 'Stopped' },
  'ready-to-collect': { vi: 'Mời đến nhận kết quả', en: 'Ready to collect' },
  'result-electronic': { vi: 'Kết quả điện tử', en: 'Electronic result' },
  'result-revoked': { vi: 'Thu hồi kết quả', en: 'Result revoked' },
  'result-replaced': { vi: 'Có bản thay kết quả', en: 'Result replaced' },
  returned: { vi: 'Đã trả kết quả', en: 'Result returned' },
  'step-passed': { vi: 'Báo tin trên đường giải quyết', en: 'News on the way' },
  'officer-message': { vi: 'Có tin nhắn của cán bộ', en: 'An officer wrote' },
  'withdrawal-decided': { vi: 'Trả lời đề nghị rút hồ sơ', en: 'Answer to a withdrawal' },
  'authority-moved': { vi: 'Chuyển cơ quan giải quyết', en: 'Another unit decides' },
  'version-moved': { vi: 'Hồ sơ theo phiên bản mới', en: 'Moved to another version' },
};

/** The moment in words; those that are alike everywhere are none of a procedure's. */
export const momentInWords = (moment: Moment): LocalText =>
  isOwnMoment(moment) ? names[moment] : { vi: moment };

/** Keys under which a procedure may keep papers of its own: each of its papers, in Vietnamese and in English. */
export const paperKeysOf = ({ forms }: ProcedureDefinition): readonly string[] =>
  paperIdsOf(forms).flatMap((id) => [keyOfPaper(id, 'vi'), keyOfPaper(id, 'en')]);

/** What can be put on a paper of this procedure; undefined for a paper that it does not have. */
export function offerOfKey(
  key: string,
  definition: ProcedureDefinition,
  shelf: PaperShelf,
): Offer | undefined {
  const { forms, form } = expandDefinition(definition);
  const questions = form.pages
    .flatMap((page) => page.questions)
    .filter((question) => !asksNothing(question))
    .map(({ id, label }) => ({ id, label: label.vi }));
  return offerFor(shelf, idOfKey(key), { forms, questions });
}

/** Whether a template of this key can belong to the procedure. */
export const isKeyOf = (key: string, definition: ProcedureDefinition): boolean =>
  momentOfKey(key) !== undefined || paperKeysOf(definition).includes(key);
