import type { LocalText } from '#kernel/text';
import type { Finding, LintCode } from './finding.ts';

const say = (vi: string, en: string): Required<LocalText> => ({ vi, en });

/** Each says what is wrong and how to mend it. `{gap}` is filled from the details. */
const sentences: Readonly<Record<LintCode, Required<LocalText>>> = {
  'basis-missing': say(
    'Thủ tục chưa có căn cứ pháp lý. Hãy ghi ít nhất một văn bản.',
    'The procedure names no legal basis. Give at least one instrument.',
  ),
  'part-missing': say(
    'Còn thiếu nội dung bắt buộc: {part}. Nghị định 63/2010 đòi đủ bảy phần.',
    'A mandatory part is missing: {part}. Decree 63/2010 demands all seven.',
  ),
  'page-unreachable': say(
    'Không ai đến được trang này. Hãy sửa điều kiện hoặc bỏ trang.',
    'Nobody ever comes to this page. Mend its condition or remove it.',
  ),
  'question-unreachable': say(
    'Không ai được hỏi câu này. Hãy sửa điều kiện hoặc bỏ câu hỏi.',
    'Nobody is ever asked this. Mend its condition or remove it.',
  ),
  'condition-never': say(
    'Điều kiện này không bao giờ đúng, nên “{id}” không có tác dụng.',
    'This condition never holds, so “{id}” has no effect.',
  ),
  'condition-always': say(
    'Điều kiện này luôn đúng. Bạn có thể bỏ nó.',
    'This condition always holds. You can remove it.',
  ),
  'step-unreachable': say(
    'Không hồ sơ nào đến bước “{id}”. Hãy nối bước hoặc bỏ bước.',
    'No dossier ever comes to step “{id}”. Connect it or remove it.',
  ),
  'step-endless': say(
    'Từ bước “{id}” không có lối đến kết thúc. Hãy thêm lối ra.',
    'From step “{id}” no end can be reached. Add a way out.',
  ),
  'time-over-legal': say(
    'Các bước cần {planned} giờ, luật chỉ cho {limit} giờ ({channel}). Hãy giảm thời gian các bước.',
    'The steps take {planned} hours, the law gives {limit} ({channel}). Shorten the steps.',
  ),
  'once-only-own': say(
    'Tài khoản của người nộp đã có thông tin này ({source}). Hãy điền sẵn.',
    'The account of the one who files holds this ({source}). Fill it in for them.',
  ),
  'once-only-register': say(
    'Dân cư đã có thông tin này ({source}) theo số định danh. Hãy cân nhắc bỏ câu hỏi.',
    'The population register holds this ({source}) by the personal number. Consider not asking.',
  ),
  'sentence-long': say(
    'Câu dài {count} tiếng, nên nhiều nhất {most}. Hãy tách câu.',
    'The sentence has {count} syllables, at most {most} is better. Split it.',
  ),
  officialese: say(
    '“{word}” là chữ hành chính. Hãy viết “{instead}”.',
    '“{word}” is an office word. Write “{instead}”.',
  ),
  'english-missing': say('Chưa có bản tiếng Anh. Hãy thêm bản dịch.', 'The English is missing. Add it.'),
  'alternative-text-missing': say(
    'Hình chưa có lời mô tả. Hãy viết điều người xem thấy trong hình.',
    'The picture has no alternative text. Say what can be seen on it.',
  ),
  'fee-without-ground': say(
    'Khoản thu chưa có căn cứ. Hãy ghi văn bản quy định mức thu.',
    'The fee has no ground. Name the instrument that sets it.',
  ),
  'fee-dates-wrong': say(
    'Khoản thu không có ngày nào hiệu lực (từ {from}, đến {until}). Hãy sửa ngày.',
    'The fee is in force on no day (from {from} until {until}). Mend the dates.',
  ),
  'fee-expired': say(
    'Khoản thu đã hết hiệu lực ngày {until}. Hãy bỏ hoặc thay mức mới.',
    'The fee ended on {until}. Remove it or give the new one.',
  ),
  'fee-uncounted': say(
    'Bậc, mức tối đa, số bản cần câu hỏi đếm riêng. Hãy chọn câu ở ô “Tính theo số ở câu”.',
    'Tiers, a cap and copies need a question of their own that counts. Choose it at “Times the number in”.',
  ),
  'fee-tiers-wrong': say(
    'Mỗi bậc phải bắt đầu sau bậc trước và sau phần không thu. Hãy sửa số thứ tự.',
    'Each tier begins after the one before and after the free units. Mend the numbers.',
  ),
  'fee-reduction-wrong': say(
    'Mức giảm cần một số tiền thấp hơn hoặc một tỷ lệ. Khoản thu có bậc thì chỉ ghi tỷ lệ.',
    'A reduction is a lower amount or a percent, one of both; a fee with tiers takes a percent.',
  ),
  'fee-reduction-over': say(
    'Mức giảm đã hết ngày {until}. Hãy bỏ hoặc thay mức mới.',
    'The reduction ended on {until}. Remove it or give the new one.',
  ),
  'unit-missing': say(
    '{count} xã, phường chưa có cơ quan giải quyết ({names}). Hãy sửa thẩm quyền.',
    '{count} communes have nobody competent ({names}). Mend the competence.',
  ),
  'decider-missing': say(
    'Chưa có đơn vị nào giải quyết thủ tục này. Hãy sửa thẩm quyền.',
    'No unit decides this procedure. Mend the competence.',
  ),
  'document-satisfied': say(
    'Giấy này là kết quả {code} của thủ tục khác. Hãy khai để khỏi đòi nộp.',
    'This paper is result {code} of another procedure. Say so, and it need not be asked for.',
  ),
  'call-paper-unknown': say(
    'Không có giấy tờ “{paper}” trong thủ tục {code}, nên không chuyển kèm được. Hãy sửa mã giấy tờ.',
    'Procedure {code} has no paper “{paper}”, so it cannot go along. Mend the id.',
  ),
  'internal-subject': say(
    'Mã 5 và 6 là thủ tục nội bộ: chỉ cơ quan nộp. Hãy sửa đối tượng hoặc mã.',
    'Codes 5 and 6 are filed by agencies only, and no others are. Mend the subjects or the code.',
  ),
  'internal-fee': say(
    'Thủ tục nội bộ không thu phí. Hãy bỏ khoản thu.',
    'Agencies pay no fee to each other. Remove it.',
  ),
  'internal-public': say(
    'Thủ tục nội bộ không mở cho người dân. Hãy bỏ phần {part}.',
    'A procedure between agencies is not open to the public. Remove: {part}.',
  ),
  'internal-step': say(
    'Đơn vị nộp không có vai trò của bước “{id}”. Hãy giao bước cho chuyên viên hoặc văn thư.',
    'The filing unit lacks the role of step “{id}”. Give it to a specialist or a clerk.',
  ),
  'id-twice': say(
    'Mã “{id}” dùng hai lần ở đây. Hãy đổi một mã.',
    'The id “{id}” is used twice here. Change one.',
  ),
  'option-unlabelled': say(
    'Lựa chọn “{value}” chưa có nhãn. Hãy viết nhãn.',
    'The option “{value}” has no label. Write one.',
  ),
  'record-left': say(
    'Chưa đưa được vào thủ tục: “{text}”. Hãy đọc và tự xếp chỗ.',
    'Not placed in the procedure: “{text}”. Read it and give it its place.',
  ),
};

