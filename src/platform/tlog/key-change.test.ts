import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followsFrom, openKeyChange, writeKeyChange } from './key-change.ts';
import { makeKey, readSigner } from './keys.ts';

const origin = 'log.example/angiang';
const key = (name = origin, type: 1 | 4 = 1) => readSigner(makeKey(name, type).secret) ?? assert.fail(name);
const [a, b, c] = [key(), key(), key()];
const change = { origin, old: a.text, next: b.text, size: 7 };
const note = writeKeyChange(change, [b, a]);
const open = (text: string): unknown => {
  const opened = openKeyChange(text);
  return opened.ok ? opened.value : opened.refusal.code;
};

test('a change says what it is, and whether the old key has signed it', () => {
  assert.deepEqual(open(note), { ...change, byOld: true });
  assert.deepEqual(open(writeKeyChange(change, [b])), { ...change, byOld: false });
});

test('without the new key, of another log, of a witness or written otherwise it is none', () => {
  const other = key('log.example/other');
  const witness = key(origin, 4);
  for (const odd of [
    writeKeyChange(change, [a]),
    writeKeyChange(change, [c]),
    writeKeyChange({ ...change, next: other.text }, [other, a]),
    writeKeyChange({ ...change, next: witness.text }, [witness, a]),
    writeKeyChange({ ...change, origin: 'log.example/other' }, [b, a]),
    writeKeyChange({ ...change, size: -1 }, [b, a]),
    writeKeyChange({ ...change, size: 1.5 }, [b, a]),
    note.replace('\n7\n', '\n8\n'),
    note.replace('\n7\n', '\n7\nmore\n'),
    note.slice(0, -9),
    '',
  ])
    assert.equal(open(odd), 'key-change-odd', odd);
});

test('who knows a key follows as far as each old key has signed', () => {
  const second = writeKeyChange({ origin, old: b.text, next: c.text, size: 9 }, [c, b]);
  assert.ok(followsFrom([a.text], [note, second], c.text));
  assert.ok(followsFrom([b.text], [note, second], c.text));
  assert.ok(!followsFrom([c.text], [note, second], a.text));
  assert.ok(!followsFrom([a.text], [second], c.text));
  assert.ok(!followsFrom([a.text], [writeKeyChange(change, [b]), second], c.text));
  assert.ok(followsFrom([a.text], [], a.text));
});
