import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localPath } from './local-path.ts';
import { settingCookie } from './settings.page.ts';

test('only paths of our own are gone back to', () => {
  for (const good of ['/', '/thu-tuc?q=khai+sinh', '/tra-cuu/H01.1-261125-0001#phi'])
    assert.equal(localPath(good), good);
  for (const bad of [
    undefined,
    '',
    'thu-tuc',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\tx',
    '/a\\b',
    '/cai-dat?nen=toi',
  ])
    assert.equal(localPath(bad), '/', String(bad));
  assert.equal(localPath('/cua-toi/ho-so/A/bo-sung?_csrf=abc&x=1'), '/cua-toi/ho-so/A/bo-sung?x=1');
});

test('whatever is asked, a browser stays at this origin', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('/', '\\', ':', '.', 'a', '\t', '@', '?', '#', '%2f', 'h') }),
      (path) => {
        assert.equal(new URL(localPath(path), 'https://here.example').origin, 'https://here.example');
      },
    ),
  );
});

test('one known setting becomes one cookie of the whole site', () => {
  assert.match(settingCookie({ 'ngon-ngu': 'en' }) ?? '', /^mc-lang=en; Path=\/; .*Secure/);
  assert.match(settingCookie({ chu: 'lon' }) ?? '', /^mc-large=1;/);
  assert.match(settingCookie({ nen: 'toi' }) ?? '', /^mc-theme=dark;/);
  assert.equal(settingCookie({ nen: 'xanh', 'ngon-ngu': 'fr\r\nX: 1' }), undefined);
  assert.equal(settingCookie({}), undefined);
});
