import assert from 'node:assert/strict';
import test from 'node:test';
import { aMinistry, type MinistryVisitor } from '#test/ministry';
import { territoryTold } from '#test/ministry-words';

const house = await aMinistry();
const told = await territoryTold(house);
const code = '1.003462';

/** Everybody who sees other pages than the one before. */
const visitors: readonly (MinistryVisitor | undefined)[] = [
  undefined,
  { person: 3 },
  { seat: 'bo 9' },
  { seat: 'bo 10' },
  { seat: 'mot-cua-bo 1' },
  { seat: 'mot-cua-bo 2' },
  { seat: 'cuc-chan-nuoi-thu-y 3' },
  { seat: 'cuc-chan-nuoi-thu-y 4' },
];
const isPage = (text: string): boolean => /^\s*<!doctype html>/i.test(text);

test('what a territory says would be noticed', () => {
  assert.match(told('<p>Bất kỳ trung tâm nào trong tỉnh</p>') ?? '', /tỉnh/);
  assert.match(told('<p>Sign in with the province’s account</p>') ?? '', /province/);
  assert.match(told('<button>Chọn xã, phường</button>') ?? '', /xã/);
  assert.equal(told('<p>Hợp tác xã và doanh nghiệp</p>'), undefined);
});

/** First visitor who may see it. */
async function look(address: string, language: 'vi' | 'en') {
  for (const visitor of visitors) {
    const page = await house.visit(address, visitor, undefined, language);
    if (page.status === 200) return page;
    // Bad input or a page that leads elsewhere does so for everybody.
    if (![401, 403, 303].includes(page.status)) return undefined;
  }
  return undefined;
}

async function silent(addresses: readonly string[]): Promise<number> {
  const faults: string[] = [];
  let seen = 0;
  for (const address of addresses)
    for (const language of ['vi', 'en'] as const) {
      const page = await look(address, language);
      if (!page || !isPage(page.text)) continue;
      seen++;
      const found = told(page.text);
      if (found !== undefined) faults.push(`${address} (${language}): …${found}…`);
    }
  assert.deepEqual(faults, [], 'speaks of a territory');
  return seen;
}

test('no page that opens by itself speaks of a territory, in either language', async () => {
  const addresses = house.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes(':') && path !== '/thanh-phan')
    .map(({ path }) => path);
  const seen = await silent([
    ...new Set(addresses),
    '/thu-tuc?q=thu+y',
    '/thu-tuc?q=zzz',
    `/thu-tuc/${code}`,
    `/thu-tuc/${code}/lich-su`,
    `/nop-ho-so/bat-dau/${code}`,
    `/mot-cua/quay/${code}`,
    `/thiet-ke/thu-tuc/${code}`,
  ]);
  assert.ok(seen >= 60, `${seen} pages were looked at`);
});

test('the designer of a ministry speaks of no territory, whatever a draft is begun from', async () => {
  const pages = house.routes
    .filter(({ method, path }) => method === 'GET' && /^\/thiet-ke\/:draft(\/[^:]*)?$/.test(path))
    .map(({ path }) => path);
  assert.ok(pages.length >= 12, pages.join(' '));
  for (const [own, from] of [
    ['1.002391', 'current'],
    ['1.002554', 'national'],
    ['1.002992', 'empty'],
  ] as const) {
    const begun = await house.visit('/thiet-ke', { seat: 'bo 9' }, { _ma: own, _tu: from });
    assert.equal(begun.status, 303, begun.text);
    const seen = await silent(pages.map((path) => path.replace('/thiet-ke/:draft', begun.location)));
    assert.ok(seen >= 20, `${from}: ${seen} pages were looked at`);
  }
});

test('a draft from the record of a ministry names the department that the record names', async () => {
  const begun = await house.visit('/thiet-ke', { seat: 'bo 9' }, { _ma: '1.007924', _tu: 'national' });
  const general = await house.visit(`${begun.location}/chung`, { seat: 'bo 9' });
  assert.match(general.text, /<option value="cuc-trong-trot-bvtv" selected/);
  assert.doesNotMatch(general.text, /name="_theo-cau"/);
});
