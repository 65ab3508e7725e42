import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { isMailAddress } from './commands/send-notice.ts';
import { type Moment, momentNames, wordsOf } from './moments.ts';
import { loadMessageTemplates, type Words } from './templates.ts';

const shipped = path.resolve(import.meta.dirname, '../../../samples/messages');
const shelf = loadMessageTemplates(shipped);
const folder = mkdtempSync(path.join(tmpdir(), 'mc-messages-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const allWords = (moment: Moment): Words<Moment> =>
  Object.fromEntries(wordsOf(moment).map((word) => [word, { vi: `<${word}>`, en: `«${word}»` }])) as never;

/** The shipped templates with one of them changed. */
function spoilt(moment: string, change: (text: string) => string): string {
  cpSync(shipped, folder, { recursive: true });
  const file = path.join(folder, `${moment}.json`);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  return folder;
}

describe('the shipped messages', () => {
  for (const moment of momentNames) {
    it(`speak of "${moment}" in both languages, with no gap left open`, () => {
      const { title, body } = shelf.write(moment, allWords(moment));
      for (const text of [title.vi, title.en ?? '', body.vi, body.en ?? '']) {
        assert.notEqual(text, '');
        assert.doesNotMatch(text, /[{}]/);
      }
      // Where there is no dossier yet, there is no code.
      if (moment !== 'sign-asked' && moment !== 'sign-answered') assert.match(title.vi, /<code>/);
      assert.match(body.vi, /<link>/);
      for (const word of wordsOf(moment)) {
        if (['code', 'unit', 'procedure'].includes(word)) continue;
        assert.ok(body.vi.includes(`<${word}>`), `the Vietnamese body of ${moment} does not say ${word}`);
        assert.ok(body.en?.includes(`«${word}»`), `the English body of ${moment} does not say ${word}`);
      }
    });
  }
  it('keep their subjects short and free of everything but the code', () => {
    for (const moment of momentNames) {
      const { title } = shelf.write(moment, allWords(moment));
      assert.doesNotMatch(`${title.vi}${title.en}`, /<(?!code>)|«(?!code»)/);
      assert.ok(title.vi.length < 70);
    }
  });
  it('leave out a line whose only word is empty', () => {
    const words = { code: 'H01', procedure: '', unit: 'UBND', link: 'https://x', reason: '' };
    const { body } = shelf.write('declined', words);
    assert.doesNotMatch(body.vi, /Lý do/);
    assert.match(body.vi, /https:\/\/x/);
  });
});

describe('a spoilt template is refused at start', () => {
  it('with a word its moment does not know', () =>
    assert.throws(
      () => loadMessageTemplates(spoilt('returned', (text) => text.replaceAll('{link}', '{secret}'))),
      /returned asks for \{secret\}/,
    ));
  it('with a personal word in the subject', () =>
    assert.throws(
      () => loadMessageTemplates(spoilt('declined', (text) => text.replace('Hồ sơ {code}', '{reason}'))),
      /title of the message template declined/,
    ));
  it('when a moment is missing', () => {
    cpSync(shipped, folder, { recursive: true });
    rmSync(path.join(folder, 'apology.json'));
    assert.throws(() => loadMessageTemplates(folder), /apology\.json is missing/);
  });
});

it('an address is one mailbox and nothing else', () => {
  for (const good of ['an@example.vn', 'nguyen.an+mc@mail.example.com.vn'])
    assert.ok(isMailAddress(good), good);
  for (const bad of [
    '',
    'an',
    'an@',
    '@x.vn',
    'an@x',
    'an@x.vn\r\nBcc: b@x.vn',
    'an@x.vn,b@x.vn',
    'An <an@x.vn>',
    'an @x.vn',
  ])
    assert.ok(!isMailAddress(bad), bad);
});
