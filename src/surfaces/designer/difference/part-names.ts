import type { LocalText } from '#kernel/text';

const words = (vi: string, en: string): LocalText => ({ vi, en });

/** Properties as people call them; one without a name here is shown as it is written in the definition. */
export const partNames: Readonly<Record<string, LocalText>> = {
  // Of questions
  label: words('câu hỏi', 'question'),
  hint: words('gợi ý', 'hint'),
  type: words('loại câu hỏi', 'type'),
  required: words('bắt buộc', 'required'),
  if: words('điều kiện', 'condition'),
  options: words('các lựa chọn', 'choices'),
  optionsFrom: words('danh mục', 'list'),
  min: words('nhỏ nhất', 'least'),
  max: words('lớn nhất', 'most'),
  minLength: words('ít ký tự nhất', 'fewest letters'),
  maxLength: words('nhiều ký tự nhất', 'most letters'),
  pattern: words('mẫu chữ', 'pattern'),
  patternHint: words('gợi ý khi sai mẫu', 'hint of the pattern'),
  rule: words('ràng buộc ngày', 'rule for the date'),
  refuseIf: words('không nhận khi', 'refused when'),
  prefill: words('điền sẵn từ', 'filled in from'),
  compute: words('cách tính', 'how it is reckoned'),
  title: words('tiêu đề', 'title'),
  intro: words('lời dẫn', 'introduction'),
  // Of papers, fees, times and steps
  name: words('tên', 'name'),
  group: words('nhóm', 'group'),
  originals: words('số bản chính', 'originals'),
  copies: words('số bản sao', 'copies'),
  alternativeOf: words('thay cho', 'instead of'),
  replaceableBy: words('thay được bằng dữ liệu', 'replaceable by'),
  cases: words('trường hợp', 'cases'),
  case: words('trường hợp', 'case'),
  amount: words('mức thu', 'amount'),
  basis: words('căn cứ', 'ground'),
  from: words('thu từ ngày', 'from'),
  until: words('thu đến ngày', 'until'),
  per: words('tính theo', 'per'),
  freeUnits: words('số phần không thu', 'free units'),
  when: words('thu khi', 'when'),
  channel: words('cách nộp', 'channel'),
  exemptions: words('miễn, giảm', 'exemptions'),
  value: words('thời gian', 'time'),
  unit: words('đơn vị', 'unit'),
  sameDay: words('trong ngày', 'same day'),
  budget: words('thời gian của bước', 'time of the step'),
  role: words('người làm', 'role'),
  place: words('nơi làm', 'place'),
  does: words('việc', 'what is done'),
  // Of the whole
  competence: words('nơi giải quyết', 'who decides'),
  result: words('kết quả', 'result'),
  otherResults: words('kết quả khác', 'other results'),
  representation: words('nộp thay', 'representation'),
  assurance: words('mức xác minh danh tính', 'identity'),
  online: words('mức trực tuyến', 'online level'),
  subjects: words('đối tượng', 'who may ask'),
  forms: words('mẫu giấy', 'forms'),
};

/** Values of some properties in words, by property. */
export const valueNames: Readonly<Record<string, Readonly<Record<string, LocalText>>>> = {
  unit: {
    working_day: words('ngày làm việc', 'working days'),
    day: words('ngày', 'days'),
    hour: words('giờ làm việc', 'working hours'),
    month: words('tháng', 'months'),
  },
  when: { submission: words('khi nộp', 'at filing'), return: words('khi trả kết quả', 'with the result') },
  channel: {
    online: words('trực tuyến', 'online'),
    direct: words('trực tiếp', 'at a counter'),
    post: words('bưu chính', 'by post'),
  },
  group: {
    submit: words('phải nộp', 'submit'),
    show: words('xuất trình', 'show'),
    note: words('lưu ý', 'note'),
  },
  place: { receiver: words('nơi tiếp nhận', 'receiver'), competent: words('nơi giải quyết', 'who decides') },
};
