import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Together } from './together.ts';

interface Wish {
  readonly word: string;
}
interface Row {
  readonly n: number;
  readonly said: string;
}
const away = new Error('away');

/** Statements that answer when the test says so. */
function aRun(sideBySide = 2) {
  const groups: { readonly words: readonly string[]; answer(): void; fail(error: Error): void }[] = [];
  const together = new Together<Wish, Row>(
    (all) =>
      new Promise((resolve, reject) => {
        groups.push({
          words: all.map(({ word }) => word),
          // In the opposite order: an answer is known by its number.
          answer: () => resolve(all.map(({ word }, n) => ({ n, said: `${word}!` })).reverse()),
          fail: reject,
        });
      }),
    (error) => error === away,
    sideBySide,
  );
  return { groups, ask: (word: string) => together.ask({ word }) };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('who asks in one turn travels together, and each hears its own answer', async () => {
  const { groups, ask } = aRun();
  const said = Promise.all(['a', 'b', 'c'].map(ask));
  await turn();
  assert.deepEqual(
    groups.map(({ words }) => words),
    [['a', 'b', 'c']],
  );
  groups[0]?.answer();
  assert.deepEqual(
    (await said).map((row) => row?.said),
    ['a!', 'b!', 'c!'],
  );
});

test('what writes goes one after the other, until patience ends', async () => {
  const { groups, ask } = aRun(1);
  const all = [ask('a')];
  await turn();
  all.push(ask('b'), ask('c'));
  await turn();
  assert.equal(groups.length, 1);
  groups[0]?.answer();
  await all[0];
  assert.deepEqual(
    groups[1]?.words,
    ['b', 'c'],
    'the next are on their way before the first hear their answer',
  );
  all.push(ask('d'));
  await sleep(20);
  assert.deepEqual(groups[2]?.words, ['d'], 'nobody waits long behind a statement that is held up');
  for (const { answer } of groups) answer();
  assert.equal((await Promise.all(all)).length, 4);
});

test('while two statements are on their way, others wait for one of them and then go together', async () => {
  const { groups, ask } = aRun();
  const all = [ask('a')];
  await turn();
  all.push(ask('b'));
  await turn();
  all.push(ask('c'));
  await turn();
  assert.equal(groups.length, 2);
  all.push(ask('d'));
  groups[0]?.answer();
  await turn();
  await turn();
  assert.deepEqual(groups.at(-1)?.words, ['c', 'd']);
  for (const group of groups) group.answer();
  assert.deepEqual(
    (await Promise.all(all)).map((row) => row?.said),
    ['a!', 'b!', 'c!', 'd!'],
  );
});

test('a statement that is held up does not hold up those who come later', async () => {
  const { groups, ask } = aRun();
  const held = [ask('held 1')];
  await turn();
  held.push(ask('held 2'));
  await turn();
  const late = ask('late');
  for (let tries = 0; tries < 200 && groups.length < 3; tries++) await sleep(5);
  assert.deepEqual(groups[2]?.words, ['late']);
  groups[2]?.answer();
  assert.equal((await late)?.said, 'late!');
  for (const group of groups) group.answer();
  await Promise.all(held);
});

test('a refused statement is asked again for each alone, and only the one who caused it hears of it', async () => {
  const together = new Together<Wish, Row>(
    (all) =>
      all.some(({ word }) => word === 'bad')
        ? Promise.reject(new Error('refused'))
        : Promise.resolve(all.map(({ word }, n) => ({ n, said: word }))),
    (error) => error === away,
    2,
  );
  const settled = await Promise.allSettled(['a', 'bad', 'c'].map((word) => together.ask({ word })));
  assert.deepEqual(
    settled.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  assert.equal((await together.ask({ word: 'after' }))?.said, 'after');
});

test('when the database is away nobody is asked again: all hear it', async () => {
  const { groups, ask } = aRun();
  const all = Promise.allSettled(['a', 'b'].map(ask));
  await turn();
  groups[0]?.fail(away);
  for (const each of await all) assert.deepEqual(each, { status: 'rejected', reason: away });
  assert.equal(groups.length, 1);
});

test('while nothing comes back, those without room hear it with the first who hear it', async () => {
  const { groups, ask } = aRun();
  const all = [];
  for (let n = 0; n < 8; n++) {
    all.push(ask(`on the way ${n}`));
    for (let tries = 0; tries < 100 && groups.length <= n; tries++) await sleep(2);
  }
  all.push(ask('without room'));
  await sleep(10);
  assert.equal(groups.length, 8);
  groups[0]?.fail(away);
  assert.deepEqual(await Promise.allSettled([all[0], all[8]]), [
    { status: 'rejected', reason: away },
    { status: 'rejected', reason: away },
  ]);
  for (const group of groups) group.answer();
  await Promise.allSettled(all);
});

test('no answer is no answer', async () => {
  const together = new Together<Wish, Row>(
    () => Promise.resolve([{ n: 1, said: 'b!' }]),
    () => false,
    2,
  );
  const [a, b] = await Promise.all(['a', 'b'].map((word) => together.ask({ word })));
  assert.equal(a, undefined);
  assert.equal(b?.said, 'b!');
});

test('more than sixty-four go in several statements', async () => {
  const { groups, ask } = aRun();
  const all = Promise.all(Array.from({ length: 150 }, (_, n) => ask(String(n))));
  for (let tries = 0; tries < 100 && groups.flatMap(({ words }) => words).length < 150; tries++) {
    await turn();
    for (const group of groups) group.answer();
  }
  assert.ok(groups.every(({ words }) => words.length <= 64));
  assert.equal(new Set((await all).map((row) => row?.said)).size, 150);
});
