import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContent, aPackageWith } from '#builders/catalogue';
import { aFewLists } from '#builders/forms';
import { handInNationalList, saveProcedureDraft, unpackProcedure } from '#capabilities/catalogue';
import { readPage } from '#capabilities/forms';
import { compileFeel, readDmn } from '#capabilities/rules';
import { readBpmn } from '#capabilities/workflow';
import type { OfficerActor } from '#kernel/actor';
import type { Outcome } from '#kernel/outcome';
import { asPlainDate } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { compileSchema, linearPattern } from '#platform/validation';
import { sentenceFor as administrationSentence } from '../surfaces/administration/sentences.ts';
import { readLogic } from '../surfaces/designer/core/logic.ts';
import { sentenceFor } from '../surfaces/designer/core/sentences.ts';

/**
 * Everything that an administrator, or a file from anywhere, can hand to the thread that serves people, and that means harm:
 * refused or ended within 50 ms of work on that thread. Each row names the door it knocks at.
 */
const mostMs = 50;

const times = (text: string, count: number): string => text.repeat(count);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const administrator = {
  kind: 'officer',
  officer: '018f0000-0000-7000-8000-000000000101',
  name: 'Quản Trị',
  posts: [{ unit: '018f0000-0000-7000-8000-000000000001', role: 'system-administrator' }],
  readableUnits: [],
  everywhere: false,
} as unknown as OfficerActor;
/** It is refused before a database is asked: there is none. */
const ctx = { actor: administrator } as unknown as Ctx;

const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY a${at + 1} "${times(at === 0 ? '&a;' : `&a${at};`, 10)}">`,
).join('')}]>`;
const external = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
const bpmn = (inside: string, before = ''): string =>
  `${before}<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">${inside}</process></definitions>`;
const dmn = (inside: string, before = ''): string =>
  `${before}<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">${inside}</definitions>`;

function draftOf(deep: number) {
  const content = aContent();
  let condition: object = { q: 'a', answered: true };
  for (let at = 0; at < deep; at++) condition = { not: condition };
  return {
    ...content,
    definition: { ...content.definition, notes: [condition] },
  } as unknown as typeof content;
}
const evil = `${times('a', 100_000)}!`;
const patterns = ['(a+)+$', '(a|aa)+$', '(.*a){12}$', '^(([a-z])+.)+[A-Z]([a-z])+$', '(a?){40}a{40}'];

const deepPackages = ['schema.json', 'form.json'].map((name) => aPackageWith(name, bytes(nested(10_000))));
const climbing = ['../../etc/cron.d/x', 'templates\\..\\x.json', '/etc/passwd'].map((name) =>
  aPackageWith(name, bytes('x')),
);
const largePackage = aPackageWith('form.json', new Uint8Array(20_000_000));

const lists: readonly (readonly [name: string, list: Uint8Array, code: RegExp])[] = [
  ['a national list of 20 MB', new Uint8Array(20_000_000).fill(44), /^national-file-large$/],
  ['a national list that is an archive', aPackageWith('a.csv', bytes('x')), /^national-file-kind$/],
  ['a national list of one line', bytes(times('"', 7_000_000)), /^national-file-columns$/],
];

