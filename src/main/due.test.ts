import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { runDue } from './due.ts';

async function run(pieces: readonly (string | Uint8Array)[]): Promise<{ code: number; lines: string[] }> {
  let text = '';
  const output = new Writable({
    write(piece, _encoding, next) {
      text += piece;
      next();
    },
  });
  async function* input() {
    yield* pieces;
  }
  const code = await runDue(input(), output);
  return { code, lines: text.split('\n') };
}

const line = '{"received":"2026-10-02T09:00","time":{"value":3,"unit":"working_day"}}';
const answer = '{"due_end_of_day":"2026-10-07","due_to_the_minute":"2026-10-07T09:00"}';

test('answers each line in order, however the input is cut, with or without a last line break', async () => {
  assert.deepEqual(await run([`${line}\n${line}`]), { code: 0, lines: [answer, answer, ''] });
  const bytes = new TextEncoder().encode(`\ufeff${line}\r\n${line}\n`);
  const cut = Array.from(bytes, (byte) => Uint8Array.of(byte));
  assert.deepEqual(await run(cut), { code: 0, lines: [answer, answer, ''] });
  assert.deepEqual(await run([]), { code: 0, lines: [''] });
});

test('answers null where a convention has no meaning', async () => {
  const { lines } = await run([
    '{"received":"2026-10-02T09:00","time":{"value":1,"unit":"month"}}\n',
    '{"received":"2026-10-02T09:00","time":{"value":4,"unit":"hour"}}\n',
  ]);
  assert.deepEqual(lines, [
    '{"due_end_of_day":"2026-11-02","due_to_the_minute":null}',
    '{"due_end_of_day":null,"due_to_the_minute":"2026-10-02T15:00"}',
    '',
  ]);
});

test('a bad line gets a sentence in its place and the exit code is 1', async () => {
  const bad = [
    'nonsense',
    '',
    'null',
    '[]',
    '{}',
    '{"received":"2026-02-30T09:00","time":{"value":1,"unit":"day"}}',
    '{"received":"2026-02-03T24:00","time":{"value":1,"unit":"day"}}',
    '{"received":"2026-02-03T09:00"}',
    '{"received":"2026-02-03T09:00","time":{"value":-1,"unit":"day"}}',
    '{"received":"2026-02-03T09:00","time":{"value":1,"unit":"week"}}',
    '{"received":"2026-02-03T09:00","time":{"value":1e999,"unit":"day"}}',
    '{"received":"1890-02-03T09:00","time":{"value":1,"unit":"day"}}',
  ];
  const { code, lines } = await run([`${line}\n${bad.join('\n')}\n${line}\n`]);
  assert.equal(code, 1);
  assert.equal(lines.length, bad.length + 3);
  assert.equal(lines[0], answer);
  assert.equal(lines.at(-2), answer);
  for (const [i, text] of lines.slice(1, -2).entries()) {
    const { error } = JSON.parse(text) as { error: string };
    assert.match(error, /^.*[a-z].*\.$/, bad[i]);
  }
});

test('says so when the holidays of a year are not known', async () => {
  const { code, lines } = await run(['{"received":"2031-02-03T09:00","time":{"value":1,"unit":"day"}}']);
  assert.equal(code, 0);
  assert.equal(JSON.parse(lines[0] ?? '').calendar_known, false);
});

test('100,000 lines take seconds, not minutes', { timeout: 20_000 }, async () => {
  const { code, lines } = await run(Array.from({ length: 100 }, () => `${line}\n`.repeat(1000)));
  assert.equal(code, 0);
  assert.equal(lines.length, 100_001);
});
