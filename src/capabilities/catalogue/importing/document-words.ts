/** Words by which a text of the national list shows whether it is a paper or talk about papers. */

const bullets = /^(?:[\s*•●\-–—+]|\+\)|->)+/u;

export const withoutMarks = (text: string): string => text.replace(bullets, '').trim();

/** "a) ", "1.2. ", "(iv) " in front of the words. */
const enumerators = /^(?:\(?(?:[ivx]{1,4}|[a-zđ]|\d{1,2}(?:\.\d{1,2})*)[).]\s*)+/iu;
const wordsOf = (text: string): string => withoutMarks(text.replace(enumerators, ''));

const openings = {
  remark: /^\(?\s*(?:lưu ý|ghi chú|chú ý)(?![\p{L}])/iu,
  case: /^\(?\s*(?:trường hợp|đối với|nếu|khi|trừ trường hợp|ngoài ra|riêng)(?![\p{L}])/iu,
  talk: /^\(?\s*(?:người (?:tiếp|yêu|có yêu|ủy|đi|nộp|được|nhận|khai|sử dụng)|cơ quan|cá nhân|công dân|việc|số lượng|thành phần|các |chậm|không |theo |cán bộ|doanh nghiệp (?:có|không|phải)|tổ chức, cá nhân|hồ sơ |mẫu số|giấy tờ (?:phải|do|nộp|gửi)|bản chụp các|kê khai|căn cứ|phiếu được)/iu,
  paper:
    /^(?:một (?:trong|\(|bản|bộ)|0?\d+ (?:bản|bộ|ảnh)|bản|giấy|tờ|đơn|văn bản|hợp đồng|hóa đơn|hoá đơn|chứng từ|chứng thư|chứng cứ|chứng minh|bảng|sơ đồ|phiếu|danh sách|quyết định|hộ chiếu|thẻ|biên bản|báo cáo|phương án|đề án|dự án|bản vẽ|hình|ảnh|lý lịch|tài liệu|hồ sơ thiết|sổ|vận|kết quả|điều lệ|nghị quyết|công văn|thông báo|mẫu (?!số)|thuyết minh|bằng|ủy quyền|căn cước|xác nhận|chữ ký|tập|túi|giấy phép)/iu,
};

const duty =
  /(?:có trách nhiệm|có quyền|không phải (?:nộp|xuất|gửi)|không được|phải bảo đảm|phải được (?:hợp pháp|dịch|công chứng)|thực hiện theo|từ chối|chỉ (?:cần|cấp|phải)|được lập thành|chịu trách nhiệm|kiểm tra, đối chiếu)/iu;

export const isRemark = (text: string): boolean => openings.remark.test(wordsOf(text));
export const isConditional = (text: string): boolean => openings.case.test(wordsOf(text));

const dutyOfPerson = /^(?:người|cơ quan|cán bộ|cá nhân|tổ chức)[^:]*(?:chịu|có) trách nhiệm/iu;

/** Duties of persons and agencies are talk even where the list asks for an original of them. */
export const isDuty = (text: string): boolean => dutyOfPerson.test(wordsOf(text));

/** True for talk about papers: remarks, conditions, headings. Meant for texts that ask for no original and no copy. */
export function isTalk(whole: string): boolean {
  const text = wordsOf(whole);
  if (isRemark(text) || text.endsWith(':')) return true;
  const conditional = isConditional(text);
  if (conditional && !/(?:thì |phải |cần )?(?:nộp|có|bổ sung|xuất trình)(?: thêm)?[ :]/iu.test(text))
    return true;
  if (openings.paper.test(text) && !duty.test(text)) return false;
  return conditional || openings.talk.test(text) || duty.test(text) || !openings.paper.test(text);
}

/** Headings that say what a group of papers is for; the list files them as if they were cases. */
export function groupOfHeading(heading: string): 'submit' | 'show' | 'note' | undefined {
  const text = wordsOf(withoutMarks(heading)).replace(/[\s:.;]+$/u, '');
  if (/^(?:lưu ý|ghi chú|chú ý)(?![\p{L}])/iu.test(text) && text.length < 40) return 'note';
  if (text.length > 90) return undefined;
  if (/^giấy tờ (?:phải |cần )?xuất trình/iu.test(text)) return 'show';
  if (/^giấy tờ (?:phải |cần )?nộp(?: và xuất trình)?/iu.test(text)) return 'submit';
  if (/^(?:thành phần hồ sơ|hồ sơ gồm|hồ sơ bao gồm|thành phần, số lượng hồ sơ)/iu.test(text))
    return 'submit';
  return undefined;
}

const otherwise =
  /[;,.]\s*(?:trường hợp|nếu) (?:không có|không còn|không có [^;]*?)[^;]{0,120}?(?:thì )(?:phải )?(?:nộp|có|xuất trình|thay bằng)\s+/iu;

/** "A; trường hợp không có A thì nộp B; nếu không có B thì phải có C" → paper A, alternatives B and C. */
export function alternativesIn(text: string): readonly string[] {
  const [, ...others] = text.split(new RegExp(otherwise, 'giu'));
  return others.map((other) => other.replace(/[.;\s]+$/u, '')).filter((other) => other.length > 2);
}