type Row = readonly [name: string, knock: () => Outcome<unknown> | Promise<Outcome<unknown>>, code: RegExp];
const rows: readonly Row[] = [
  [
    'FEEL that loops',
    () => compileFeel('for i in 1..1000000, j in 1..1000000 return i'),
    /^feel-too-costly$/,
  ],
  [
    'FEEL that doubles itself',
    () =>
      compileFeel(
        `{a0: "x", ${Array.from({ length: 40 }, (_, at) => `a${at + 1}: a${at} + a${at}`).join(', ')}}`,
      ),
    /^feel-too/,
  ],
  ['FEEL 10,000 deep', () => compileFeel(`${times('(', 10_000)}1${times(')', 10_000)}`), /^feel-too-big$/],
  [
    'a condition typed 10,000 deep',
    () => readLogic(`${times('(', 10_000)}a = 1${times(')', 10_000)}`),
    /^logic-(long|deep)$/,
  ],
  [
    'a condition typed as deep as fits',
    () => readLogic(`${times('(', 900)}a = 1${times(')', 900)}`),
    /^logic-(long|deep)$/,
  ],
  ['a condition of a megabyte', () => readLogic(times('a = 1 and ', 100_000)), /^logic-long$/],
  ['a draft 10,000 deep', () => saveProcedureDraft(ctx, '', 1, draftOf(10_000)), /^draft-too-large$/],
  ['a draft 100 deep', () => saveProcedureDraft(ctx, '', 1, draftOf(100)), /^draft-too-large$/],
  ...deepPackages.map(
    (packed, at): Row => [
      `a package with a ${['schema', 'form'][at]} 10,000 deep`,
      () => unpackProcedure(packed),
      /^package-too-deep$/,
    ],
  ),
  ...climbing.map(
    (packed, at): Row => [
      `a package that climbs out, way ${at + 1}`,
      () => unpackProcedure(packed),
      /^package-name$/,
    ],
  ),
  ['a package of 20 MB', () => unpackProcedure(new Uint8Array(20_000_000)), /^package-too-large$/],
  ['a package that unpacks to 20 MB', () => unpackProcedure(largePackage), /^package-too-large$/],
  ...lists.map(([name, list, code]): Row => [name, () => handInNationalList(ctx, { name: 'x', list }), code]),
  ['BPMN of 10 MB', () => readBpmn(bpmn(times('<userTask id="a"/>', 560_000))), /^bpmn-too-large$/],
  ['BPMN with an entity bomb', () => readBpmn(bpmn('&a9;', bomb)), /^bpmn-doctype$/],
  ['BPMN that reads a file', () => readBpmn(bpmn('&a;', external)), /^bpmn-doctype$/],
  [
    'BPMN with an entity bomb behind 1 MB',
    () => readBpmn(bpmn('&a9;', `<!-- ${times('x', 1_000_000)} -->${bomb}`)),
    /^bpmn-doctype$/,
  ],
  ['BPMN 10,000 deep', () => readBpmn(bpmn(times('<subProcess>', 10_000))), /^bpmn-too-large$/],
  ['DMN of 10 MB', () => readDmn(dmn(times('<decision id="a"/>', 560_000))), /^xml-too-big$/],
  ['DMN with an entity bomb', () => readDmn(dmn('&a9;', bomb)), /^xml-doctype$/],
  ['DMN that reads a file', () => readDmn(dmn('&a;', external)), /^xml-doctype$/],
  ['DMN 10,000 deep', () => readDmn(dmn(times('<decision>', 10_000))), /^xml-too-big$/],
];

function nested(deep: number): string {
  return `${times('{"items":', deep)}{}${times('}', deep)}`;
}
/** Work of this thread alone, the best of three: what else the machine does must not count. */
async function shortest(run: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3; turn++) {
    const began = process.threadCpuUsage();
    await run();
    const { user, system } = process.threadCpuUsage(began);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

for (const [name, knock, code] of rows)
  test(`${name} is refused within ${mostMs} ms`, async () => {
    const outcome = await knock();
    assert.ok(!outcome.ok, 'it is refused');
    assert.match(outcome.refusal.code, code);
    const ms = await shortest(knock);
    assert.ok(ms <= mostMs, `${ms.toFixed(1)} ms`);
  });

test('a regular expression that would run for years has its verdict within 50 ms', async () => {
  for (const text of patterns) {
    const pattern = linearPattern(text);
    if (!pattern) continue; // refused: nothing runs
    const ms = await shortest(() => pattern.test(evil.slice(0, 4000)));
    assert.ok(ms <= mostMs, `${text}: ${ms.toFixed(1)} ms`);
    const page = {
      id: 'p',
      title: { vi: 'Trang', en: 'Page' },
      questions: [
        {
          id: 'ten',
          type: 'text' as const,
          label: { vi: 'Tên', en: 'Name' },
          pattern: text,
          maxLength: 4000,
        },
      ],
    };
    const context = { today: asPlainDate('2026-11-25'), lists: aFewLists(), facts: {} };
    const asked = await shortest(() => readPage(page, { ten: evil }, {}, context));
    assert.ok(asked <= mostMs, `${text} in a form: ${asked.toFixed(1)} ms`);
    const check = compileSchema({ type: 'string', maxLength: 4000, pattern: text });
    const judged = await shortest(() => check(evil.slice(0, 4000)));
    assert.ok(judged <= mostMs, `${text} in a schema: ${judged.toFixed(1)} ms`);
  }
  assert.equal(linearPattern('(?=a)b'), undefined, 'what needs backtracking is no pattern');
  assert.equal(linearPattern('(a)\\1'), undefined);
  assert.equal(linearPattern('((a{1,100}){1,100}){1,100}'), undefined, 'nor is a program in disguise');
});

test('each of these refusals is a sentence of its own, in both languages', async () => {
  const sayingOf = (code: string) => (code.startsWith('national-') ? administrationSentence : sentenceFor);
  const general = sentenceFor({ code: 'no such code' }, 'vi');
  for (const [name, knock] of rows) {
    const outcome = await knock();
    assert.ok(!outcome.ok);
    const said = (['vi', 'en'] as const).map((locale) =>
      sayingOf(outcome.refusal.code)(outcome.refusal, locale),
    );
    assert.notEqual(said[0], general, `${name}: ${outcome.refusal.code}`);
    assert.notEqual(said[0], said[1], name);
  }
});
