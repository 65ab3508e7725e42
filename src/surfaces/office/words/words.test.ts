import assert from 'node:assert/strict';
import test from 'node:test';
import { actRules, intents, stages } from '#capabilities/dossiers';
import { officerActs, officerIntents } from './acts.ts';
import { keysOf, listKeys, lists } from './lists.ts';
import { sayIn } from './say.ts';
import { span } from './time.ts';

test('every act that officers do has words, an address and a key; those of others have none', () => {
  const officers = intents.filter(
    // Taking back is offered where the act was done, not among the acts of a dossier.
    (intent) =>
      intent !== 'undo' && !['citizen', 'citizen-or-system', 'system'].includes(actRules[intent].place),
  );
  assert.deepEqual([...officerIntents].sort(), [...officers].sort());
  assert.equal(new Set(officerIntents.map((intent) => officerActs[intent].slug)).size, officerIntents.length);
});

test('no two acts that one stage allows answer to the same key, nor to a key of the frame (G, J, K, N)', () => {
  for (const stage of stages) {
    const keys = officerIntents
      .filter((intent) => actRules[intent].stages.includes(stage))
      .map((intent) => officerActs[intent].key);
    const twice = keys.filter((key, i) => keys.indexOf(key) !== i);
    assert.deepEqual(twice, [], `${stage}: ${twice.join(' ')}`);
    assert.ok(
      keys.every((key) => /^[A-Z0]$/.test(key) && !'GJKN'.includes(key)),
      `${stage}: ${keys.join(' ')}`,
    );
  }
});

test('lists have addresses of their own', () => {
  assert.equal(new Set(listKeys.map((key) => lists[key].slug)).size, listKeys.length);
});

test('every list has two strokes of its own, apart from those of the desk and of absence', () => {
  const strokes = [...listKeys.map(keysOf), 'G H', 'G V'];
  assert.equal(new Set(strokes).size, strokes.length, strokes.join(', '));
  for (const each of strokes) assert.match(each, /^G [A-Z]$/);
});

test('a span says no more than is useful', () => {
  const say = sayIn('vi');
  assert.equal(span(0, 45, say), '45 phút');
  assert.equal(span(0, 60, say), '1 giờ');
  assert.equal(span(0, 95, say), '1 giờ 35 phút');
  assert.equal(span(0, 370, say), '6 giờ');
  assert.equal(span(1, 190, say), '1 ngày 3 giờ');
  assert.equal(span(2, 10, say), '2 ngày');
  assert.equal(span(14, 300, say), '14 ngày');
  assert.equal(span(0, 0, say), '0 phút');
});
