import type { Refusal } from '#kernel/outcome';
import type { LocalText } from '#kernel/text';

type Details = Readonly<Record<string, string | number>>;
const say = (vi: string, en: string): LocalText => ({ vi, en });

/** Every refusal that filing can meet, as a sentence that says how to go on. A test compares it with the commands. */
const sentences: Readonly<Record<string, (details: Details) => LocalText>> = {
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
