import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentsNamed, readPaperPasses } from './passed-papers.ts';

test('papers are named by id or result code, here and there', () => {
  assert.deepEqual(readPaperPasses('khai-tu'), [{ from: 'khai-tu', to: 'khai-tu' }]);
  assert.deepEqual(readPaperPasses(' khai-tu , KQ.G15.000034 = chung-minh '), [
    { from: 'khai-tu', to: 'khai-tu' },
    { from: 'KQ.G15.000034', to: 'chung-minh' },
  ]);
  for (const bad of [
    '',
    ',',
    'a,',
    'a=',
    '=b',
    'a=b=c',
    'giấy',
    'a b',
    '__proto__',
    Array(40).fill('a').join(','),
  ])
    assert.equal(readPaperPasses(bad), undefined, bad);
  const documents = [
    { id: 'khai-tu', satisfiedBy: 'KQ.G15.000034' },
    { id: 'ban-sao', satisfiedBy: 'KQ.G15.000034' },
    { id: 'KQ.G15.000034x' },
  ];
  const ids = (wanted: string) => documentsNamed({ documents }, wanted).map(({ id }) => id);
  assert.deepEqual(ids('khai-tu'), ['khai-tu']);
  assert.deepEqual(ids('KQ.G15.000034'), ['khai-tu', 'ban-sao']);
  assert.deepEqual(ids('khong-co'), []);
});

test('what is written is read again', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/);
  fc.assert(
    fc.property(
      fc.array(fc.record({ from: word, to: word }, { noNullPrototype: true }), {
        minLength: 1,
        maxLength: 30,
      }),
      (passes) => {
        const text = passes.map(({ from, to }) => `${from}=${to}`).join(', ');
        assert.deepEqual(readPaperPasses(text), passes);
      },
    ),
  );
});
