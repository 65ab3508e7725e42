import type { Refusal } from '#kernel/outcome';
import type { Locale, LocalText } from '#kernel/text';
import { inLocale } from '#kernel/text';
import { signatureSentences } from '#surfaces/shared';

type Details = Readonly<Record<string, string | number>>;
const say = (vi: string, en: string): LocalText => ({ vi, en });

/** Every refusal that reading, tracking and answering can meet, as a sentence that says how to go on. */
export const sentences: Readonly<Record<string, (details: Details) => LocalText>> = {
  // Looking up.
  'code-missing': () =>
    say(
      'Hãy nhập mã hồ sơ, ví dụ H01.105-261119-0042.',
      'Enter the dossier code, such as H01.105-261119-0042.',
    ),
  'secret-missing': () =>
    say('Hãy nhập mã tra cứu ghi cạnh mã hồ sơ.', 'Enter the look-up secret printed beside the code.'),
  'look-up-wrong': () =>
    say(
      'Mã hồ sơ và mã tra cứu không khớp. Hãy xem lại trên giấy.',
      'Code and secret do not match. Check your receipt.',
    ),
  'look-up-too-often': ({ minutes }) =>
    say(
      `Bạn đã thử nhiều lần. Hãy chờ ${minutes} phút rồi thử lại.`,
      `Too many tries. Wait ${minutes} minutes and try again.`,
    ),

  // Acting on a dossier of one's own.
  'not-found': () => say('Không tìm thấy hồ sơ này của bạn.', 'This dossier of yours was not found.'),
  'not-yours': () =>
    say('Chỉ chủ hồ sơ làm được việc này. Hãy đăng nhập lại.', 'Only the owner can do this. Sign in again.'),
  'other-stage': () =>
    say('Hồ sơ đã sang bước khác. Hãy tải lại trang.', 'The dossier has moved on. Please reload the page.'),
  'changed-meanwhile': () =>
    say(
      'Hồ sơ vừa thay đổi. Hãy xem lại trước khi gửi.',
      'The dossier has just changed. Look again before you send.',
    ),
  'already-sent': () => say('Bạn đã gửi phần bổ sung này rồi.', 'You have already sent these papers.'),
  'already-signed': () =>
    say('Kết quả đã ký nên không rút được nữa.', 'The result is signed, so it cannot be withdrawn.'),
  'no-draft': () => say('Không còn bản dự thảo nào chờ bạn xem.', 'No draft waits for you any more.'),
  'supplement-empty': () =>
    say('Hãy chọn tệp, hoặc viết lời giải thích.', 'Choose a file, or write an explanation.'),
  'paper-missing': ({ paper }) => say(`Hãy chọn tệp cho: ${paper}.`, `Choose a file for: ${paper}.`),
  'reason-missing': () => say('Hãy viết lý do.', 'Please write the reason.'),
  'text-missing': () => say('Hãy viết vài lời, hoặc chọn tệp.', 'Write a few words, or choose a file.'),
  'too-long': () =>
    say('Lời viết quá dài. Hãy rút gọn dưới 4.000 chữ cái.', 'Too long. Keep it under 4,000 letters.'),
  input: () => say('Có chỗ chưa đọc được. Hãy điền lại.', 'Something could not be read. Fill it in again.'),
  'opinion-missing': () =>
    say('Hãy chọn: đã đúng, hay có chỗ cần sửa.', 'Choose: it is right, or something is wrong.'),
  'correction-missing': () => say('Hãy viết chỗ cần sửa.', 'Write what must be corrected.'),

  // Rating.
  'stars-missing': () => say('Hãy chọn từ một đến năm sao.', 'Choose one to five stars.'),
  'not-returned': () =>
    say('Bạn đánh giá được khi đã nhận kết quả.', 'You can rate once you have the result.'),
  'rated-already': () => say('Bạn đã đánh giá hồ sơ này rồi.', 'You have already rated this dossier.'),

  // Paying.
  'payment-code-missing': () =>
    say('Hãy nhập mã thanh toán, gồm 12 chữ và số.', 'Enter the payment code: 12 letters and figures.'),
  'payment-code-wrong': () =>
    say(
      'Mã này có chỗ gõ nhầm. Hãy xem lại đủ 12 chữ và số.',
      'Something in this code is mistyped. Check its 12 letters and figures.',
    ),
  'payment-code-unknown': () =>
    say(
      'Chưa có khoản nào mang mã này. Hãy xem lại trên giấy hoặc tin nhắn.',
      'Nothing is owed under this code. Check your paper or message.',
    ),
  'nothing-owed': () => say('Khoản này không còn phải nộp.', 'This is no longer owed.'),
  'bill-changed': () =>
    say(
      'Số tiền vừa thay đổi. Hãy xem lại trước khi trả.',
      'The sum has just changed. Look again before you pay.',
    ),
  'payment-under-way': () =>
    say(
      'Khoản này đang được trả. Hãy chờ kiểm tra xong.',
      'This is being paid already. Wait until it is checked.',
    ),
  'gateway-refused': () =>
    say(
      'Cổng thanh toán chưa nhận lần này. Hãy thử lại sau, hoặc trả cách khác.',
      'The payment platform did not take this. Try later, or pay another way.',
    ),
  'no-gateway': () =>
    say(
      'Chưa trả trực tuyến được. Hãy trả bằng chuyển khoản hoặc tại quầy.',
      'Paying online is not possible. Pay by transfer or at a counter.',
    ),
  'no-account': () =>
    say(
      'Cơ quan chưa có tài khoản nhận tiền ở đây. Hãy trả tại quầy.',
      'The office has no account here yet. Please pay at a counter.',
    ),
  'bill-unknown': () => say('Chưa có khoản nào mang mã này.', 'Nothing is owed under this code.'),

  // Checking a result.
  'check-number-missing': () =>
    say('Hãy nhập số ghi trên giấy, ví dụ 12/GXN.', 'Enter the number on the paper, such as 12/GXN.'),
  'check-number-unknown': () =>
    say(
      'Không có kết quả nào mang số này. Hãy xem lại từng chữ.',
      'No result has this number. Check it letter by letter.',
    ),
  'check-line-missing': () => say('Hãy chọn một dòng trên giấy.', 'Choose a line of the paper.'),
  'check-words-missing': () =>
    say('Hãy gõ lại dòng đó như trên giấy.', 'Type what your paper says in that line.'),
  'check-file-missing': () => say('Hãy chọn tệp PDF của kết quả.', 'Choose the PDF of the result.'),
  'check-file-not-pdf': () =>
    say('Tệp này không phải PDF. Hãy chọn tệp PDF gốc.', 'This file is not a PDF. Choose the original PDF.'),
  'check-file-too-large': ({ megabytes }) =>
    say(
      `Tệp lớn hơn ${megabytes} MB. Kết quả điện tử không lớn như vậy.`,
      `The file is over ${megabytes} MB. No result is as large as that.`,
    ),

  // A result for a wallet.
  'result-missing': () => say('Không tìm thấy giấy này của bạn.', 'This paper of yours was not found.'),
  'result-ended': () =>
    say(
      'Giấy này không còn giá trị nên không đưa vào ví được nữa.',
      'This paper is valid no more, so it cannot be added to a wallet.',
    ),
  'result-unsigned': () =>
    say(
      'Giấy này chưa có bản ký số. Hãy hỏi nơi cấp để nhận bản điện tử.',
      'This paper has no signed electronic file. Ask its issuer for one.',
    ),
  'agency-cannot-sign': () =>
    say(
      'Nơi cấp hiện chưa ký được bản điện tử. Hãy thử lại sau.',
      'The issuer cannot sign electronic copies now. Try again later.',
    ),

  // Signing, and what was signed.
  ...signatureSentences,

  // Files.
  'file.none': () => say('Hãy chọn ảnh hoặc tệp.', 'Choose a photo or a file.'),
  'file.empty': () => say('Tệp này trống. Hãy chọn tệp khác.', 'This file is empty. Choose another.'),
  'file.disguised': () =>
    say(
      'Nội dung tệp khác với tên. Hãy chọn ảnh hoặc PDF gốc.',
      'The content does not match the name. Choose the original.',
    ),
  'file.type': () =>
    say('Chỉ nhận ảnh và PDF. Hãy chọn tệp khác.', 'Photos and PDF only. Choose another file.'),
  'file.too-large': () =>
    say('Tệp này quá lớn. Hãy chụp lại nhỏ hơn.', 'This file is too large. Take a smaller photo.'),
  'file.unreadable': () =>
    say('Không đọc được tệp này. Hãy chọn tệp khác.', 'This file cannot be read. Choose another.'),
  'too-many-files': ({ most }) =>
    say(`Gửi nhiều nhất ${most} tệp một lần.`, `At most ${most} files at a time.`),
};

const unknownFile = say(
  'Không nhận được tệp này. Hãy thử tệp khác.',
  'This file could not be taken. Try another one.',
);
const unknown = say(
  'Chưa làm được việc này. Hãy thử lại sau ít phút.',
  'This did not work. Try again in a few minutes.',
);

export function sentenceOf({ code, details = {} }: Refusal, locale: Locale): string {
  const words = sentences[code]?.(details) ?? (code.startsWith('file.') ? unknownFile : unknown);
  return inLocale(words, locale);
}
