import assert from 'node:assert/strict';
import { after } from 'node:test';
import { findDraft, searchDossiers } from '#capabilities/dossiers';
import { fieldsFromAnswers, type PostedFields } from '#capabilities/forms';
import { systemActor } from '#kernel/actor';
import { drainOutbox } from '#platform/jobs';
import { createLog } from '#platform/log';
import { aCtx } from '#test/database';
import { citizensOfHouse, officersOfHouse } from '#test/pages';
import { keepTheFinder } from '../../src/reactions/keep-the-finder.ts';
import { keptAlive, send } from './support/client.ts';
import { houseDrafts } from './support/house-drafts.ts';
import { malformed } from './support/malformed.ts';
import { addressOf, type Target } from './support/matrix.ts';
import { row } from './support/row.ts';
import { chance, full, times } from './support/seed.ts';
import { aWholeHouse } from './support/whole-house.ts';
import { code, percentile } from './support/workload.ts';

const { house, routes } = await aWholeHouse();
const { drafts } = await houseDrafts(house, code, 4);
const draftId = (n: number): string => drafts[n]?.id ?? '';
const { sessions } = house.people;
const clerk = 'officer:one-stop-officer@centreA';

/** One text question of a form, and what else its page asks. */
async function aTextQuestion(id: string): Promise<{ page: string; name: string; fields: PostedFields }> {
  const draft = await findDraft(await house.ctx('citizen1'), id);
  assert.ok(draft);
  const { form } = await house.services.procedure(draft.procedure_code, draft.procedure_version);
  for (const page of form.pages) {
    const text = page.questions.find((each) => each.type === 'text' && draft.answers[each.id] !== undefined);
    if (text) return { page: page.id, name: text.id, fields: fieldsFromAnswers(page, draft.answers) };
  }
  throw new Error('The form has no question for a text');
}

/** Posts a text and says what the draft holds then. */
async function keeps(id: string, typed: string): Promise<{ status: number; stored: unknown }> {
  const { page, name, fields } = await aTextQuestion(id);
  const form = { ...(fields as Record<string, string>), [name]: typed };
  const { status } = await house.visit('POST', `/nop-ho-so/${id}/trang/${page}`, { as: 'citizen1', form });
  const [kept] = await house.db.sql<{ stored: unknown }>(
    'select answers -> $2 as stored from dossiers.draft where id = $1',
    [id, name],
  );
  return { status, stored: kept?.stored };
}

const names = [
  'Nguyễn Thị Hoà',
  'Đặng Thuý Hằng',
  'Trần Ngọc Ánh',
  'Võ Hoàng Oánh',
  'Huỳnh Thị Mỹ Dương',
  'Lê Đức Khoẻ',
];
/** The other way to place the tone; both are written and both are found. */
const otherTone: Readonly<Record<string, string>> = { oà: 'òa', uý: 'úy', oẻ: 'ỏe', oá: 'óa' };
const withOtherTone = (text: string): string =>
  text.replace(/oà|uý|oẻ|oá/g, (found) => otherTone[found] ?? found);

row(
  'H2',
  'composed or not, tones old or new, đ or d, spaces of every kind: stored composed, found all the same',
  { small: 60, full: 600 },
  async () => {
    const officer = 'officer:one-stop-officer@centreA';
    const spoken = full
      ? names.flatMap((name) => Array.from({ length: 20 }, (_, n) => `${name} ${n + 100}`))
      : names;
    const ids = new Map<string, string>();
    for (const name of spoken) {
      const filed = await house.aWalkIn({ code, applicant: name });
      ids.set(name, filed.id);
    }
    await drainOutbox({
      db: house.db.worker,
      clock: house.clock,
      log: createLog('text', 'silent'),
      reactions: [keepTheFinder],
      ctxFor: (as) => aCtx(house.db.worker, systemActor(as), house.clock),
    });
    const ctx = await house.ctx(officer);
    let asked = 0;
    for (const [name, id] of ids) {
      const plain = name
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/đ/g, 'd')
        .replace(/Đ/g, 'D');
      const queries = [
        name,
        name.normalize('NFD'),
        withOtherTone(name),
        plain,
        plain.toUpperCase(),
        name.replaceAll(' ', '  '),
        name.replaceAll(' ', '\u00a0'),
        name.split(' ').reverse().join(' '),
        `\u200b${name}`,
      ];
      for (const query of queries) {
        asked++;
        const found = await searchDossiers(ctx, query, 200);
        assert.ok(
          found.some((each) => each.id === id),
          `“${query}” finds ${name}`,
        );
      }
    }
    assert.ok(asked >= times(50, 1000));
    const { stored } = await keeps(draftId(1), `  ${'Nguyễn\u00a0 Thị  Hòa'.normalize('NFD')} `);
    assert.equal(stored, 'Nguyễn Thị Hòa', 'an answer is stored composed, with single spaces');
    const wrong = await house.db.sql<{ name: string }>(
      "select owner_name as name from dossiers.dossier where owner_name is not nfc normalized or owner_name ~ '\\u00a0|  '",
    );
    assert.deepEqual(wrong, [], 'a name is stored as it was typed and not composed');
  },
);

