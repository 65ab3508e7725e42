import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { paperAsText } from './as-text.ts';
import { inventedValues, kinOf, offerFor, paperIdsOf } from './offer.ts';
import { declared, languageOfKey, ownPaperProblems } from './own-problems.ts';
import { openOwnPapers } from './own-shelf.ts';
import { renderPaper } from './render.ts';
import { loadTemplates } from './shelf.ts';
import type { PaperTemplate } from './template.ts';
import { readPaper } from './testing/reader.ts';

const shelf = await loadTemplates(path.resolve(import.meta.dirname, '../../../samples/papers'));
const forms = { receipt: '01', supplement: '02', refusal: '03' };
const police = { receipt: 'CT04', supplement: 'CT05', refusal: 'CT06' };
const questions = [{ id: 'hoTen', label: 'Họ tên của trẻ' }];
const offerOf = (id: string, of = forms) => offerFor(shelf, id, { forms: of, questions });
const common = (id: string): PaperTemplate => {
  const found = shelf.find(id);
  assert.ok(found, id);
  return found;
};
const codes = (key: string, template: unknown, offer = offerOf(key.replace(/-en$/, ''))) =>
  ownPaperProblems(key, template, offer).map(({ code, at }) => `${code} ${at}`.trim());
const withBlock = (block: PaperTemplate['blocks'][number]): PaperTemplate => ({
  ...common('01'),
  blocks: [...common('01').blocks, block],
});

test('every common paper may be copied as it is, and still be drawn from the facts of its kind', async () => {
  for (const these of [forms, police])
    for (const id of paperIdsOf(these)) {
      const offer = offerOf(id, these);
      assert.ok(offer, id);
      const copy = declared({ ...common(id), version: 1 }, offer);
      assert.deepEqual(codes(id, copy, offer), [], id);
      const data = { at: 0, values: inventedValues(copy, kinOf(id, these)) };
      const drawn = await renderPaper(copy, data);
      assert.ok(drawn.ok, `${id}: ${drawn.ok ? '' : JSON.stringify(drawn.refusal)}`);
      const text = paperAsText(copy, data);
      assert.ok(text.ok && text.value.length > 3, id);
    }
});

test('a hole that nothing fills, braces, a list as text, an unknown form: each is named with its block', () => {
  const at = `blocks.${common('01').blocks.length}`;
  const text = (said: string) => codes('01', withBlock({ kind: 'paragraph', text: said }));
  assert.deepEqual(text('{{nobody}}'), [`paper-hole-unknown ${at}`]);
  assert.deepEqual(text('{{ Nobody! }}'), [`paper-hole-unread ${at}`]);
  assert.deepEqual(text('{{components}}'), [`paper-list-as-text ${at}`]);
  assert.deepEqual(text('{{owner_name|shout}}'), [`paper-form-unknown ${at}`]);
  assert.deepEqual(text('{{answer_hoTen}}').length, 1, 'declared only once it is saved');
  const offer = offerOf('01');
  assert.ok(offer);
  const saved = declared(withBlock({ kind: 'paragraph', text: 'Trẻ: {{answer_hoTen}}' }), offer);
  assert.deepEqual(codes('01', saved), []);
  assert.deepEqual(codes('01', withBlock({ kind: 'list', lines: 'nobody' })), [`paper-hole-unknown ${at}`]);
});

test('a paper nobody asks for, of another language, or none at all is refused', () => {
  assert.deepEqual(codes('09', common('01'), offerOf('09')), ['paper-unasked']);
  assert.deepEqual(codes('01', { id: '01' }), ['paper-unreadable']);
  assert.deepEqual(codes('01-en', common('01')), ['paper-language']);
  assert.deepEqual(codes('01', { ...common('01'), language: 'en' }), ['paper-language']);
  assert.deepEqual(codes('01', { ...common('02') }).includes('paper-language'), true);
  assert.equal(languageOfKey('01-en'), 'en');
});

test('a paper may not promise a fact that is sometimes absent', () => {
  const { placeholders } = common('01');
  const wrong = {
    ...common('01'),
    placeholders: { ...placeholders, lookup_secret: { type: 'text', label: 'x' } },
  };
  assert.deepEqual(codes('01', wrong), ['paper-faulty']);
});

test('a text that its box cuts is named', () => {
  const long = 'Nghiêngnghiênngngả'.repeat(6);
  const at = `blocks.${common('01').blocks.length}`;
  assert.deepEqual(codes('01', withBlock({ kind: 'signatures', cells: [{ capacity: [long] }] })), [
    `paper-too-long ${at}`,
  ]);
  const words = Array.from({ length: 80 }, () => 'chữ').join(' ');
  assert.deepEqual(codes('01', withBlock({ kind: 'heading', text: words })), [`paper-too-long ${at}`]);
  assert.deepEqual(codes('01', { ...common('01'), watermark: 'BẢN NHÁP '.repeat(8) }), ['paper-too-long']);
});

test('an English paper has its nation, its dates and its own words; without one the Vietnamese serves', async () => {
  const offer = offerOf('01');
  assert.ok(offer);
  const english = declared({ ...common('01'), version: 1, language: 'en' }, offer);
  assert.deepEqual(codes('01-en', english), []);
  const own = openOwnPapers({ '01-en': english });
  assert.equal(own.find('01', 'en')?.language, 'en');
  assert.equal(own.find('01', 'vi'), undefined);
  const drawn = await renderPaper(english, { at: 0, values: inventedValues(english, kinOf('01', forms)) });
  assert.ok(drawn.ok);
  const { text } = await readPaper(drawn.value);
  assert.match(text, /SOCIALIST REPUBLIC OF VIET NAM/);
  assert.match(text, /25 November 2026/);
  assert.doesNotMatch(text, /CỘNG HÒA/);
});

test('own papers are read once, and what cannot be read leaves its place to the common one', () => {
  const templates = { '01': common('01'), '02': { id: '02' }, '03': common('01') };
  const own = openOwnPapers(templates);
  assert.equal(openOwnPapers(templates), own);
  assert.equal(own.find('01', 'vi')?.title, common('01').title);
  assert.equal(own.find('02', 'vi'), undefined);
  assert.equal(own.find('03', 'vi'), undefined, 'under the key of another paper');
});

test('a template as large as no paper is refused before it is measured', () => {
  const vast = { ...common('01'), blocks: [{ kind: 'paragraph', text: 'chữ '.repeat(500_000) }] };
  assert.deepEqual(codes('01', vast), ['paper-unreadable']);
});
