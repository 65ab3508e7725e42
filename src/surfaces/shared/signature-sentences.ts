import type { LocalText } from '#kernel/text';

const say = (vi: string, en: string) => (): LocalText => ({ vi, en });

/** Why a signed text, a signature in it or its stamp is refused (platform/xml-signatures, platform/cms), and how to go on. */
export const signatureSentences: Readonly<Record<string, () => LocalText>> = {
  // The text.
  'xml-too-large': say(
    'Tệp XML này quá lớn. Hãy chọn tệp gốc nhỏ hơn.',
    'This XML is too large. Choose a smaller original.',
  ),
  'xml-odd': say(
    'Tệp này không phải XML đọc được một cách chắc chắn. Hãy chọn tệp gốc.',
    'This XML cannot be read with certainty. Choose the original.',
  ),
  'xml-envelope': say(
    'Tệp có nội dung nằm ngoài phần đã ký. Hãy chọn tệp gốc.',
    'The file holds something beside what was signed. Choose the original.',
  ),
  'xml-ids': say(
    'Tệp có hai phần cùng tên nên không tin được. Hãy chọn tệp gốc.',
    'Two parts of the file have one name, so it is not trusted. Choose the original.',
  ),
  'xml-too-many-signatures': say(
    'Tệp đã có quá nhiều chữ ký. Hãy ký trên một bản khác.',
    'The file has too many signatures. Sign another copy.',
  ),
  // A signature.
  'signature-odd': say(
    'Chữ ký không đúng khuôn dạng được nhận. Hãy xin người ký ký lại.',
    'The signature has a form that is not accepted. Ask for a new one.',
  ),
  'signature-algorithm': say(
    'Chữ ký dùng thuật toán không còn được tin. Hãy xin người ký ký lại.',
    'The signature uses an algorithm that is not trusted. Ask for a new one.',
  ),
  'signature-reference': say(
    'Chữ ký này thuộc về một nội dung khác. Hãy chọn tệp gốc.',
    'This signature belongs to something else. Choose the original.',
  ),
  'signature-digest': say(
    'Nội dung đã bị sửa sau khi ký. Hãy chọn tệp gốc.',
    'The content was changed after it was signed. Choose the original.',
  ),
  'signature-wrong': say(
    'Chữ ký không khớp với chứng thư. Hãy ký lại, hoặc chọn tệp gốc.',
    'The signature does not fit its certificate. Sign again, or choose the original.',
  ),
  'signature-moment': say(
    'Giờ ký muộn hơn dấu thời gian. Hãy chỉnh đồng hồ rồi ký lại.',
    'The claimed time is later than its stamp. Set the clock and sign again.',
  ),
  'signature-id': say(
    'Chưa đặt được tên chữ ký. Hãy thử ký lại.',
    'The signature could not be named. Try again.',
  ),
  'signature-id-taken': say(
    'Chữ ký này đã có trong tệp. Hãy tải lại trang.',
    'This signature is in the file already. Reload the page.',
  ),
  'signature-role': say(
    'Hãy viết tư cách ký trên một dòng, dưới 100 chữ cái.',
    'Write as what you sign in one line, under 100 letters.',
  ),
  'signer-unavailable': say(
    'Nơi giữ khóa chưa ký được. Hãy thử lại sau ít phút.',
    'The keeper of the key could not sign. Try again in a few minutes.',
  ),
  // Its stamp of time, its certificate.
  'stamp-odd': say(
    'Không đọc được dấu thời gian của chữ ký. Hãy ký lại.',
    'The stamp of time cannot be read. Sign again.',
  ),
  'stamp-wrong': say(
    'Dấu thời gian không thuộc về chữ ký này. Hãy ký lại.',
    'The stamp of time belongs to something else. Sign again.',
  ),
  'stamp-rejected': say(
    'Dịch vụ dấu thời gian từ chối nên chưa ký. Hãy thử lại sau.',
    'The time-stamping service refused, so nothing was signed. Try later.',
  ),
  'certificate-odd': say(
    'Không đọc được chứng thư của chữ ký. Hãy dùng chứng thư khác.',
    'The certificate cannot be read. Use another one.',
  ),
  'certificate-usage': say(
    'Chứng thư này không dùng để ký được. Hãy dùng chứng thư khác.',
    'This certificate is not for signing. Use another one.',
  ),
};
