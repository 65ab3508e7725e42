import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { safeReturn } from './return-to.ts';

test('our own paths come back as they are', () => {
  for (const path of [
    '/',
    '/cua-toi',
    '/nop/1.001193?b=2&c=%2F%2F#cuoi',
    '/thu-tuc?q=//evil.example',
    '/a//b',
  ])
    assert.equal(safeReturn(path, '/x'), path);
});

test('whatever leads away, or round in a ring, falls back', () => {
  for (const bad of [
    undefined,
    '',
    'cua-toi',
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\u0000//evil.example',
    ' //evil.example',
    '/a\\..\\..\\evil',
    '/.//evil.example',
    '/..//evil.example',
    '/%0d%0aSet-Cookie:a=b\r\n',
    'javascript:alert(1)',
    'data:text/html,x',
    '/dang-nhap?ve=/',
    '/dang-xuat',
    '/mot-cua/dang-nhap/ve?code=1',
    `/${'a'.repeat(500)}`,
  ])
    assert.equal(safeReturn(bad, '/x'), '/x', JSON.stringify(bad));
});

test('no text whatever leaves the origin', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '@',
    ':',
    '?',
    '#',
    '%2f',
    '%5c',
    '\t',
    'evil.example',
    'http:',
    ' ',
    '\u2028',
    'a',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const to = safeReturn(pieces.join(''), '/x');
      assert.equal(new URL(to, 'https://motcua.example.vn').origin, 'https://motcua.example.vn');
    }),
    { numRuns: 3000 },
  );
});
