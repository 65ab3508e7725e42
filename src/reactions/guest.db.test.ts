import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answersFor, at } from '#builders/dossiers';
import { sampleDefinition } from '#builders/forms';
import { withSmallProvince } from '#builders/organisations';
import {
  addDraftFile,
  adoptGuest,
  findDraft,
  listDrafts,
  myDossiers,
  startDraft,
} from '#capabilities/dossiers';
import { bindGuest, signInCitizen, startGuest } from '#capabilities/identity';
import { type CitizenActor, publicActor } from '#kernel/actor';
import type { PersonId } from '#kernel/ids';
import { asPlainDate } from '#kernel/time';
import { aDatabase } from '#test/database';
import { AnOffice } from './testing/office.ts';

// Opened at the top of the file, so that it is closed after the last test.
const db = await aDatabase();
await withSmallProvince(db.worker);
const office = new AnOffice(db);
office.clock.set(at(8));
const nobody = office.ctx(publicActor);
const code = '1.004873';
const definition = sampleDefinition(code);

const actorOf = (person: PersonId, guest = false): CitizenActor => ({
  kind: 'citizen',
  person,
  name: guest ? '' : 'Nguyễn Thị Đào',
  guest,
});

async function aPerson(n: number): Promise<PersonId> {
  const known = await signInCitizen(nobody, {
    subject: `vneid-${n}`,
    personalNumber: `08919000000${n}`,
    name: 'Nguyễn Thị Đào',
    birthDate: asPlainDate('1990-05-17'),
    sex: '2',
    loa: 2,
    provider: 'vneid',
  });
  assert.ok(known.ok);
  return known.value;
}

/** A guest with one dossier filed and one draft with a file in it. */
async function aBusyGuest() {
  const guest = await startGuest(nobody);
  const filed = await office.files(actorOf(guest, true));
  const facts = { code, version: 1, facts: {}, answers: answersFor(definition) };
  const draft = await startDraft(filed.ctx, facts);
  assert.ok(draft.ok);
  const demand = definition.documents.find((each) => each.group === 'submit')?.id ?? '';
  const file = { sha256: 'b'.repeat(64), name: 'giay.pdf', size: 1000, kind: 'pdf' };
  assert.ok((await addDraftFile(filed.ctx, draft.value, demand, file)).ok);
  return { guest, filed, draft: draft.value };
}

const pending = async (id: string): Promise<boolean | undefined> =>
  (
    await db.sql<{ identity_pending: boolean }>(
      'select identity_pending from dossiers.dossier where id = $1',
      [id],
    )
  )[0]?.identity_pending;

describe('a guest who turns out to be somebody', () => {
  it('is bound, then what was begun and filed follows with its files, and waits for the identity no longer', async () => {
    const { guest, filed, draft } = await aBusyGuest();
    const person = await aPerson(1);
    assert.equal(await pending(filed.ref.id), true);
    assert.deepEqual(await bindGuest(nobody, guest, person), { ok: true, value: person });
    await adoptGuest(nobody, guest, person);

    const own = office.ctx(actorOf(person));
    assert.deepEqual(
      (await myDossiers(own)).map((each) => each.id),
      [filed.ref.id],
    );
    const found = await findDraft(own, draft);
    assert.deepEqual(
      found?.files.map((each) => each.name),
      ['giay.pdf'],
    );
    assert.deepEqual(await myDossiers(filed.ctx), [], 'the guest has nothing any more');
    assert.equal(await findDraft(filed.ctx, draft), undefined);

    await office.reacts();
    assert.equal(await pending(filed.ref.id), false);
    const kinds = await db.sql<{ kind: string }>(
      'select kind from dossiers.act where dossier_id = $1 order by seq',
      [filed.ref.id],
    );
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['submitted', 'identity-confirmed'],
    );
    await adoptGuest(nobody, guest, person);
    assert.equal((await myDossiers(own)).length, 1, 'adopted twice is adopted once');
    assert.deepEqual(await office.stuck(), []);
  });

  it('loses nothing when the sign-in dies between the two: the reaction adopts as well', async () => {
    const { guest, filed, draft } = await aBusyGuest();
    const person = await aPerson(2);
    assert.ok((await bindGuest(nobody, guest, person)).ok);
    await office.reacts();
    assert.equal(await pending(filed.ref.id), false);
    assert.ok(await findDraft(office.ctx(actorOf(person)), draft));
  });

  it('is never adopted by anybody else: not by another person, and a known person not at all', async () => {
    const { guest, filed } = await aBusyGuest();
    const [person, thief] = [await aPerson(3), await aPerson(4)];
    assert.ok((await bindGuest(nobody, guest, person)).ok);
    assert.equal((await bindGuest(nobody, guest, thief)).ok, false);
    await adoptGuest(nobody, guest, thief);
    const thiefs = office.ctx(actorOf(thief));
    assert.deepEqual(await myDossiers(thiefs), []);
    assert.deepEqual(await listDrafts(thiefs), []);
    await adoptGuest(nobody, guest, person);
    await adoptGuest(nobody, person, thief);
    assert.deepEqual(await myDossiers(thiefs), []);
    assert.deepEqual(
      (await myDossiers(office.ctx(actorOf(person)))).map((each) => each.id),
      [filed.ref.id],
    );
  });
});
