import assert from 'node:assert/strict';
import test from 'node:test';
import { aReading, fieldsFor, procedureOfEveryType, sampleDefinitions, seededPick } from '#builders/forms';
import { asksNothing, fieldNames, type Question, repeats } from '#capabilities/forms';
import type { QuestionProps } from './question-props.ts';
import { questionView, targetOf } from './question-view.ts';

const reading = aReading();
const draw = (question: Question, extra: Partial<QuestionProps> = {}): string =>
  questionView({
    question,
    name: question.id,
    fields: {},
    faults: new Map(),
    answers: {},
    reading,
    locale: 'vi',
    ...extra,
  }).text;

const all = [...sampleDefinitions(), procedureOfEveryType()].flatMap(({ code, form }) =>
  form.pages.flatMap((page) => page.questions.map((question) => ({ code, question }))),
);
const namesIn = (html: string): ReadonlySet<string> =>
  new Set([...html.matchAll(/\sname="([^"]+)"/g)].map(([, name = '']) => name));

test('every question of every procedure is drawn with the fields that reading looks for', () => {
  for (const { code, question } of all) {
    const fields = fieldsFor(question, question.id, {}, reading, seededPick(7));
    const names = namesIn(draw(question, { fields }));
    for (const name of fieldNames(question, fields)) assert.ok(names.has(name), `${code} ${name}`);
  }
});

test('what was typed stands in the fields again', () => {
  for (const { code, question } of all) {
    if (asksNothing(question) || question.document !== undefined) continue;
    const fields = fieldsFor(question, question.id, {}, reading, seededPick(7));
    const html = draw(question, { fields });
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value !== 'string' || value === '') continue;
      const shown = [
        `name="${name}"[^>]*\\svalue="${value}"`,
        `value="${value}"[^>]*\\s(checked|selected)`,
        `<textarea[^>]*name="${name}"[^>]*>\\n${value}`,
      ].some((shape) => new RegExp(shape).test(html));
      assert.ok(shown, `${code} ${name} ${value}`);
    }
  }
});

const focus: Partial<Record<Question['type'], string>> = {
  date: '-day',
  'commune-address': '-province',
  'search-choice': '-search',
  'old-address': '-search',
};

test('an error stands at its field in both languages, and the summary leads to something to type in', () => {
  for (const { code, question } of all) {
    if (asksNothing(question) || repeats(question) || question.type === 'calculated') continue;
    const part = focus[question.type] ?? '';
    const html = draw(question, {
      faults: new Map([[question.id + part, 'Hãy sửa chỗ này.']]),
      locale: 'en',
    });
    assert.match(html, /Hãy sửa chỗ này\./, `${code} ${question.id}`);
    assert.match(
      html,
      new RegExp(`<(input|select|textarea|button)[^>]*\\sid="${targetOf(question.id + part)}"`),
      question.id,
    );
  }
});

const asked = (id: string): Question => {
  const found = all.find(({ question }) => question.id === id)?.question;
  assert.ok(found);
  return found;
};

test('a search shows what was found as choices, and says when there is more', () => {
  const html = draw(asked('tim'), { fields: { 'tim-search': 'viet' } });
  assert.match(html, /<input[^>]*type="radio"[^>]*name="tim"[^>]*value="VN"/);
  assert.match(html, /name="_tai"[^>]*value="tim-search"/);
  assert.match(draw(asked('tim'), { fields: { 'tim-search': 'c' } }), /Còn nhiều kết quả khác/);
  assert.match(draw(asked('tim'), { fields: { tim: 'VN' } }), /value="VN"[^>]*checked/);
});

test('an old ward says where it belongs today, and asks where it was divided', () => {
  assert.match(draw(asked('noiCu'), { fields: { 'noiCu-ward': '30316' } }), /Nay là: Phường Châu Đốc/);
  assert.match(
    draw(asked('noiCu'), { fields: { 'noiCu-ward': '30325' } }),
    /name="noiCu-commune" value="30325"/,
  );
});

test('a table has its headings, a calculated cell and rows that can be taken away', () => {
  const html = draw(asked('hangHoa'), {
    fields: { 'hangHoa.0.hang': 'Gạo', 'hangHoa.0.so': '3', 'hangHoa.1.hang': 'Muối' },
    answers: { donGia: 2000 },
    faults: new Map([['hangHoa.1.so', 'Hãy nhập số.']]),
  });
  assert.match(html, /<th scope="col"[^>]*>Câu hỏi so<\/th>/);
  assert.match(html, />6\.000 đồng</);
  assert.match(html, /aria-label="2: Câu hỏi so"[^>]*aria-invalid="true"/);
  assert.match(html, /name="_bo"[^>]*value="hangHoa\.1"/);
});

test('a paper says whether its file is there and leads to the upload page; a signature says who signs', () => {
  assert.match(draw(asked('anh')), /Chưa có tệp\.[\s\S]*name="_viec" value="giay-to:anh-the"/);
  const files = { 'anh-the': ['a1', 'a2'] };
  assert.match(draw(asked('anh'), { reading: { ...reading, files } }), /Đã có 2 tệp\./);
  assert.match(draw(asked('chuKy'), { answers: { ten: 'Lê <An>' } }), /Người ký: Lê &lt;An&gt;\./);
  assert.match(draw(asked('tong'), { answers: { tong: 5000 } }), /5\.000 đồng/);
});

test('hostile text stays text', () => {
  const html = draw({ id: 'a', type: 'text', label: { vi: 'A' } }, { fields: { a: '"><script>x</script>' } });
  assert.doesNotMatch(html, /<script/);
});
