import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  answerAsWitness,
  consistencyRanges,
  cosign,
  cosignedAt,
  edgeOf,
  emptyRoot,
  grow,
  type Head,
  hashOf,
  inclusionRanges,
  judgeProof,
  leafHash,
  makeKey,
  openCheckpoint,
  openNote,
  readAsked,
  readNote,
  readProof,
  readSigner,
  readVerifier,
  type Signer,
  signCheckpoint,
  signNote,
  type Tile,
  type Verifier,
  writeAsked,
  writeProof,
} from './index.ts';

/** The key and note of the tests of golang.org/x/mod/sumdb/note (BSD-3-Clause). */
const neumann = {
  verifier: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  secret: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  line: '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};
const key = (name: string, type: 1 | 4 = 1): Signer & { text: string } =>
  readSigner(makeKey(name, type).secret) as never;
const code = (outcome: { ok: boolean; refusal?: { code: string } }): string =>
  outcome.ok ? 'ok' : (outcome.refusal?.code ?? '');

describe('signed notes', () => {
  it('are signed and opened as published', () => {
    assert.equal(
      signNote(neumann.text, [readSigner(neumann.secret) as Signer]),
      `${neumann.text}\n${neumann.line}`,
    );
    assert.equal(
      code(openNote(`${neumann.text}\n${neumann.line}`, [readVerifier(neumann.verifier) as Verifier])),
      'ok',
    );
  });
  it('need a good signature of a known key; unknown ones are passed over, a wrong one of a known key is not', () => {
    const [a, b, c] = [key('a.example/log'), key('b.example/log'), key('c.example/log')];
    const note = signNote('one\n\ntwo\n', [a, b]);
    assert.equal(code(openNote(note, [b.verifier])), 'ok');
    const opened = openNote(note, [a.verifier]);
    assert.equal(opened.ok && opened.value.text, 'one\n\ntwo\n');
    assert.equal(code(openNote(note, [c.verifier])), 'note-unsigned');
    assert.equal(code(openNote(note.replace('two', 'tow'), [a.verifier])), 'note-forged');
    assert.equal(
      code(
        openNote(signNote('x\n', [a]).replace('x\n', 'y\n') + signNote('y\n', [b]).split('\n\n')[1], [
          a.verifier,
          b.verifier,
        ]),
      ),
      'note-forged',
    );
  });
  it('written otherwise are none, and nothing is thrown', () => {
    const note = signNote('one\n', [key('a.example/log')]);
    for (const odd of [
      '',
      '\n',
      'one\n',
      note.slice(0, -1),
      note.replace('—', '-'),
      note.replace('\n\n', '\n'),
      `${note}\u0000\n`,
      note.replace('one', 'o\tne'),
      `${note}more\n`,
    ])
      assert.equal(code(readNote(odd)), 'note-odd', JSON.stringify(odd));
    for (let at = 0; at < note.length; at++) openNote(note.slice(0, at) + note.slice(at + 1), []);
  });
  it('have keys with a name and a number that fit', () => {
    for (const odd of [
      '',
      'a b+00000000+AAAA',
      neumann.verifier.replace('c74f20a3', 'c74f20a4'),
      neumann.verifier.slice(0, -4),
      neumann.verifier.replace('+ARpc', '+BRpc'),
    ])
      assert.equal(readVerifier(odd), undefined, odd);
    assert.equal(readSigner(neumann.secret.replace('c74f', 'c74e')), undefined);
    assert.throws(() => makeKey('a name', 1));
  });
});

/** A log with its key, and how it looks at any size. */
function aLog(size: number, words = 'entry') {
  const signer = key('log.example/angiang');
  const entry = (n: number) => Buffer.from(`${words} ${n}`);
  const tiles = new Map<string, Tile>();
  for (const tile of grow(
    0,
    edgeOf(0) as never,
    Array.from({ length: size }, (_, n) => leafHash(entry(n))),
  ))
    tiles.set(`${tile.level}/${tile.n}`, tile);
  const of = (range: readonly [number, number]) =>
    hashOf(range, ({ level, n }) => (tiles.get(`${level}/${n}`) as Tile).bytes);
  const head = (at: number): Head => ({ size: at, root: at === 0 ? emptyRoot : of([0, at]) });
  const origin = 'log.example/angiang';
  const checkpoint = (at: number, by: Signer = signer): string => signCheckpoint({ origin, ...head(at) }, by);
  return { signer, entry, of, head, origin, checkpoint, log: { origin, keys: [signer.verifier] } };
}

describe('checkpoints and witnesses', () => {
  const own = aLog(600);
  const witness = key('w1.example', 4);
  const ask = (
    old: number,
    size: number,
    last: Head | undefined,
    checkpoint = own.checkpoint(size),
    proof = consistencyRanges(old, size).map(own.of),
  ) =>
    answerAsWitness(writeAsked({ old, proof, checkpoint }), own.log, last, {
      witness,
      seconds: 1_764_000_000,
    });

  it('open only under the key and the origin of the log', () => {
    assert.equal(code(openCheckpoint(own.checkpoint(5), own.log)), 'ok');
    assert.equal(
      code(openCheckpoint(own.checkpoint(5), { ...own.log, origin: 'other.example' })),
      'checkpoint-elsewhere',
    );
    assert.equal(
      code(openCheckpoint(own.checkpoint(5, key('log.example/angiang')), own.log)),
      'note-unsigned',
    );
    for (const text of ['log.example/angiang\n05\nAAAA\n', 'log.example/angiang\n5\n', '\n5\nx\n'])
      assert.equal(code(openCheckpoint(signNote(text, [own.signer]), own.log)), 'checkpoint-odd');
  });
  it('sign what extends what they saw, and keep it', () => {
    const first = ask(0, 10, undefined);
    assert.equal(first.status, 200);
    const next = ask(10, 513, first.seen);
    assert.equal(next.status, 200);
    assert.equal(next.seen?.size, 513);
    assert.equal(ask(513, 513, next.seen).status, 200, 'the same once more');
    const note = readNote(own.checkpoint(513) + next.body);
    assert.ok(note.ok);
    const line = note.value.lines.at(-1);
    assert.ok(line);
    assert.equal(cosignedAt(note.value.text, line, witness.verifier), 1_764_000_000);
    assert.equal(cosignedAt(note.value.text.replace('513', '514'), line, witness.verifier), undefined);
    assert.equal(cosignedAt(note.value.text, line, key('w1.example', 4).verifier), undefined);
  });
  it('refuse everything else by the numbers of the protocol', () => {
    const seen = own.head(10);
    const status = (answer: { status: number }) => answer.status;
    assert.equal(status(answerAsWitness('old x\n\n', own.log, seen, { witness, seconds: 1 })), 400);
    assert.equal(status(ask(600, 20, own.head(600), own.checkpoint(20), [])), 400);
    assert.equal(status(ask(10, 20, seen, own.checkpoint(20, key('log.example/angiang')))), 403);
    assert.equal(
      status(
        answerAsWitness(
          writeAsked({ old: 10, proof: [], checkpoint: own.checkpoint(20) }),
          { ...own.log, origin: 'other' },
          seen,
          { witness, seconds: 1 },
        ),
      ),
      404,
    );
    const behind = ask(5, 20, seen);
    assert.deepEqual(
      [behind.status, behind.body, behind.type, behind.seen],
      [409, '10\n', 'text/x.tlog.size', undefined],
    );
    assert.equal(status(ask(10, 20, seen, own.checkpoint(20), [])), 422);
    const forked = aLog(600, 'another history');
    const fork = signCheckpoint({ origin: own.origin, ...forked.head(20) }, own.signer);
    assert.equal(
      status(ask(10, 20, seen, fork, consistencyRanges(10, 20).map(forked.of))),
      422,
      'the key alone rewrites no history',
    );
    assert.equal(
      status(ask(10, 10, seen, signCheckpoint({ origin: own.origin, ...forked.head(10) }, own.signer), [])),
      409,
    );
  });
  it('read any bytes without throwing', () => {
    const body = writeAsked({
      old: 10,
      proof: consistencyRanges(10, 20).map(own.of),
      checkpoint: own.checkpoint(20),
    });
    assert.ok(readAsked(body).ok);
    for (let at = 0; at < body.length; at += 3)
      assert.notEqual(
        answerAsWitness(body.slice(0, at) + body.slice(at + 1), own.log, own.head(10), {
          witness,
          seconds: 1,
        }).status,
        200,
      );
  });
});

describe('proof files', () => {
  const own = aLog(600);
  const [w1, w2, w3] = [key('w1.example', 4), key('w2.example', 4), key('w3.example', 4)];
  const policy = { ...own.log, witnesses: [w1.verifier, w2.verifier, w3.verifier], least: 2 };
  const signed = (size: number, by: readonly Signer[]) => {
    const note = own.checkpoint(size);
    return (
      note + by.map((witness) => cosign(note.slice(0, note.lastIndexOf('\n\n') + 1), witness, 5)).join('')
    );
  };
  const proof = (index: number, size: number, by: readonly Signer[]) =>
    writeProof({
      index,
      hashes: inclusionRanges(index, size).map(own.of),
      checkpoint: signed(size, by),
      extra: Buffer.from('salt'),
    });

  it('are believed under the key of the log and enough witnesses', () => {
    const text = proof(77, 600, [w1, w3]);
    const judged = judgeProof(text, own.entry(77), policy);
    assert.deepEqual(judged.ok && [judged.value.index, judged.value.size], [77, 600]);
    const read = readProof(text);
    assert.equal(read.ok && Buffer.from(read.value.extra ?? []).toString(), 'salt');
  });
  it('are refused for another entry, too few witnesses, the same witness twice, and a history of their own', () => {
    assert.equal(code(judgeProof(proof(77, 600, [w1, w3]), own.entry(78), policy)), 'not-in-log');
    assert.equal(code(judgeProof(proof(77, 600, [w1]), own.entry(77), policy)), 'witnesses-missing');
    assert.equal(code(judgeProof(proof(77, 600, [w1, w1]), own.entry(77), policy)), 'witnesses-missing');
    assert.equal(
      code(judgeProof(proof(77, 600, [w1, key('w2.example', 4)]), own.entry(77), policy)),
      'witnesses-missing',
    );
    const stolen = aLog(600, 'another history');
    const fork = signCheckpoint({ origin: own.origin, ...stolen.head(600) }, own.signer);
    const forged = writeProof({
      index: 77,
      hashes: inclusionRanges(77, 600).map(stolen.of),
      checkpoint: fork,
    });
    assert.equal(code(judgeProof(forged, stolen.entry(77), policy)), 'witnesses-missing');
  });
  it('are refused after any letter was changed, and never throw', () => {
    const text = proof(77, 600, [w1, w2]);
    const start = text.indexOf('index');
    for (let at = start; at < text.length; at++) {
      const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
      assert.ok(!judgeProof(changed, own.entry(77), policy).ok, `${at}: ${text.slice(at - 5, at + 5)}`);
    }
    for (let at = 0; at < text.length; at++) judgeProof(text.slice(at), own.entry(77), policy);
  });
});