/** Values of details that stand for words. */
const words: Readonly<Record<string, Readonly<Record<string, Required<LocalText>>>>> = {
  part: {
    name: say('tên', 'name'),
    order: say('trình tự', 'order of steps'),
    manner: say('cách thức', 'manner'),
    dossier: say('thành phần hồ sơ', 'papers'),
    time: say('thời hạn', 'time limit'),
    subjects: say('đối tượng', 'subjects'),
    agency: say('cơ quan thực hiện', 'agency'),
    online: say('nộp trực tuyến', 'online filing'),
    representation: say('nộp thay', 'filing for another'),
    assurance: say('nộp khi chờ định danh', 'filing while identity is pending'),
    signed: say('ký số của người dân', 'signatures of citizens'),
    lifeEvents: say('sự kiện thường gặp', 'life events'),
    prefill: say('điền sẵn từ tài khoản công dân', 'prefilling from a citizen’s account'),
  },
  channel: {
    online: say('trực tuyến', 'online'),
    direct: say('trực tiếp', 'in person'),
    post: say('bưu chính', 'by post'),
  },
};

/** The finding as a sentence in both languages. */
export function sentenceOf({ code, details }: Finding): Required<LocalText> {
  const filled = (locale: 'vi' | 'en') =>
    sentences[code][locale].replaceAll(/\{(\w+)\}/g, (gap, key: string) => {
      const value = details[key];
      return value === undefined ? gap : (words[key]?.[String(value)]?.[locale] ?? String(value));
    });
  return { vi: filled('vi'), en: filled('en') };
}
