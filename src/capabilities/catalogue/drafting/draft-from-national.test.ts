import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDefinition, type ProcedureDefinition } from '#capabilities/forms';
import { lintProcedure } from '../lint/index.ts';
import { anGiang } from '../lint/testing/an-giang.ts';
import { importShippedList } from '../testing/shipped-list.ts';
import { draftFromNational } from './index.ts';
import { oneLine, saysNothing, shortName } from './words.ts';

const { procedures } = importShippedList();
const record = (code: string) => {
  const found = procedures.find((each) => each.code === code);
  assert.ok(found, code);
  return found;
};
/** Every twentieth record of the list, and some that are known to be hard. */
const some = procedures.filter(
  (each, i) => i % 20 === 0 || ['1.013225', '1.001193', '2.000815'].includes(each.code),
);
const world = anGiang('2026-11-22');

test('no sentence of a record is lost', () => {
  for (const each of some) {
    const draft = draftFromNational(each);
    const kept = JSON.stringify(draft).normalize('NFC');
    const papers = each.cases.flatMap(({ documents }) => documents);
    const told = [
      each.steps,
      each.conditions,
      ...each.cases.map(({ name }) => name),
      ...papers.flatMap(({ name, alternatives, forms }) => [name, ...alternatives, ...forms]),
      ...each.channels.flatMap(({ timeNote = '', feeText }) => [timeNote, feeText]),
      ...each.results.map(({ name }) => name),
      ...each.legalRefs,
    ];
    for (const text of told.map(oneLine).filter((one) => !saysNothing(one)))
      assert.ok(kept.includes(JSON.stringify(text).slice(1, -1)), `${each.code}: ${text}`);
  }
});

test('no record of the list is too strange for a draft, and what is left to people is said once', () => {
  for (const each of procedures) {
    const { content, left } = draftFromNational(each);
    assert.equal(content.definition.code, each.code);
    const said = left.map(({ at, details }) => `${at} ${String(details['text'])}`);
    assert.deepEqual(said, [...new Set(said)], each.code);
  }
});

/** Written English is the administrator's; with it, is the draft sound? */
const inEnglish = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inEnglish);
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inEnglish(each)]));
  return 'vi' in own && own['en'] === undefined ? { ...own, en: 'English' } : own;
};

test('a draft is sound but for what only people know', () => {
  for (const each of some) {
    const definition = inEnglish(draftFromNational(each).content.definition) as ProcedureDefinition;
    const problems = checkDefinition(definition).filter(
      ({ at }) => !/^(basis|fees\.\d+\.basis|code)/.test(at),
    );
    assert.deepEqual(problems, [], each.code);
    const errors = lintProcedure({ definition }, world).filter(({ level }) => level === 'error');
    const open = ['basis-missing', 'part-missing', 'fee-without-ground', 'unit-missing'];
    assert.deepEqual(
      errors.filter(({ code }) => !open.includes(code)),
      [],
      each.code,
    );
  }
});

test('the re-registration of a birth comes out as a whole procedure', () => {
  const { content, left } = draftFromNational(record('1.004884'));
  const { definition } = content;
  assert.equal(definition.name.vi, 'Đăng ký lại khai sinh');
  assert.deepEqual(definition.competence, { level: 'commune', by: 'noiGiaiQuyet' });
  assert.equal(definition.result.code, 'KQ.G15.000031');
  assert.ok(definition.time.length > 0 && definition.time.every((time) => time.assumed === true));
  assert.ok(definition.documents.some((rule) => rule.group === 'submit' && rule.required));
  assert.ok(definition.basis.includes('Nghị định 123/2015/NĐ-CP'));
  assert.ok(definition.workflow.assumed === true && definition.online.assumed === true);
  assert.ok(left.some(({ at }) => at === 'time'));
  const asked = definition.form.pages.flatMap(({ questions }) => questions.map(({ id }) => id));
  for (const id of ['ndkHoTen', 'ndkGioiTinh', 'ndkQueQuan', 'meHoTen', 'chaHoTen', 'noiDangKyCu'])
    assert.ok(asked.includes(id), `${id} is asked`);
  assert.deepEqual(
    definition.result.certifies?.filter((id) => !asked.includes(id)),
    [],
    'the certificate states what was asked',
  );
  const untranslated = lintProcedure(content, world).filter(({ level }) => level === 'error');
  assert.ok(
    untranslated.length <= 6 && untranslated.every(({ code }) => code === 'english-missing'),
    untranslated.map(({ code, at }) => `${code} ${at}`).join('\n'),
  );
});

test('the questions of a birth are asked for births alone', () => {
  const asked = (code: string) =>
    draftFromNational(record(code)).content.definition.form.pages.flatMap(({ questions }) =>
      questions.map(({ id }) => id),
    );
  assert.ok(asked('1.001193').includes('chaHoTen'));
  assert.ok(!asked('1.001193').includes('noiDangKyCu'), 'only a second registration knows a first');
  for (const copies of ['2.000635', '1.005461']) assert.ok(!asked(copies).includes('chaHoTen'), copies);
});

test('the traps of the list are stepped over', () => {
  const permit = draftFromNational(record('1.013225')).content.definition;
  assert.equal(permit.cases?.length, 7);
  const vessel = draftFromNational(record('1.004088')).content.definition;
  assert.deepEqual(
    vessel.fees.map(({ amount, channel, basis }) => [amount, channel, basis]),
    [[70_000, undefined, 'Thông tư 198/2016/TT-BTC']],
  );
  assert.equal(
    draftFromNational(record('1.001456')).content.definition.competence.level,
    'provincial-police',
  );
});

test('long names are cut at a stop, never in a word', () => {
  assert.equal(shortName('- Đơn đề nghị;'), 'Đơn đề nghị');
  const long = `Giấy xác nhận (${Array.from({ length: 30 }, () => 'chữ').join(' ')})`;
  assert.equal(shortName(long), 'Giấy xác nhận');
  assert.equal(
    shortName('Trường hợp là cán bộ, công chức thì phải có văn bản xác nhận của Thủ trưởng cơ quan'),
    'Văn bản xác nhận của Thủ trưởng cơ quan',
  );
  assert.equal(
    shortName('Trường hợp có thay đổi quy mô, công suất'),
    'Trường hợp có thay đổi quy mô, công suất',
  );
});
