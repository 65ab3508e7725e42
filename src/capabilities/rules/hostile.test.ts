import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileDecisions, compileFeel, decide, feelLimits, readDmn } from './index.ts';
import { dmnXml, tableXml } from './testing/a-table.ts';

const times = (text: string, count: number): string => text.repeat(count);
const fill = (text: string): string => times(text, Math.floor(feelLimits.characters / text.length));

/** Name, text, and the code it is refused with. */
const expressions: readonly [string, string, string][] = [
  ['loops', 'for i in 1..1000000, j in 1..1000000 return i', 'feel-too-costly'],
  ['loops over its own results', 'for i in [1, 2] return partial[-1] + partial[-1]', 'feel-partial'],
  [
    'doubles',
    `{a0: "xxxxxxxx", ${Array.from({ length: 40 }, (_, at) => `a${at + 1}: a${at} + a${at}`).join(', ')}}`,
    'feel-too-costly',
  ],
  ['nests 10,000 deep', times('(', 10_000) + '1' + times(')', 10_000), 'feel-too-big'],
  ['nests as deep as fits', times('(', 900) + '1' + times(')', 900), 'feel-too-big'],
  ['is a megabyte of text', `"${times('x', 1_000_000)}"`, 'feel-too-big'],
  ['is a megabyte of names', times('a ', 500_000), 'feel-too-big'],
  ['negates without end', fill('-'), 'feel-too-big'],
  ['opens contexts', fill('{a:'), 'feel-too-big'],
  ['is made of words', fill('ầ ').trim(), 'feel-too-big'],
  ['chains as many paths as fit', `a${times('.a', 140)}`, 'feel-too-deep'],
  ['chains paths', `a${times('.a', 500)}`, 'feel-too-big'],
];

/** Work on this thread, the best of a few tries: what else the machine does must not count. */
async function shortest(run: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3; turn += 1) {
    const began = process.threadCpuUsage();
    await run();
    const { user, system } = process.threadCpuUsage(began);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

for (const [name, text, code] of expressions)
  test(`An expression that ${name} is refused within 50 ms`, async () => {
    const outcome = compileFeel(text);
    assert.equal(outcome.ok || outcome.refusal.code, code);
    const ms = await shortest(() => compileFeel(text));
    assert.ok(ms < 50, `${ms.toFixed(1)} ms`);
  });

const table = tableXml({
  inputs: [{ text: 'a' }],
  outputs: [{ name: 'b' }],
  rows: Array.from({ length: 60_000 }, () => ['-', '1']),
});
const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><definitions>&b;</definitions>`;
const files: readonly [string, string, string][] = [
  ['10 MB', table.padEnd(10_000_000), 'xml-too-big'],
  ['an entity bomb', bomb, 'xml-doctype'],
  [
    'an entity bomb behind a comment',
    dmnXml(`<!-- ${times('x', 900_000)} -->`).replace('<definitions', '<!doctype x><definitions'),
    'xml-doctype',
  ],
  ['10,000 levels', dmnXml(times('<decision>', 10_000)), 'xml-too-big'],
  ['100,000 empty elements', dmnXml(times('<a/>', 100_000)), 'xml-too-big'],
  ['a comment that never ends', `<definitions><!--${times('<', 900_000)}`, 'xml-syntax'],
  ['no XML', 'hello', 'xml-syntax'],
];

for (const [name, xml, code] of files)
  test(`A DMN file with ${name} is refused within 50 ms`, async () => {
    const outcome = await readDmn(xml);
    assert.equal(outcome.ok || outcome.refusal.code, code);
    const ms = await shortest(() => readDmn(xml));
    assert.ok(ms < 50, `${ms.toFixed(1)} ms`);
  });

test('A chain of decisions that each double a text is refused when it has grown too large', async () => {
  const links = Array.from({ length: 40 }, (_, at) => {
    const need =
      at === 0
        ? ''
        : `<informationRequirement><requiredDecision href="#d${at - 1}"/></informationRequirement>`;
    const text = at === 0 ? '"xxxxxxxx"' : `d${at - 1} + d${at - 1}`;
    return `<decision id="d${at}" name="d${at}">${need}<literalExpression><text>${text}</text></literalExpression></decision>`;
  });
  const model = await readDmn(dmnXml(...links));
  const compiled = model.ok ? compileDecisions(model.value) : model;
  assert.ok(compiled.ok);
  const outcome = decide(compiled.value, 'd39', {});
  assert.equal(outcome.ok || outcome.refusal.code, 'dmn-value-too-large');
  assert.ok(decide(compiled.value, 'd5', {}).ok);
});
