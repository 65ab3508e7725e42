import assert from 'node:assert/strict';
import { test } from 'node:test';
import vm from 'node:vm';
import fc from 'fast-check';
import { aFewLists, fillPage, sampleCodes, sampleDefinition, seededPick } from '#builders/forms';
import {
  type Answers,
  type FieldError,
  inventAnswers,
  type JudgedPage,
  judgedPage,
  type KnownToPage,
  type Page,
  type PostedFields,
  type ProcedureDefinition,
  reachablePages,
  readPage,
} from '#capabilities/forms';
import { asPlainDate } from '#kernel/time';
import type { Asset } from '#platform/http';
import { standaloneCheck } from '#platform/validation';
import { root } from '../../../test/support/tree.ts';
import { checkScript, pageScript } from './bundle.ts';
import { makePageChecks, scriptBudget } from './page-checks.ts';

type Verdict = (
  page: unknown,
  fits: unknown,
  fields: PostedFields,
  known: KnownToPage,
) => readonly FieldError[];
/** The code that goes to the browser, run as a browser would: strings may not become code. */
const sandbox = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
const alone = `import { verdictOf } from '#capabilities/forms'; globalThis.verdictOf = verdictOf;`;
vm.runInContext(await checkScript(root, alone), sandbox);
const verdict = vm.runInContext('verdictOf', sandbox) as Verdict;

const today = asPlainDate('2026-11-25');
const lists = aFewLists();
const facts = { channel: 'online', representing: 'self', today };

interface Judged {
  readonly judged: JudgedPage;
  readonly page: unknown;
  readonly fits: unknown;
}
const compiled = new Map<string, Promise<Judged | undefined>>();
/** As `page-checks.ts` makes it: the script calls `mcCheck` with its two things. */
function scriptOf(definition: ProcedureDefinition, page: Page): Promise<Judged | undefined> {
  const key = `${definition.code} ${page.id}`;
  const known = compiled.get(key);
  if (known) return known;
  const made = (async () => {
    const judged = judgedPage(definition.form, page.id);
    if (!judged) return undefined;
    const text = await pageScript(root, judged.page, standaloneCheck(judged.schema));
    const got: unknown[] = [];
    vm.runInContext('globalThis', sandbox).mcCheck = (...both: unknown[]) => void got.push(...both);
    vm.runInContext(text, sandbox);
    return { judged, page: got[0], fits: got[1] };
  })();
  compiled.set(key, made);
  return made;
}

const plain = (errors: readonly FieldError[]): unknown => JSON.parse(JSON.stringify(errors));
/** Both verdicts on what was posted: the server's, as far as the script judges, and the script's. */
function both({ judged, page, fits }: Judged, whole: Page, fields: PostedFields, answers: Answers) {
  const own = new Set(judged.page.questions.map(({ id }) => id));
  const server = readPage(whole, fields, answers, { today, facts, lists }).errors.filter(({ question }) =>
    own.has(question.split('.')[0] ?? ''),
  );
  const known = Object.fromEntries(
    judged.needs.flatMap((id) => (answers[id] === undefined ? [] : [[id, answers[id]]])),
  );
  const script = verdict(page, fits, fields, { today, facts, answers: known });
  return { server: plain(server), script: plain(script) };
}

/** Things that people and programs send where something else was meant. */
const bad = [
  '',
  ' ',
  '0',
  '-1',
  '99999999999',
  '31',
  '2026',
  '2099',
  'a',
  'Nguyễn Văn A1',
  '0912',
  '089196000123',
  'x@y',
  'yes',
  'no',
  '12:99',
  '1.5',
  '\u200b',
  'á'.repeat(300),
];

