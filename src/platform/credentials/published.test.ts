import assert from 'node:assert/strict';
import { test } from 'node:test';
import { must } from '#test/small-issuing';
import { sha256 } from './bytes.ts';
import { uncover } from './sd-jwt.ts';
import { packStatuses, unpackStatuses } from './status-list.ts';

test('disclosures and digests of RFC 9901 §4.2 and §5.1', async () => {
  for (const [disclosure, digest, ...told] of [
    [
      'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0',
      'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0',
      'family_name',
      'Möbius',
    ],
    [
      'WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd',
      'jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4',
      'given_name',
      'John',
    ],
    [
      'WyJlbHVWNU9nM2dTTklJOEVZbnN4QV9BIiwgImZhbWlseV9uYW1lIiwgIkRvZSJd',
      'TGf4oLbgwd5JQaHyKVQZU9UdGE0w5rtDsrZzfUaomLo',
      'family_name',
      'Doe',
    ],
  ] as const) {
    assert.equal(await sha256(disclosure), digest);
    const { claims, disclosed } = must(await uncover({ _sd: [digest] }, [disclosure]));
    assert.deepEqual(claims, { [told[0]]: told[1] });
    assert.deepEqual(disclosed, [told[0]]);
  }
  const element = 'WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0';
  const digest = 'w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs';
  const { claims } = must(await uncover({ nationalities: ['DE', { '...': digest }] }, [element]));
  assert.deepEqual(claims, { nationalities: ['DE', 'FR'] });
});

test('status lists of draft-ietf-oauth-status-list §4', async () => {
  for (const { bits, lst, list } of [
    { bits: 1, lst: 'eNrbuRgAAhcBXQ', list: [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1] },
    { bits: 2, lst: 'eNo76fITAAPfAgc', list: [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3] },
  ] as const) {
    const at = await unpackStatuses(lst, bits);
    assert.deepEqual(
      list.map((_, index) => at?.(index)),
      list,
    );
    assert.equal(at?.(list.length), undefined);
    const packed = await unpackStatuses(await packStatuses(list, bits), bits);
    assert.deepEqual(
      list.map((_, index) => packed?.(index)),
      list,
    );
  }
});

test('a list that is cut, or grows without end, is not read', async () => {
  const { deflateSync } = await import('node:zlib');
  assert.equal(await unpackStatuses('eNrbuRgAAhcB', 1), undefined);
  assert.equal(await unpackStatuses('eNrbuRgAAhcBXQAA', 1), undefined);
  const bomb = deflateSync(Buffer.alloc(40_000_000)).toString('base64url');
  assert.equal(await unpackStatuses(bomb, 1), undefined);
});
