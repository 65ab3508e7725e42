import assert from 'node:assert/strict';
import { houseDrafts } from './support/house-drafts.ts';
import { addressOf, type Target, traces } from './support/matrix.ts';
import { row } from './support/row.ts';
import { chance, times } from './support/seed.ts';
import { aWholeHouse } from './support/whole-house.ts';

const { house, routes } = await aWholeHouse();
const filed = await house.aDossier({ by: 'citizen1', code: '1.001193' });
const { drafts } = await houseDrafts(house, '1.004873', 2);
const target: Target = {
  code: filed.code,
  draft: drafts[0]?.id ?? '',
  owner: 'citizen1',
  units: ['centreA', 'committeeA'],
  document: '1',
};
const { sessions } = house.people;
const officer = 'officer:one-stop-officer@centreA';
const type = { 'content-type': 'application/x-www-form-urlencoded' };

row(
  'S4',
  'every writing address without a token, with a wrong one, or from elsewhere: 403',
  { small: 30, full: 120 },
  async () => {
    const before = await traces(house);
    // Messages of gateways come from no browser and prove themselves by their seal: row B4.
    const machines = routes.filter((route) => route.machine).map((route) => route.path);
    assert.deepEqual(machines, ['/thanh-toan/thong-bao/:gateway']);
    const posts = routes.filter((route) => route.method === 'POST' && !route.machine);
    assert.ok(posts.length > 20, `${posts.length} writing addresses`);
    let tried = 0;
    for (const route of posts) {
      const { url } = addressOf(route, target);
      for (const who of ['citizen1', officer] as const) {
        const token = await house.cookieOf(who);
        const cookie = `__Host-mc=${token}`;
        const good = { 'x-csrf-token': sessions.csrfFor(token) };
        const forged: Readonly<Record<string, Readonly<Record<string, string>>>> = {
          'no token': { cookie },
          'wrong token': { cookie, 'x-csrf-token': 'A'.repeat(32) },
          'token of another session': { cookie, 'x-csrf-token': sessions.csrfFor('another') },
          'no cookie': { ...good, cookie: '' },
          'foreign origin': { cookie, ...good, origin: 'https://evil.example' },
          'null origin': { cookie, ...good, origin: 'null' },
          'cross-site': { cookie, ...good, 'sec-fetch-site': 'cross-site' },
          'same-site': { cookie, ...good, 'sec-fetch-site': 'same-site' },
        };
        for (const [how, headers] of Object.entries(forged)) {
          // From another address each time, so that no limit per address answers first.
          const from = { 'x-forwarded-for': `10.1.${tried >> 8}.${tried & 255}` };
          const { status } = await house.visit('POST', url, { headers: { ...type, ...headers, ...from } });
          assert.equal(status, 403, `POST ${url} as ${who} with ${how}`);
          tried++;
        }
      }
    }
    assert.equal(await traces(house), before);
    assert.ok(tried > 300);
  },
);

row(
  'S5',
  'sessions: a planted id is not taken over, cookies are bound, limits are kept',
  { small: 30, full: 60 },
  async () => {
    const planted = 'attacker-chose-this-token-0123456789abcdefgh';
    const guest = await house.visit('POST', '/dang-nhap/chua-xac-minh?ve=%2Fnop-ho-so%2Fbat-dau%2F1.001193', {
      headers: {
        ...type,
        cookie: `__Host-mc=${planted}; __Host-mc-visitor=visitor`,
        'x-csrf-token': sessions.csrfFor('visitor'),
      },
    });
    assert.equal(guest.status, 303, guest.text.slice(0, 300));
    const set = [guest.headers['set-cookie']].flat().map(String);
    const own = set.find((each) => each.startsWith('__Host-mc='));
    assert.ok(own, set.join(' | '));
    assert.ok(!own.includes(planted), 'the id is made anew at sign-in');
    for (const flag of ['HttpOnly', 'Secure', 'Path=/', 'SameSite='])
      assert.ok(own.includes(flag), `${own} has ${flag}`);
    assert.ok(!/domain=/i.test(own), '__Host- cookies name no domain');
    assert.equal(await sessions.find(planted), undefined);

    // Signing in again ends the session before it.
    const first = /__Host-mc=([^;]+)/.exec(own)?.[1] ?? '';
    const second = await house.visit('POST', '/dang-nhap/chua-xac-minh', {
      headers: { ...type, cookie: `__Host-mc=${first}`, 'x-csrf-token': sessions.csrfFor(first) },
    });
    assert.ok(second.status < 400, String(second.status));
    if (second.headers['set-cookie'] !== undefined) assert.equal(await sessions.find(first), undefined);

    const begun = house.clock.now();
    for (const [who, idle, absolute] of [
      ['citizen1', 60, 12 * 60],
      [officer, 30, 10 * 60],
    ] as const) {
      const page = who === officer ? '/mot-cua' : '/cua-toi';
      const cookie = `__Host-mc=${await house.cookieOf(who)}`;
      const look = async (): Promise<number> =>
        (await house.visit('GET', page, { headers: { cookie } })).status;
      assert.equal(await look(), 200);
      for (let minutes = 0; minutes < absolute - idle; minutes += idle - 5) {
        house.clock.set(house.clock.now() + (idle - 5) * 60_000);
        assert.equal(await look(), 200, `${who} is at work`);
      }
      house.clock.set(begun + absolute * 60_000 + 1);
      assert.equal(await look(), 401, `${who} is signed out after ${absolute} minutes, busy or not`);
      house.clock.set(begun);
    }
    for (const [who, idle] of [
      ['citizen2', 60],
      ['officer:specialist@committeeA', 30],
    ] as const) {
      const page = who === 'citizen2' ? '/cua-toi' : '/mot-cua';
      const cookie = `__Host-mc=${await house.cookieOf(who)}`;
      assert.equal((await house.visit('GET', page, { headers: { cookie } })).status, 200);
      house.clock.set(begun + (idle + 3) * 60_000);
      assert.equal(
        (await house.visit('GET', page, { headers: { cookie } })).status,
        401,
        `${who} was away too long`,
      );
      house.clock.set(begun);
    }
    // What is remembered of the sessions of these days is over: whoever comes next signs in anew.
    house.clock.set(begun + 3 * 86_400_000);
  },
);