test('the script and the server say the same of good and bad answers, on every page of every live procedure', async () => {
  let pages = 0;
  let faults = 0;
  for (const code of sampleCodes()) {
    const definition = sampleDefinition(code);
    for (const seed of [1, 2]) {
      const answers = inventAnswers(definition.form, { today, lists, facts }, seed);
      for (const page of reachablePages(definition.form, answers, facts)) {
        const made = await scriptOf(definition, page);
        if (!made) continue;
        pages++;
        const pick = seededPick(seed);
        const good = fillPage(page, answers, { today, lists, facts }, pick);
        const fields = Object.keys(good);
        const tries: PostedFields[] = [
          good,
          {},
          ...fields.map((name, at) => ({ ...good, [name]: bad[(at * 7 + seed) % bad.length] ?? '' })),
          Object.fromEntries(fields.map((name, at) => [name, bad[(at * 5 + seed) % bad.length] ?? ''])),
        ];
        for (const posted of tries) {
          const { server, script } = both(made, page, posted, answers);
          assert.deepEqual(script, server, `${code} ${page.id}: ${JSON.stringify(posted)}`);
          faults += (server as unknown[]).length;
        }
      }
    }
  }
  assert.ok(pages > 400 && faults > 2_000, `${pages} pages, ${faults} faults`);
});

test('also of whatever else is posted', async () => {
  const definition = sampleDefinition('1.001193');
  const value = fc.oneof(fc.constantFrom(...bad), fc.string({ maxLength: 20 }), fc.integer().map(String));
  for (const page of definition.form.pages) {
    const made = await scriptOf(definition, page);
    if (!made) continue;
    const good = fillPage(page, {}, { today, lists, facts }, seededPick(1));
    fc.assert(
      fc.property(fc.record(Object.fromEntries(Object.keys(good).map((name) => [name, value]))), (posted) => {
        const { server, script } = both(made, page, posted, {});
        assert.deepEqual(script, server);
      }),
      { numRuns: 60 },
    );
  }
});

test('a choice from a short list is judged beside the others of its page', () => {
  const judged = judgedPage(sampleDefinition('1.001193').form, 'tre');
  assert.deepEqual(
    judged?.page.questions.map(({ id }) => id),
    ['nksHoTen', 'nksGioiTinh', 'nksNgaySinh'],
  );
});

test('what is no good answer for the schema alone is told in the words of the server', async () => {
  const definition = sampleDefinition('1.001193');
  const page = definition.form.pages.find(({ id }) => judgedPage(definition.form, id));
  assert.ok(page);
  const made = await scriptOf(definition, page);
  assert.ok(made);
  const [question] = made.judged.page.questions;
  const refusesAll = Object.assign(() => false, { errors: [{ instancePath: `/${question?.id}` }] });
  const said = verdict(made.page, refusesAll, fillPage(page, {}, { today, lists, facts }, seededPick(1)), {
    today,
    facts,
    answers: {},
  });
  assert.match(JSON.stringify(said), /Câu trả lời này chưa hợp lệ/);
});

test('the scripts of a page stay within their budget; one that does not is left out', async () => {
  const served = new Map<string, Asset>();
  const log = { error: (fields: object) => assert.fail(JSON.stringify(fields)) };
  const heavy: string[] = [];
  let largest = 0;
  const shared = await checkScript(root);
  const { assetOf } = await import('#platform/http');
  const asset = await assetOf('check.js', { type: 'text/javascript', text: shared });
  served.set(asset.path, asset);
  const checks = makePageChecks({ root, served, beside: [asset.path], log });
  for (const code of ['1.001193', '1.004222', '1.001612']) {
    const definition = sampleDefinition(code);
    await checks.prepare(definition);
    for (const { id } of definition.form.pages) {
      if (!judgedPage(definition.form, id)) continue;
      const found = checks.find(definition, id);
      const size = found && served.get(found.src)?.brotli.length;
      if (size === undefined) heavy.push(`${code} ${id}`);
      else largest = Math.max(largest, size);
    }
  }
  assert.deepEqual(heavy, []);
  assert.ok(
    asset.brotli.length + largest < scriptBudget - 4_000,
    `${asset.brotli.length} + ${largest} bytes`,
  );
  const none = makePageChecks({
    root,
    served: new Map([['x', { ...asset, brotli: Buffer.alloc(scriptBudget) }]]),
    beside: ['x'],
    log,
  });
  const definition = sampleDefinition('1.001193');
  await none.prepare(definition);
  assert.equal(none.find(definition, definition.form.pages[0]?.id ?? ''), undefined);
});
