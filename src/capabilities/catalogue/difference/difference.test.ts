import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sampleCodes } from '#builders/forms';
import type { Page, Question } from '#capabilities/forms';
import type { DraftContent } from '../drafts/content.ts';
import { aContent } from '../testing/builders.ts';
import { differenceOf } from './index.ts';

const before = aContent('1.001193');
const { definition } = before;
const [first, second] = definition.form.pages as readonly [Page, Page];
const [question] = first.questions as readonly [Question];

const withPages = (pages: readonly Page[]): DraftContent => ({
  ...before,
  definition: { ...definition, form: { ...definition.form, pages } },
});
const change = (more: Partial<DraftContent['definition']>): DraftContent => ({
  ...before,
  definition: { ...definition, ...more },
});
const told = (after: DraftContent) =>
  differenceOf(before, after).map(({ kind, change: how, at, part }) => [kind, how, part ?? at]);
const withFirst = (questions: readonly Question[]) =>
  withPages([{ ...first, questions }, ...definition.form.pages.slice(1)]);

describe('difference', () => {
  it('of a procedure from itself is none, whatever its version and dates', () => {
    for (const code of sampleCodes()) assert.deepEqual(differenceOf(aContent(code), aContent(code)), []);
    assert.deepEqual(told(change({ version: 9, validFrom: '2030-01-01' })), []);
  });

  it('names question, rule and text of what changed, with both values', () => {
    const label = { vi: 'Câu hỏi mới', en: 'New question' };
    const other = { ...question, label, required: question.required !== true, maxLength: 7 };
    const found = differenceOf(before, withFirst([other, ...first.questions.slice(1)]));
    const at = `form.questions.${question.id}`;
    const byPart = Object.fromEntries(found.map((each) => [each.part, each]));
    assert.deepEqual(Object.keys(byPart).sort(), ['label', 'maxLength', 'required']);
    assert.deepEqual(byPart['label'], {
      kind: 'text',
      change: 'changed',
      at: `${at}.label`,
      what: label,
      part: 'label',
      before: question.label,
      after: label,
    });
    assert.equal(byPart['maxLength']?.kind, 'rule');
    assert.equal('before' in (byPart['maxLength'] ?? {}), question.maxLength !== undefined);
  });

  it('tells a question on another page as moved, with the titles of the pages', () => {
    const after = withPages([
      { ...first, questions: first.questions.slice(1) },
      { ...second, questions: [...second.questions, question] },
      ...definition.form.pages.slice(2),
    ]);
    const at = `form.questions.${question.id}`;
    assert.deepEqual(
      differenceOf(before, after).filter((each) => each.at === at),
      [
        {
          kind: 'question',
          change: 'moved',
          at,
          what: question.label,
          before: first.title,
          after: second.title,
        },
      ],
    );
    assert.ok(told(after).every(([, how]) => how === 'moved'));
  });

  it('tells any new order by moves alone, and the last question put first by one', () => {
    const pages = definition.form.pages;
    const last = pages.at(-1);
    assert.ok(last && pages.length > 3);
    assert.deepEqual(
      told(withPages([last, ...pages.slice(0, -1)])).filter(([, , at]) => at?.startsWith('form.pages')),
      [['question', 'moved', `form.pages.${last.id}`]],
    );
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...first.questions], { minLength: first.questions.length }),
        (shuffled) => {
          const found = differenceOf(before, withFirst(shuffled));
          assert.ok(found.every(({ change: how }) => how === 'moved'));
          assert.ok(found.length < first.questions.length || found.length === 0);
        },
      ),
    );
  });

  it('knows a question again that only got another id', () => {
    const id = 'tenKhac';
    assert.deepEqual(told(withFirst([{ ...question, id }, ...first.questions.slice(1)])), [
      ['question', 'changed', 'id'],
    ]);
  });

  it('tells what was added one way as removed the other way', () => {
    const more = { ...question, id: 'them', label: { vi: 'Thêm' } };
    const after = withFirst([...first.questions, more]);
    assert.deepEqual(told(after), [['question', 'added', 'form.questions.them']]);
    assert.deepEqual(
      differenceOf(after, before).map(({ change: how, at }) => [how, at]),
      [['removed', 'form.questions.them']],
    );
  });

  it('covers choices, documents, fees, times, steps, grounds, rules and files', () => {
    const asks = definition.form.pages.flatMap((page) => page.questions).find(({ options }) => options);
    assert.ok(asks?.options);
    const options = [...asks.options.slice(1), { value: 'khac', label: { vi: 'Khác' } }];
    const pages = definition.form.pages.map((page) => ({
      ...page,
      questions: page.questions.map((each) => (each === asks ? { ...each, options } : each)),
    }));
    const at = `form.questions.${asks.id}.options`;
    assert.deepEqual(told(withPages(pages)), [
      ['question', 'removed', `${at}.${asks.options[0]?.value}`],
      ['question', 'added', `${at}.khac`],
    ]);
    const [document] = definition.documents;
    const [time] = definition.time;
    const [step] = definition.workflow.steps;
    assert.ok(document && time && step);
    const fee = {
      id: 'moi',
      kind: 'le-phi',
      name: { vi: 'Lệ phí' },
      when: 'submission',
      amount: 8000,
      exemptions: [],
      basis: 'x',
    } as const;
    const cases: readonly [DraftContent, string[]][] = [
      [
        change({
          documents: [{ ...document, copies: document.copies + 1 }, ...definition.documents.slice(1)],
        }),
        ['document', 'changed', 'copies'],
      ],
      [change({ fees: [...definition.fees, fee] }), ['fee', 'added', 'fees.moi']],
      [
        change({ time: [{ ...time, value: time.value + 1 }, ...definition.time.slice(1)] }),
        ['time', 'changed', 'value'],
      ],
      [
        change({ workflow: { ...definition.workflow, steps: definition.workflow.steps.slice(1) } }),
        ['step', 'removed', `workflow.steps.${step.id}`],
      ],
      [change({ basis: [...definition.basis, 'Luật mới'] }), ['text', 'added', 'basis.Luật mới']],
      [change({ name: { vi: 'Tên mới' } }), ['text', 'changed', 'name']],
      [change({ competence: { level: 'province' } }), ['rule', 'changed', 'competence']],
      [{ ...before, workflow: '<x/>' }, ['step', 'added', 'workflow.bpmn']],
      [{ ...before, decisions: '<x/>' }, ['rule', 'added', 'decisions.dmn']],
      [{ ...before, templates: { a: { title: 'Giấy hẹn' } } }, ['template', 'added', 'templates.a']],
      [{ ...before, templates: { m: { title: { vi: 'Tin' } } } }, ['template', 'added', 'templates.m']],
      [{ ...before, runs: [{ id: 'lan-1' }] }, ['rule', 'added', 'runs']],
    ];
    for (const [after, expected] of cases) assert.deepEqual(told(after), [expected]);
  });
});