row(
  'S9',
  'no page in a frame, no foreign host name, no personal page in a cache',
  { small: 30, full: 60 },
  async () => {
    const luck = chance('S9');
    const looks = routes.filter((route) => route.method === 'GET');
    for (const route of luck.shuffle(looks).slice(0, times(60, 1000))) {
      const { url } = addressOf(route, target);
      if (/^\/(mot-cua\/)?dang-nhap/.test(url)) continue; // beginning to sign in ends the session that was
      const as = url.startsWith('/mot-cua') ? officer : 'citizen1';
      const answer = await house.visit('GET', url, { as });
      const csp = String(answer.headers['content-security-policy']);
      assert.match(csp, /frame-ancestors 'none'|sandbox/, url);
      assert.doesNotMatch(csp, /unsafe-inline|unsafe-eval|script-src[^;]*(\*|data:|https?:)/, url);
      assert.equal(answer.headers['x-content-type-options'], 'nosniff', url);
      const kept = String(answer.headers['cache-control']);
      if (answer.status < 400 && kept.startsWith('public')) {
        // The product's mark, files of the log: what a cache may hold is the same for everybody.
        const stranger = await house.visit('GET', url);
        assert.deepEqual(
          [stranger.status, stranger.text],
          [answer.status, answer.text],
          `${url} of a stranger`,
        );
        assert.equal(answer.headers['set-cookie'], undefined, `${url} sets no cookie`);
      } else if (answer.status < 400) assert.match(kept, /no-store/, `${url} of a person signed in`);
      // Foreign pages may read what everybody gets (whoever checks the log), and nothing else.
      if (!kept.startsWith('public') || answer.status >= 400)
        assert.equal(answer.headers['access-control-allow-origin'], undefined, url);
      for (const host of ['evil.example', 'localhost.evil.example', 'motcua.example.vn:80@evil.example'])
        assert.equal(
          (await house.visit('GET', url, { as, headers: { host } })).status,
          421,
          `${url} at ${host}`,
        );
      const poisoned = await house.visit('GET', url, {
        as,
        headers: {
          'x-forwarded-host': 'evil.example',
          'x-original-url': '/mot-cua',
          forwarded: 'host=evil.example',
        },
      });
      assert.ok(!poisoned.text.includes('evil.example') && !poisoned.location.includes('evil.example'), url);
    }
    // Somebody sends another person on through our name: the way back leads nowhere else.
    for (const ve of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/%5cevil.example',
      'javascript:alert(1)',
    ]) {
      const sent = await house.visit('POST', `/dang-nhap/chua-xac-minh?ve=${encodeURIComponent(ve)}`, {
        headers: { ...type, cookie: '__Host-mc-visitor=v', 'x-csrf-token': sessions.csrfFor('v') },
      });
      // Read as a browser reads it; a way back inside the way back too.
      const target = new URL(sent.location, 'http://localhost');
      const further = new URL(target.searchParams.get('ve') ?? '/', target);
      assert.deepEqual([target.origin, further.origin], ['http://localhost', 'http://localhost'], ve);
    }
  },
);
