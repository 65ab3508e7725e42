import type { DossierState } from '#capabilities/dossiers';
import type { OfficerRole } from '#kernel/actor';
import type { Refusal } from '#kernel/outcome';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { formatDate, isPlainDate } from '#kernel/time';
import { roleNames, signatureSentences } from '#surfaces/shared';
import { stageNames } from './words/state.ts';

/** What a sentence may name beside the refusal's own details. */
export interface Around {
  readonly state?: DossierState | undefined;
  readonly step?: { readonly name: LocalText; readonly role: OfficerRole } | undefined;
}
type Sentence = (around: Around, details: NonNullable<Refusal['details']>) => LocalText;

const said = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : '…');

const plain =
  (vi: string, en: string): Sentence =>
  () => ({ vi, en });

/** Why an act is not possible, or what has to be mended in a form, by the code of the refusal. */
const sentences: Readonly<Record<string, Sentence>> = {
  // Who, where, when (rules/possible.ts)
  'other-stage': ({ state }) => {
    const stage = state && stageNames[state.stage];
    return {
      vi: stage ? `Không làm được khi hồ sơ ở trạng thái “${stage.vi}”.` : 'Hồ sơ đang ở trạng thái khác.',
      en: stage
        ? `Not possible while the dossier is “${stage.en ?? stage.vi}”.`
        : 'The dossier is in another state.',
    };
  },
  'not-yours': plain('Việc này thuộc vai trò hoặc đơn vị khác.', 'Another role or another unit does this.'),
  'other-step': ({ step }) => ({
    vi: step ? `Bước “${step.name.vi}” không có việc này.` : 'Hồ sơ đang ở bước khác.',
    en: step
      ? `The step “${step.name.en ?? step.name.vi}” does not include this.`
      : 'The dossier is at another step.',
  }),
  'step-of-another-role': ({ step }) => ({
    vi: step ? `Bước này do ${roleNames[step.role].vi} làm.` : 'Bước này do vai trò khác làm.',
    en: step ? `This step belongs to the ${roleNames[step.role].en}.` : 'Another role does this step.',
  }),
  'assigned-to-another': ({ state }) => ({
    vi: `Hồ sơ đã giao cho ${state?.assignee?.name ?? 'người khác'}.`,
    en: `The dossier is assigned to ${state?.assignee?.name ?? 'somebody else'}.`,
  }),
  'not-taken-over': plain('Hãy nhận bàn giao hồ sơ trước.', 'Take the dossier over first.'),
  'opinion-open': plain(
    'Còn ý kiến chưa trả lời; hãy chờ hoặc nhắc đơn vị đó.',
    'An opinion is still awaited; wait, or remind that unit.',
  ),
  'others-working': plain(
    'Còn việc khác của hồ sơ chưa xong; hãy chờ hoặc nhắc nơi đang làm.',
    'Other work on the dossier is not done yet; wait, or remind those who do it.',
  ),
  'no-message-awaited': plain('Hồ sơ không chờ giấy tờ hay tin nào.', 'The dossier waits for no message.'),
  'message-missing': plain('Hãy chọn điều đã có.', 'Choose what has come.'),
  'not-due': plain('Chưa đến giờ.', 'It is not time yet.'),
  'not-waiting': plain('Hồ sơ không còn chờ việc này.', 'The dossier no longer waits for this.'),
  'no-way-on': plain(
    'Sơ đồ không có đường đi tiếp từ đây; hãy báo người quản lý thủ tục.',
    'The diagram has no way on from here; tell those who manage the procedure.',
  ),
  stuck: plain(
    'Theo sơ đồ, hồ sơ sẽ dừng mãi ở đây; hãy báo người quản lý thủ tục.',
    'By its diagram the dossier would stand here for ever; tell those who manage the procedure.',
  ),
  'drafter-is-signer': plain(
    'Bạn đã soạn kết quả này nên người khác phải ký.',
    'You drafted this result, so somebody else signs it.',
  ),
  'draft-not-confirmed': plain(
    'Người nộp chưa xác nhận dự thảo; sau một ngày làm việc coi như đồng ý.',
    'The person has not confirmed the draft; silence for one working day is consent.',
  ),
  'no-draft': plain('Hãy dự thảo kết quả trước.', 'Draft the result first.'),
  'fees-open': plain('Còn phí chưa nộp; hãy thu hoặc miễn trước.', 'A fee is open; take or exempt it first.'),
  'identity-pending': plain(
    'Hãy xác minh danh tính người nộp trước.',
    'Confirm the identity of the person first.',
  ),
  'asked-once': plain(
    'Chỉ được yêu cầu bổ sung một lần khi tiếp nhận.',
    'Papers may be asked for only once at intake.',
  ),
  'already-sent': plain('Người nộp đã gửi bổ sung rồi.', 'The papers have been sent already.'),
  'nothing-owed': plain('Hồ sơ không còn khoản phí nào chưa nộp.', 'No fee is open.'),
  'already-taken': plain('Đơn vị bạn đã nhận hồ sơ này rồi.', 'Your unit has taken it over already.'),
  'first-step': plain('Đây là bước đầu tiên; không có bước trước.', 'This is the first step.'),
  'already-assigned': plain(
    'Bước tiếp theo đã có người nhận việc.',
    'The next step has been assigned already.',
  ),
  'already-signed': plain('Kết quả đã được ký duyệt.', 'The result has been signed.'),
  'apologised-once': plain('Mỗi hồ sơ chỉ được hẹn lại một lần.', 'A new date may be given only once.'),
  'date-passed': plain(
    'Đã qua ngày hẹn; phải hẹn lại trước khi hết hạn.',
    'The promised date has passed; a new one is given before that.',
  ),
  'still-time-to-answer': plain(
    'Người nộp còn thời gian xem dự thảo.',
    'The person still has time to read the draft.',
  ),
  'not-approved': plain('Kết quả chưa được phê duyệt.', 'The result is not approved yet.'),
  'identity-known': plain('Danh tính người nộp đã được xác minh.', 'The identity is confirmed already.'),
  // While deciding (rules/decide.ts)
  'no-steps': plain('Quy trình của thủ tục chưa có bước xử lý.', 'The procedure has no steps.'),
  'days-too-many': plain('Số ngày quá nhiều; hãy chọn ít hơn.', 'That is too many days; choose fewer.'),
  'supplement-empty': plain('Hãy thêm giấy tờ hoặc lời giải thích.', 'Add a paper or an explanation.'),
  'not-expired': plain('Chưa hết hạn bổ sung.', 'The time for the supplement has not ended.'),
  'fee-known': plain('Khoản phí này đã có trong hồ sơ.', 'This fee is there already.'),
  'fee-not-owed': plain(
    'Có khoản đã nộp hoặc được miễn; hãy chọn lại.',
    'One of them is settled; choose again.',
  ),
  'money-known': plain('Hồ sơ đã ghi nhận khoản này.', 'The dossier knows this already.'),
  'payment-under-way': plain(
    'Khoản này đang được thanh toán trực tuyến; hãy kiểm tra lại sau ít phút.',
    'It is being paid online; look again in a few minutes.',
  ),
  'own-unit': plain(
    'Hồ sơ đang ở chính đơn vị này; hãy chọn đơn vị khác.',
    'Choose a unit other than the holder.',
  ),
  'asked-already': plain(
    'Đơn vị này đã được hỏi và chưa trả lời.',
    'This unit has been asked and has not answered yet.',
  ),
  'opinion-unknown': plain('Câu hỏi này đã được trả lời.', 'This question has been answered.'),
  'date-not-later': (_, { until }) => {
    const day = typeof until === 'string' && isPlainDate(until) ? formatDate(until) : '';
    return { vi: `Ngày hẹn mới phải sau ngày ${day}.`, en: `The new date must be after ${day}.` };
  },
  'same-authority': plain('Đơn vị này đang giải quyết hồ sơ rồi.', 'This unit decides it already.'),
  'result-missing': plain(
    'Không tìm thấy kết quả này trong hồ sơ.',
    'This result was not found in the dossier.',
  ),
  'result-ended': plain(
    'Kết quả này đã thu hồi hoặc đã thay; hãy tải lại trang.',
    'This result was revoked or replaced already; reload the page.',
  ),
  'newer-missing': plain(
    'Cơ quan chưa cấp kết quả nào mang số này; hãy xem lại số của bản mới.',
    'Your agency issued no result with this number; check the number of the newer one.',
  ),
  'ending-missing': plain(
    'Hãy chọn: thu hồi, hay đã có bản khác thay.',
    'Choose: revoked, or replaced by another.',
  ),
  'ending-unconfirmed': plain(
    'Hãy đánh dấu xác nhận: việc này không lấy lại được.',
    'Tick the confirmation: this cannot be taken back.',
  ),
  'ground-missing': plain('Hãy ghi căn cứ.', 'Write the ground.'),
  'no-promise': plain('Hồ sơ này không có ngày hẹn để hẹn lại.', 'This dossier has no promised date.'),
  // What was typed (rules/inputs.ts)
  'reason-missing': plain('Hãy viết lý do.', 'Write the reason.'),
  'too-long': plain('Nội dung quá dài; hãy rút gọn.', 'The text is too long; shorten it.'),
  'title-missing': plain('Hãy viết tên.', 'Write the name.'),
  'amount-whole': plain('Số tiền phải là số nguyên đồng.', 'The amount is in whole đồng.'),
  'amount-missing': plain('Hãy ghi số tiền lớn hơn 0.', 'Write an amount above 0.'),
  'papers-missing': plain('Hãy chọn ít nhất một giấy tờ.', 'Choose at least one paper.'),
  'days-missing': plain(
    'Hãy ghi số ngày làm việc, từ 1 trở lên.',
    'Write the number of working days, 1 or more.',
  ),
  'fees-missing': plain('Hãy chọn ít nhất một khoản phí.', 'Choose at least one fee.'),
  'slip-missing': plain('Hãy ghi số hóa đơn thẻ in ra từ máy.', 'Write the number of the card slip.'),
  'shift-from-before': plain(
    'Ca thu của bạn mở từ hôm trước. Vào Thu phí, Ca thu để kiểm quỹ và đóng ca đó, rồi thu tiếp.',
    'Your shift is open since an earlier day. Count and close it under Take a fee, Shifts; then go on.',
  ),
  'proof-missing': plain(
    'Hãy chọn giấy tờ của hồ sơ, hoặc ghi tên, số và ngày của giấy tờ đã xuất trình.',
    'Choose a paper of the dossier, or give the name, number and day of the one that was shown.',
  ),
  'paper-not-here': plain(
    'Giấy tờ này không còn trong hồ sơ hoặc đã được thay; hãy chọn lại.',
    'This paper is not in the dossier any more; choose again.',
  ),
  'notice-missing': plain('Hãy ghi thông báo của cơ quan khác.', 'Give the notice of the other authority.'),
  'until-before-notice': plain(
    'Hạn nộp không được trước ngày thông báo; hãy xem lại hai ngày.',
    'The last day to pay cannot be before the notice; look at both days.',
  ),
  'notice-number-missing': plain('Hãy ghi số của thông báo.', 'Give the number of the notice.'),
  'authority-missing': plain('Hãy ghi cơ quan ra thông báo.', 'Give the authority of the notice.'),
  'treasury-missing': plain('Hãy ghi kho bạc nhận tiền.', 'Give the treasury.'),
  'account-missing': plain('Hãy ghi tài khoản thu.', 'Give its account.'),
  'receipt-missing': plain('Hãy ghi số biên lai.', 'Write the number of the receipt.'),
  'officer-missing': plain('Hãy chọn người nhận việc.', 'Choose who gets the work.'),
  'question-missing': plain('Hãy viết điều cần hỏi.', 'Write your question.'),
  'text-missing': plain('Hãy viết nội dung.', 'Write the text.'),
  'date-missing': plain('Hãy ghi đủ ngày, tháng, năm có thật.', 'Write a real day, month and year.'),
  'number-missing': plain('Hãy ghi số của kết quả.', 'Write the number of the result.'),
  'receiver-missing': plain('Hãy ghi tên người nhận.', 'Write who receives it.'),
  'unit-missing': plain('Hãy chọn đơn vị cần hỏi.', 'Choose the unit to ask.'),
  'outcome-missing': plain('Hãy chọn giải quyết hoặc từ chối.', 'Choose to grant or to refuse.'),
  'opinion-missing': plain('Hãy chọn đồng ý hoặc không đồng ý.', 'Choose agrees or disagrees.'),
  'number-shape': plain('Số định danh cần đủ 12 chữ số.', 'The personal number has 12 digits.'),
  'checked-missing': plain(
    'Hãy xác nhận bạn đã đối chiếu giấy tờ tùy thân.',
    'Say that you have compared the identity paper.',
  ),
  input: plain(
    'Có nội dung chưa đúng; hãy xem lại biểu mẫu.',
    'Something is not right; look at the form again.',
  ),
  // Around an act (commands)
  'not-found': plain(
    'Không còn thấy hồ sơ này trong phạm vi của bạn.',
    'You can no longer see this dossier.',
  ),
  'changed-meanwhile': plain(
    'Hồ sơ vừa được người khác xử lý. Nội dung bạn viết vẫn còn.',
    'Somebody else has just acted. Your text is still here.',
  ),
  'nothing-to-undo': plain('Hồ sơ này không có gì để hoàn tác.', 'There is nothing to undo here.'),
  'undo-too-late': plain(
    'Đã quá thời gian hoàn tác; hãy mở hồ sơ để xử lý.',
    'It is too late to undo; open the dossier instead.',
  ),
  'went-on-meanwhile': plain(
    'Hồ sơ đã có việc khác sau đó nên không hoàn tác được.',
    'Somebody has gone on since, so it cannot be undone.',
  ),
  'name-missing': plain('Hãy đặt tên cho bộ lọc.', 'Give the filter a name.'),
  'nothing-chosen': plain('Hãy đánh dấu ít nhất một hồ sơ.', 'Tick at least one dossier.'),
  'too-many-chosen': plain('Mỗi lần làm được nhiều nhất 1.000 hồ sơ.', 'At most 1,000 dossiers at a time.'),
  // Signing (capabilities/signing, platform/certificates)
  ...signatureSentences,
  'certificate-missing': (_, { name }) => ({
    vi: `${said(name)} chưa có chứng thư chữ ký số ở hệ thống này. Hãy báo quản trị gắn chứng thư, hoặc giao việc cho người ký thay.`,
    en: `${said(name)} has no certificate here. Ask the administrator to name one, or let a delegate sign.`,
  }),
  'certificate-expired': (_, { name }) => ({
    vi: `Chứng thư chữ ký số của ${said(name)} đã hết hạn. Hãy gia hạn, hoặc giao việc cho người ký thay.`,
    en: `The certificate of ${said(name)} has expired. Renew it, or let a delegate sign.`,
  }),
  'certificate-not-yet': (_, { name }) => ({
    vi: `Chứng thư chữ ký số của ${said(name)} chưa đến ngày có hiệu lực. Hãy chờ đến ngày đó, hoặc giao việc cho người ký thay.`,
    en: `The certificate of ${said(name)} is not valid yet. Wait, or let a delegate sign.`,
  }),
  'certificate-revoked': (_, { name }) => ({
    vi: `Chứng thư chữ ký số của ${said(name)} đã bị thu hồi. Hãy xin cấp chứng thư mới, hoặc giao việc cho người ký thay.`,
    en: `The certificate of ${said(name)} was revoked. Ask for a new one, or let a delegate sign.`,
  }),
  'certificate-wrong-person': (_, { name, certificate }) => ({
    vi: `Chứng thư đang gắn mang tên ${said(certificate)}, không phải ${said(name)}. Hãy báo quản trị gắn đúng chứng thư; không ai ký bằng chứng thư của người khác.`,
    en: `The certificate names ${said(certificate)}, not ${said(name)}. Ask the administrator to name the right one.`,
  }),
  'certificate-untrusted': (_, { name }) => ({
    vi: `Chứng thư của ${said(name)} không do tổ chức được công nhận cấp. Hãy dùng chứng thư chuyên dùng công vụ.`,
    en: `The certificate of ${said(name)} was not issued by a recognised authority.`,
  }),
  'revocation-unknown': plain(
    'Chưa hỏi được chứng thư còn hiệu lực hay không, nên chưa ký. Hãy thử lại sau ít phút; nội dung vẫn còn.',
    'Whether the certificate still holds could not be asked, so nothing was signed. Try again in a few minutes.',
  ),
  'service-silent': plain(
    'Dịch vụ chữ ký số (dấu thời gian, thu hồi) chưa trả lời, nên chưa ký. Hãy thử lại sau ít phút.',
    'A service of signatures does not answer, so nothing was signed. Try again in a few minutes.',
  ),
  'service-odd': plain(
    'Dịch vụ chữ ký số trả lời không đúng, nên chưa ký. Hãy thử lại; nếu vẫn vậy thì báo quản trị.',
    'A service of signatures answers wrongly, so nothing was signed. Try again, or tell the administrator.',
  ),
  'key-odd': plain(
    'Không đọc được khóa ký của chứng thư này. Hãy báo quản trị gắn lại, hoặc giao việc cho người ký thay.',
    'The key of this certificate cannot be read. Ask the administrator, or let a delegate sign.',
  ),
  'key-missing': plain(
    'Không thấy khóa ký của chứng thư này. Hãy báo quản trị gắn lại, hoặc giao việc cho người ký thay.',
    'The key of this certificate is not there. Ask the administrator, or let a delegate sign.',
  ),
  'key-locked': plain(
    'Khóa ký đang bị khóa. Hãy báo quản trị mở khóa, hoặc giao việc cho người ký thay.',
    'The key is locked. Ask the administrator to unlock it, or let a delegate sign.',
  ),
  'key-store-unavailable': plain(
    'Nơi giữ khóa ký chưa sẵn sàng. Hãy thử lại, hoặc giao việc cho người ký thay.',
    'The key store is not ready. Try again, or let a delegate sign.',
  ),
  'own-number-missing': plain(
    'Tài khoản của bạn chưa ghi số định danh. Hãy báo quản trị bổ sung.',
    'Your account has no personal number yet. Ask the administrator to add it.',
  ),
  'consent-elsewhere': plain(
    'Khóa ký của bạn ở nơi ký số từ xa. Hãy mở trang hồ sơ để ký.',
    'Your key is kept by a provider. Sign on the page of the dossier.',
  ),
  'consent-needed': plain(
    'Chưa có đồng ý ký ở nơi giữ khóa. Hãy làm lại.',
    'The provider of your key has no consent of yours yet. Do it again.',
  ),
  'consent-full': plain(
    'Mỗi lần đồng ý chỉ ký được một số văn bản. Hãy ký tiếp phần còn lại.',
    'One consent signs so many papers only. Sign the rest in another go.',
  ),
  'consent-changed': plain(
    'Nội dung đã khác với lúc bạn đồng ý nên chưa ký. Hãy xem và ký lại.',
    'What you agreed to has changed, so nothing was signed. Look again and sign.',
  ),
  'consent-unknown': plain(
    'Lần ký này đã xong hoặc đã bỏ. Hãy mở lại hồ sơ để xem.',
    'This signing was done or given up. Open the dossier to see.',
  ),
  'remote-unknown': plain(
    'Nơi ký số từ xa này không còn được dùng. Hãy báo quản trị.',
    'This provider is no longer used here. Tell the administrator.',
  ),
  'remote-none': plain(
    'Nơi ký số không còn khóa này, hoặc khóa đang bị khóa. Hãy báo quản trị.',
    'The provider has no such key, or it is suspended. Tell the administrator.',
  ),
  'remote-silent': plain(
    'Nơi ký số không trả lời nên chưa ký. Hãy thử lại sau ít phút.',
    'The provider does not answer, so nothing was signed. Try again in some minutes.',
  ),
  'remote-odd': plain(
    'Nơi ký số trả lời không đúng nên chưa ký. Hãy thử lại.',
    'The provider answered oddly, so nothing was signed. Try again.',
  ),
  'remote-consent-refused': plain(
    'Bạn đã không đồng ý ký. Khi cần, hãy ký lại.',
    'You did not agree to sign. Sign when you are ready.',
  ),
  'remote-consent-expired': plain(
    'Đã quá lâu nên lần ký này hết hiệu lực. Hãy ký lại.',
    'It took too long. Sign again.',
  ),
  'enrolment-unavailable': plain(
    'Tổ chức cấp chứng thư chưa trả lời, nên chưa ký. Hãy thử lại sau ít phút.',
    'The certification authority does not answer. Try again in a few minutes.',
  ),
  'signature-missing': plain(
    'Kết quả này chưa có chữ ký số của lãnh đạo. Hãy trả lại để ký duyệt.',
    'The leader has not signed this result digitally. Send it back to be signed.',
  ),
  'signed-file-missing': plain(
    'Không thấy bản đã ký của kết quả. Hãy trả lại để ký lại, và báo quản trị.',
    'The signed paper is gone. Send it back to be signed again, and tell the administrator.',
  ),
  'signed-file-changed': plain(
    'Bản đã ký của kết quả không còn nguyên vẹn nên không đóng dấu được. Hãy trả lại để ký lại, và báo quản trị.',
    'The signed paper was changed, so it is not sealed. Have it signed again, and tell the administrator.',
  ),
  'signing-off': plain(
    'Hệ thống này chưa bật chữ ký số. Hãy báo quản trị.',
    'Digital signatures are not switched on here. Tell the administrator.',
  ),
  'no-scans': plain('Hồ sơ không có bản quét nào chờ ký.', 'No scan waits to be signed.'),
  'scans-missing': plain(
    'Hãy đánh dấu ít nhất một bản quét đã đối chiếu.',
    'Tick at least one scan that you have compared.',
  ),
  'scan-signed': (_, { paper }) => ({
    vi: `Bản quét “${said(paper)}” đã được ký; hãy tải lại trang.`,
    en: `The scan “${said(paper)}” is signed already; reload the page.`,
  }),
  'scan-missing': (_, { paper }) => ({
    vi: `Bản quét “${said(paper)}” mất hoặc đã bị sửa trong kho. Hãy quét lại, và báo quản trị.`,
    en: `The scan “${said(paper)}” is gone or was changed in the store. Scan it again, and tell the administrator.`,
  }),
  'scan-unsignable': (_, { paper }) => ({
    vi: `Tệp “${said(paper)}” không ký được (hỏng, khóa hoặc biểu mẫu). Hãy quét lại thành PDF hoặc JPG.`,
    en: `The scan “${said(paper)}” takes no signature (broken, locked or a form). Scan it again as PDF or JPG.`,
  }),
  'scan-unreadable': (_, { paper }) => ({
    vi: `Không đọc được ảnh quét “${said(paper)}”. Hãy quét lại thành PDF hoặc ảnh JPG.`,
    en: `The picture “${said(paper)}” cannot be read. Scan it again as PDF or JPG.`,
  }),
  'scan-too-fine': (_, { paper }) => ({
    vi: `Ảnh quét “${said(paper)}” quá nét. Hãy quét lại ở 200 đến 300 dpi.`,
    en: `The picture “${said(paper)}” is too fine. Scan it again at 200 to 300 dpi.`,
  }),
  'scan-too-large': (_, { paper }) => ({
    vi: `Bản quét “${said(paper)}” quá lớn khi có chữ ký. Hãy quét lại ở 200 dpi.`,
    en: `The scan “${said(paper)}” is too large with its signature. Scan it again at 200 dpi.`,
  }),
  'paper-unknown': plain(
    'Chưa vẽ được văn bản kết quả từ dự thảo này. Hãy trả lại dự thảo để soạn lại.',
    'The result cannot be drawn from this draft. Send the draft back.',
  ),
  // A file with a message (platform/files)
  'file.empty': plain('Tệp này trống; hãy chọn tệp khác.', 'This file is empty; choose another.'),
  'file.disguised': plain(
    'Nội dung tệp không phải ảnh hay PDF; hãy chọn tệp khác.',
    'This is no picture or PDF; choose another file.',
  ),
  'file.missing': plain('Không thấy tệp; hãy chọn lại.', 'The file is not there; choose it again.'),
  'file.polyglot': plain(
    'Tệp chứa nội dung khác bên trong; hãy chọn tệp gốc.',
    'The file hides something else; choose the original.',
  ),
  'file.image-too-large': plain(
    'Ảnh quá lớn; hãy chọn ảnh nhỏ hơn.',
    'The picture is too large; choose a smaller one.',
  ),
  'file.not-allowed': plain(
    'Chỉ nhận ảnh và PDF; hãy chọn tệp khác.',
    'Pictures and PDF only; choose another.',
  ),
  'file.too-large': plain(
    'Tệp quá lớn; hãy chọn tệp nhỏ hơn.',
    'The file is too large; choose a smaller one.',
  ),
  'file.unreadable': plain(
    'Không đọc được tệp; hãy chọn tệp khác.',
    'The file cannot be read; choose another.',
  ),
  // Lending one's role while away (identity)
  'not-allowed': plain('Bạn không có quyền làm việc này.', 'You may not do this.'),
  'beyond-own-rights': plain('Bạn không giữ vai trò này ở đơn vị đó.', 'You do not hold this role there.'),
  'beyond-own-post': plain(
    'Ngày kết thúc phải trước khi vai trò của bạn hết hiệu lực.',
    'It must end before your own post ends.',
  ),
  'reason-empty': plain('Hãy viết lý do vắng mặt.', 'Write why you are away.'),
  'date-past': plain(
    'Ngày kết thúc phải sau ngày bắt đầu và sau hôm nay.',
    'It must end after it begins, and after today.',
  ),
  'delegation-too-long': plain('Chỉ ủy quyền được tối đa 6 tháng.', 'At most six months.'),
  'officer-unknown': plain('Không thấy người này; hãy chọn lại.', 'That officer is not there; choose again.'),
  'not-a-colleague': plain(
    'Người nhận phải có vai trò ở cùng đơn vị.',
    'They must hold a role in the same unit.',
  ),
  'own-rights': plain('Hãy chọn người khác, không phải chính bạn.', 'Choose somebody else.'),
  'role-personal': plain('Vai trò này không ủy quyền được.', 'This role cannot be lent.'),
  'delegated-already': plain(
    'Vai trò này bạn đang nhận thay người khác nên không ủy quyền tiếp được.',
    'You hold this role for somebody else, so you cannot lend it on.',
  ),
  'decision-failed': (_, { decision = '' }) => ({
    vi: `Bảng quyết định «${decision}» của thủ tục không tính được; hãy báo quản trị.`,
    en: `The decision table “${decision}” fails here; tell the administrator.`,
  }),
  'delegation-unknown': plain('Ủy quyền này đã kết thúc.', 'This delegation has ended.'),
};

/** Whether a code has a sentence of its own; the completeness test asks. */
export const hasSentence = (code: string): boolean => Object.hasOwn(sentences, code);

/** The sentence for a refusal, in the reader's language; an unknown code gives the general one. */
export function sentenceFor(refusal: Refusal, locale: Locale, around: Around = {}): string {
  const write = sentences[hasSentence(refusal.code) ? refusal.code : 'input'];
  return write ? inLocale(write(around, refusal.details ?? {}), locale) : refusal.code;
}
