import assert from 'node:assert/strict';
import { signInOfficer } from '#capabilities/identity';
import { publicActor } from '#kernel/actor';
import type { OfficerId } from '#kernel/ids';
import { aCtx } from '#test/database';
import { aHouse, type Visitor } from '#test/pages';
import { administrationRoutes } from '../../src/surfaces/administration/index.ts';
import { officeRoutes } from '../../src/surfaces/office/index.ts';
import { row } from './support/row.ts';
import { chance, times } from './support/seed.ts';

const house = await aHouse({
  routes: (doors, people) => [...administrationRoutes(doors, people), ...officeRoutes(doors, people)],
});
const administrator: Visitor = 'officer:unit-administrator@province';
const origin = await house.listen();
const home = '/quan-tri/can-bo-tu-tep';

/** As a browser does that runs no script. */
async function send(path: string, token: string, body: FormData | URLSearchParams) {
  const answer = await fetch(origin + path, {
    method: 'POST',
    body,
    headers: { cookie: `__Host-mc=${token}` },
    redirect: 'manual',
  });
  return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() };
}
async function handIn(content: string): Promise<string> {
  const token = await house.cookieOf(administrator);
  const body = new FormData();
  body.append('tep', new Blob([content]), 'can-bo.csv');
  const csrf = encodeURIComponent(house.people.sessions.csrfFor(token));
  const handed = await send(`${home}?_csrf=${csrf}`, token, body);
  assert.equal(handed.status, 303, handed.text);
  return handed.location;
}
async function take(content: string): Promise<string> {
  const path = await handIn(content);
  const looked = await house.visit('GET', path, { as: administrator });
  const dau = /name="dau" value="([^"]*)"/.exec(looked.text)?.[1] ?? '';
  const taken = await house.visit('POST', path, { as: administrator, form: { lam: 'tat-ca', dau } });
  assert.equal(taken.status, 303, taken.text);
  return (await house.visit('GET', taken.location, { as: administrator })).text;
}

const header = 'Name;Personal number;E-mail;Account;Unit code;Roles';
const official = (n: number): string =>
  `Nguyễn Văn Mới;0891${String(n).padStart(8, '0')};m${n}@angiang.example.vn;m${n};H01.101.1;one-stop-officer`;
const signIn = (n: number) =>
  signInOfficer(aCtx(house.db.web, publicActor, house.clock), {
    subject: `m${n}`,
    name: 'Nguyễn Văn Mới',
    provider: 'province',
  });

/** What one does who has just got an account: signs in, and accepts what waits. */
async function accepts(officer: OfficerId): Promise<void> {
  const filed = await house.aDossier();
  const token = await house.people.sessions.start('officer', officer, {}, 'test');
  const form = new URLSearchParams({ _csrf: house.people.sessions.csrfFor(token) });
  const accepted = await send(`/mot-cua/ho-so/${filed.code}/tiep-nhan`, token, form);
  assert.equal(accepted.status, 303, accepted.text);
  const view = await house.view(filed, 'officer:one-stop-officer@centreA');
  assert.equal(view.state.stage, 'accepted');
}

row(
  'C8',
  'officials without accounts are taken from a file and receive dossiers at once; taken again, it doubles nobody',
  { small: 60, full: 300 },
  async () => {
    const luck = chance('C8 officials');
    const count = times(60, 5000);
    const file = [header, ...Array.from({ length: count }, (_, n) => official(n))].join('\n');
    const some = luck.shuffle(Array.from({ length: count }, (_, n) => n)).slice(0, 3);
    for (const n of some) assert.ok(!(await signIn(n)).ok, 'nobody signs in before');
    const report = await take(file);
    assert.match(
      report,
      new RegExp(`Tài khoản mới[\\s\\S]*?>${String(count).replace(/\B(?=(\d{3})+$)/g, '.')}<`),
    );
    for (const n of some) {
      const signedIn = await signIn(n);
      assert.ok(signedIn.ok);
      await accepts(signedIn.value);
    }
    const rows = async () =>
      (
        await house.db.sql(
          "select 1 from identity.officer where issuer_subject like 'm%' and personal_number is not null",
        )
      ).length;
    assert.equal(await rows(), count);
    const journal = await house.db.sql(
      "select 1 from audit.entry where action in ('officer.add', 'officer.give-post')",
    );
    assert.equal(journal.length, 2 * count, 'each step stands in the journal, from where it becomes a leaf');
    assert.match(await take(file), /Tài khoản mới[\s\S]*?>0</);
    assert.equal(await rows(), count);
  },
);