const hidden = [
  '\u202e',
  '\u202d',
  '\u2066',
  '\u2069',
  '\u200b',
  '\u200f',
  '\u2060',
  '\ufeff',
  '\u0000',
  '\u0007',
  '\u007f',
];

row(
  'H3',
  'marks of direction, zero width, half characters, broken bytes: never stored in a name',
  { small: 30, full: 300 },
  async () => {
    const luck = chance('H3');
    for (let i = 0; i < times(24, 1000); i++) {
      const mark = hidden[i % hidden.length] ?? '';
      const at = luck.whole(0, 6);
      const typed = `${'Nguyễn'.slice(0, at)}${mark}${'Nguyễn'.slice(at)} Lan`;
      const { status, stored } = await keeps(draftId(2), typed);
      assert.ok(status < 500, `${JSON.stringify(typed)} → ${status}`);
      assert.ok(
        !hidden.some((each) => String(stored).includes(each)),
        `${JSON.stringify(stored)} holds a hidden mark`,
      );
      if (status === 303) assert.equal(stored, 'Nguyễn Lan');
    }
    const { page, name } = await aTextQuestion(draftId(3));
    const token = await house.cookieOf('citizen1');
    for (const bytes of ['%FF%FE', '%C3%28', '%ED%A0%80', '%F0%90', '%00', 'a%ED%B0%80b', '%']) {
      const { status } = await house.visit(
        'POST',
        `/nop-ho-so/${draftId(3)}/trang/${page}?${name}=${bytes}`,
        {
          headers: { cookie: `__Host-mc=${token}`, 'x-csrf-token': sessions.csrfFor(token) },
        },
      );
      assert.ok(status < 500, `${bytes} → ${status}`);
    }
    const broken = await house.db.sql<{ n: number }>(
      "select count(*)::int as n from dossiers.draft where answers::text ~ '\\ufffd|\\\\u0000|\\\\ud[89a-f]'",
    );
    assert.equal(broken[0]?.n, 0);
  },
);

// Last, for it signs everybody out along the way.
row(
  'H1',
  'malformed bodies at every writing address: never a 5xx, and soon answered',
  { small: 60, full: 1800 },
  async () => {
    const luck = chance('H1');
    const origin = await house.listen();
    const agent = keptAlive(8);
    after(() => agent.destroy());
    const filed = await house.aDossier({ by: 'citizen1', code: '1.001193' });
    const target: Target = {
      code: filed.code,
      draft: draftId(0),
      owner: 'citizen1',
      units: [],
      document: '1',
    };
    const posts = routes.filter((route) => route.method === 'POST');
    const waits: number[] = [];
    const statuses = new Map<number, number>();
    for (let i = 0; i < times(700, 100_000); i++) {
      const route = luck.pick(posts);
      const { url } = addressOf(route, target);
      // A session for each: some of these addresses end the one they are called with.
      const office = url.startsWith('/mot-cua');
      const subject = office ? officersOfHouse.get(clerk)?.id : citizensOfHouse.citizen1.id;
      const who = { name: 'Nguyễn Thị Lan', guest: false };
      const token = await sessions.start(office ? 'officer' : 'citizen', subject ?? '', who, 'fuzz');
      const { headers, body, what } = malformed(luck);
      const answer = await send(agent, 'POST', `${origin}${url}`, {
        cookie: `__Host-mc=${token}`,
        headers: {
          ...headers,
          'x-csrf-token': sessions.csrfFor(token),
          'x-forwarded-for': `10.${luck.whole(0, 255)}.${luck.whole(0, 255)}.${luck.whole(0, 255)}`,
        },
        body,
        timeoutMs: 5000,
      }).catch((error: unknown) => ({ status: 0, ms: 0, text: String(error) }));
      // A body that is cut off in the middle may end the connection; an error page may not.
      assert.ok(answer.status < 500 || url.includes('/dang-nhap/'), `${what} at ${url} → ${answer.status}`);
      assert.ok(!/\bat .+\.ts:\d+/.test(answer.text), 'a trace of the stack is shown');
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      waits.push(answer.ms);
    }
    const slowest = percentile(waits, 0.99);
    assert.ok(slowest < (full ? 50 : 250), `p99 ${slowest.toFixed(0)} ms`);
    assert.ok((statuses.get(400) ?? 0) > 30, JSON.stringify([...statuses]));
  },
);
