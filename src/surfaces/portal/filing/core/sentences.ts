import type { Refusal } from '#kernel/outcome';
import type { LocalText } from '#kernel/text';
import { signatureSentences } from '#surfaces/shared';

type Details = Readonly<Record<string, string | number>>;
const say = (vi: string, en: string): LocalText => ({ vi, en });

/** Every refusal that filing can meet, as a sentence that says how to go on. A test compares it with the commands. */
const sentences: Readonly<Record<string, (details: Details) => LocalText>> = {
  ...signatureSentences,
  'not-yours': () =>
    say('Hãy đăng nhập bằng tài khoản công dân để nộp hồ sơ.', 'Sign in as a citizen to file.'),
  'draft-unknown': () =>
    say('Không tìm thấy bản nháp này. Hãy bắt đầu lại.', 'This draft was not found. Please start again.'),
  'draft-submitted': () =>
    say('Hồ sơ này đã nộp nên không sửa được nữa.', 'This dossier was submitted and cannot be changed.'),
  'too-many-files': ({ most }) =>
    say(`Mỗi hồ sơ có nhiều nhất ${most} tệp. Hãy bỏ bớt.`, `At most ${most} files. Remove some.`),
  'answers-open': () =>
    say('Còn câu trả lời cần sửa trước khi nộp.', 'Some answers must be mended before you submit.'),
  'papers-missing': ({ papers }) =>
    say(
      `Còn thiếu ${papers} giấy tờ. Hãy thêm trước khi nộp.`,
      `${papers} papers are missing. Add them first.`,
    ),
  // Signing what is submitted.
  'sign-not-offered': () =>
    say(
      'Cổng này chưa nối nơi ký số nào. Hãy nộp tại quầy; bản nháp vẫn được giữ.',
      'No provider of signatures is connected. File at a counter; your draft is kept.',
    ),
  'sign-needs-identity': () =>
    say('Muốn ký số, hãy đăng nhập bằng VNeID trước.', 'Sign in with VNeID before you sign.'),
  'sign-failed': () =>
    say(
      'Chưa ký được, và chưa có gì được gửi đi. Hãy ký lại.',
      'It was not signed, and nothing was sent. Try again.',
    ),
  'declaration-missing': () =>
    say(
      'Hồ sơ này chưa có chữ ký của bạn. Hãy ký trước khi nộp.',
      'You have not signed yet. Sign before you submit.',
    ),
  'declaration-waiting': ({ names }) =>
    say(
      `Còn chờ chữ ký của: ${names || 'người cùng ký'}.`,
      `Still to be signed by: ${names || 'somebody else'}.`,
    ),
  'declaration-changed': () =>
    say(
      'Nội dung đã đổi sau khi ký. Hãy kiểm tra lại và ký lại.',
      'The content changed after it was signed. Check it and sign again.',
    ),
  'declaration-odd': () =>
    say(
      'Chữ ký đã lưu không khớp với nội dung. Hãy nộp tại quầy và báo cho nơi tiếp nhận.',
      'The signatures kept do not fit the content. File at a counter, and tell the centre.',
    ),
  'declaration-unknown': () =>
    say(
      'Không tìm thấy bản cần ký. Hãy quay lại bước kiểm tra.',
      'There is nothing to sign here. Go back to the check page.',
    ),
  'signed-already': () => say('Bạn đã ký rồi, không cần ký lại.', 'You have signed already.'),
  'invitation-over': () =>
    say(
      'Lời mời ký này không còn. Hãy hỏi người nộp hồ sơ.',
      'This invitation is over. Ask the one who files.',
    ),
  'consent-unknown': () =>
    say(
      'Lần ký này đã xong hoặc đã bỏ dở. Hãy ký lại.',
      'This signing was finished or given up. Sign again.',
    ),
  busy: () =>
    say('Nhiều người đang ký cùng lúc. Hãy ký lại.', 'Several people sign at this moment. Sign again.'),
  'invite-name': () => say('Hãy nhập họ và tên người được mời.', 'Enter the full name of the person.'),
  'invite-number': () =>
    say('Số định danh có 12 chữ số. Hãy xem lại.', 'A personal number has 12 digits. Look again.'),
  'invite-self': () =>
    say('Đây là số của bạn. Hãy nhập số của người khác.', 'This is your own number. Enter somebody else’s.'),
  'invite-twice': () => say('Người này đã được mời rồi.', 'This person is asked already.'),
  'invite-email': () =>
    say(
      'Thư điện tử này chưa đúng. Hãy sửa, hoặc để trống.',
      'This e-mail is not right. Mend it, or leave it empty.',
    ),
  'invite-many': () =>
    say('Nhiều nhất 10 người cùng ký. Hãy rút bớt lời mời.', 'At most ten others may sign. Withdraw one.'),
  'reason-missing': () => say('Hãy viết lý do.', 'Please write the reason.'),
  'remote-unknown': () => say('Hãy chọn nơi ký số trong danh sách.', 'Choose a provider from the list.'),
  'remote-none': () =>
    say(
      'Nơi ký số không có chữ ký của bạn. Hãy đăng ký ở đó, hoặc nộp tại quầy.',
      'The provider has no signature of yours. Register there, or file at a counter.',
    ),
  'remote-silent': () =>
    say(
      'Nơi ký số không trả lời. Hãy thử lại sau ít phút; bản nháp vẫn được giữ.',
      'The provider does not answer. Try again in some minutes; your draft is kept.',
    ),
  'remote-odd': () =>
    say(
      'Nơi ký số trả lời không đúng nên chưa ký. Hãy thử lại, hoặc chọn nơi khác.',
      'The provider answered oddly, so nothing was signed. Try again, or another one.',
    ),
  'remote-consent-refused': () =>
    say(
      'Bạn đã không đồng ý ký. Khi cần, hãy ký lại.',
      'You did not agree to sign. Sign when you are ready.',
    ),
  'remote-consent-expired': () =>
    say('Đã quá lâu nên lần ký này hết hiệu lực. Hãy ký lại.', 'It took too long. Sign again.'),
  'certificate-expired': () =>
    say(
      'Chứng thư của bạn đã hết hạn. Hãy gia hạn ở nơi ký số.',
      'Your certificate has expired. Renew it at the provider.',
    ),
  'certificate-not-yet': () =>
    say(
      'Chứng thư của bạn chưa có hiệu lực. Hãy ký từ ngày có hiệu lực.',
      'Your certificate is not valid yet. Sign when it is.',
    ),
  'certificate-revoked': () =>
    say(
      'Chứng thư của bạn đã bị thu hồi. Hãy xin chứng thư mới.',
      'Your certificate was revoked. Ask for a new one.',
    ),
  'certificate-wrong-person': () =>
    say(
      'Chứng thư này mang tên hoặc số của người khác. Hãy dùng chứng thư của bạn.',
      'This certificate names somebody else. Use your own.',
    ),
  'certificate-untrusted': () =>
    say(
      'Nơi cấp chứng thư này chưa được công nhận. Hãy dùng chứng thư khác.',
      'The issuer of this certificate is not recognised. Use another one.',
    ),
  'revocation-unknown': () =>
    say(
      'Chưa hỏi được chứng thư còn hiệu lực không. Hãy thử lại sau ít phút.',
      'Nobody could say whether the certificate still holds. Try again in some minutes.',
    ),
  'service-silent': () =>
    say(
      'Dịch vụ dấu thời gian không trả lời. Hãy ký lại sau ít phút.',
      'The time-stamping service is silent. Sign again in some minutes.',
    ),
  'receiver-missing': () => say('Hãy chọn nơi nhận hồ sơ.', 'Choose a receiving centre.'),
  'identity-needed': () =>
    say(
      'Thủ tục này cần xác minh danh tính. Hãy đăng nhập VNeID.',
      'This procedure needs a proven identity. Sign in with VNeID.',
    ),
  'draft-changed': () =>
    say(
      'Hồ sơ vừa thay đổi sau khi mở trang này. Hãy kiểm tra lại rồi nộp.',
      'The dossier changed after this page was opened. Check it again, then submit.',
    ),
  'no-competent-unit': () =>
    say(
      'Chưa xác định được cơ quan giải quyết. Hãy xem lại địa chỉ.',
      'The deciding authority is not clear. Check the address.',
    ),
  'decision-failed': () =>
    say(
      'Chưa tính được cho trường hợp của bạn. Hãy gọi nơi tiếp nhận; bản nháp vẫn được giữ.',
      'Your case cannot be reckoned yet. Call the centre; your draft is kept.',
    ),
  'procedure-closed': ({ replacedBy }) =>
    replacedBy === undefined
      ? say(
          'Thủ tục này không còn nhận hồ sơ. Hãy tìm thủ tục khác.',
          'This procedure is no longer received. Look for another one.',
        )
      : say(
          `Thủ tục này không còn nhận hồ sơ. Hãy nộp thủ tục ${replacedBy}.`,
          `This procedure is no longer received. File ${replacedBy} instead.`,
        ),
  'not-online-there': () =>
    say(
      'Nơi giải quyết chưa nhận trực tuyến. Hãy nộp tại quầy hoặc qua bưu chính.',
      'The deciding authority takes no online filing yet. File at a counter or by post.',
    ),
  'not-handled-there': () =>
    say(
      'Cơ quan ở địa bàn này không giải quyết thủ tục. Hãy xem lại địa chỉ.',
      'The authority of that place does not handle this. Check the address.',
    ),
  'only-where-decided': () =>
    say(
      'Thủ tục này chỉ nhận ở nơi giải quyết. Hãy chọn trung tâm của xã đó.',
      'Received only where it is decided. Choose the centre of that commune.',
    ),
  'submitted-otherwise': ({ code }) =>
    say(`Hồ sơ ${code} đã nộp với nội dung khác.`, `Dossier ${code} was submitted with other content.`),
  'file.none': () => say('Hãy chọn ảnh hoặc tệp rồi bấm tải lên.', 'Choose a photo or file, then upload it.'),
  'file.empty': () => say('Tệp này trống. Hãy chọn tệp khác.', 'This file is empty. Choose another.'),
  'file.disguised': () =>
    say(
      'Nội dung tệp khác với tên. Hãy chọn ảnh hoặc PDF gốc.',
      'The content does not match the name. Choose the original photo or PDF.',
    ),
  'file.not-allowed': () =>
    say('Chỉ nhận PDF, JPG và PNG. Hãy chọn tệp khác.', 'PDF, JPG and PNG only. Choose another file.'),
  'file.polyglot': () =>
    say(
      'Tệp này chứa thêm nội dung lạ. Hãy chụp lại giấy tờ.',
      'This file hides other content. Photograph the paper again.',
    ),
  'file.active-content': () =>
    say(
      'PDF này có mã chạy được. Hãy in ra PDF mới hoặc chụp ảnh.',
      'This PDF contains code. Print it to a new PDF or take a photo.',
    ),
  'file.locked': () =>
    say(
      'PDF này có mật khẩu. Hãy bỏ mật khẩu rồi tải lại.',
      'This PDF has a password. Remove it and upload again.',
    ),
  'file.too-large': () =>
    say('Tệp này quá lớn. Hãy chụp lại nhỏ hơn.', 'This file is too large. Take a smaller photo.'),
  'file.image-too-large': () =>
    say(
      'Ảnh này có quá nhiều điểm ảnh. Hãy chụp lại nhỏ hơn.',
      'This photo has too many pixels. Take a smaller one.',
    ),
  'file.unreadable': () =>
    say('Không đọc được tệp này. Hãy chọn tệp khác.', 'This file cannot be read. Choose another.'),
  'file.missing': () => say('Tệp này không còn. Hãy tải lên lại.', 'This file is gone. Upload it again.'),
};

const unknownFile = say(
  'Không nhận được tệp này. Hãy thử tệp khác.',
  'This file could not be taken. Try another one.',
);

/** The sentence for a refusal; every fault of a file has at least a way on. */
export function sentenceFor({ code, details = {} }: Refusal): LocalText {
  const found = sentences[code]?.(details);
  if (found) return found;
  if (code.startsWith('file.')) return unknownFile;
  throw new Error(`The refusal ${code} has no sentence in filing/core/sentences.ts`);
}
export const hasSentence = (code: string): boolean => Object.hasOwn(sentences, code);
