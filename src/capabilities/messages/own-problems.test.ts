import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { type Moment, ownMoments, wordsOf } from './moments.ts';
import { keyOfMessage, momentOfKey, ownMessageProblems } from './own-problems.ts';
import { loadMessageTemplates, type Words } from './templates.ts';

const shelf = loadMessageTemplates(path.resolve(import.meta.dirname, '../../../samples/messages'));
const good = {
  moment: 'accepted',
  version: 1,
  title: { vi: 'Hồ sơ {code} đã nhận', en: 'Dossier {code} taken' },
  body: { vi: 'Hẹn trả {due}. Mời bạn xem {link}', en: 'Promised {due}. See {link}' },
};
const codes = (change: object, key = 'message-accepted') =>
  ownMessageProblems(key, { ...good, ...change }).map(({ code, at }) => `${code} ${at}`.trim());
const words = (moment: Moment): Words<Moment> =>
  Object.fromEntries(wordsOf(moment).map((word) => [word, `<${word}>`])) as never;

test('every common message may be copied as it is', () => {
  for (const moment of ownMoments)
    assert.deepEqual(ownMessageProblems(keyOfMessage(moment), shelf.template(moment)), [], moment);
});

test('a missing language, an unknown word, a person in the subject and too many letters are named', () => {
  assert.deepEqual(codes({}), []);
  assert.deepEqual(codes({ title: { vi: 'A' } }), ['message-language title.en']);
  assert.deepEqual(codes({ body: { ...good.body, vi: ' ' } }), ['message-language body.vi']);
  assert.deepEqual(codes({ body: { ...good.body, en: '{secret}' } }), ['message-hole-unknown body.en']);
  assert.deepEqual(codes({ title: { ...good.title, vi: '{due}' } }), ['message-hole-unknown title.vi']);
  assert.deepEqual(codes({ title: { ...good.title, vi: 'x'.repeat(91) } }), ['message-too-long title.vi']);
  assert.deepEqual(codes({ body: { ...good.body, vi: 'x'.repeat(2001) } }), ['message-too-long body.vi']);
  assert.deepEqual(codes({ moment: 'returned' }), ['message-unreadable']);
  assert.deepEqual(codes({}, 'message-near-due'), ['message-unasked'], 'a reminder is the office’s own');
  assert.equal(momentOfKey('01'), undefined);
});

test('a procedure speaks in its own words, for its own moments, with the law’s form beside them', () => {
  const own = { 'message-accepted': { ...good, paper: '99' }, 'message-declined': { moment: 'declined' } };
  const mixed = shelf.with(own);
  assert.equal(shelf.with(own), mixed, 'read once');
  const accepted = mixed.write('accepted', words('accepted'));
  assert.equal(accepted.title.vi, 'Hồ sơ <code> đã nhận');
  assert.equal(accepted.paper, '01');
  for (const moment of ownMoments.filter((each) => each !== 'accepted'))
    assert.deepEqual(mixed.write(moment, words(moment)), shelf.write(moment, words(moment)), moment);
});
