import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, centreA } from '#builders/dossiers';
import { withSmallProvince } from '#builders/organisations';
import {
  declarationOf,
  declare,
  declineToSign,
  invite,
  withdrawInvitation,
} from '#capabilities/declarations';
import { startDraft } from '#capabilities/dossiers';
import { signInCitizen } from '#capabilities/identity';
import { publicActor } from '#kernel/actor';
import { asPlainDate } from '#kernel/time';
import { aDatabase } from '#test/database';
import { AnOffice } from './testing/office.ts';

const db = await aDatabase();
await withSmallProvince(db.worker);
const office = new AnOffice(db);
office.clock.set(at(8));

const content = {
  procedure: { code: '1.004746', version: 1, name: 'Đăng ký lại kết hôn' },
  to: 'UBND xã Mẫu',
  applicant: 'Nguyễn Thị Đào',
  sections: [],
  files: [],
  bodyHash: 'ab'.repeat(32),
};

test('whoever is asked to sign gets an e-mail that leads there; without an address, or when it was taken back, nothing', async () => {
  const known = await signInCitizen(office.ctx(publicActor), {
    subject: 'vneid-1',
    personalNumber: '089190000001',
    name: 'Nguyễn Thị Đào',
    birthDate: asPlainDate('1990-05-17'),
    sex: '2',
    loa: 2,
    provider: 'vneid',
  });
  assert.ok(known.ok);
  const ctx = office.ctx({ kind: 'citizen', person: known.value, name: 'Nguyễn Thị Đào', guest: false });
  const draft = await startDraft(ctx, { code: '1.004746', version: 1, facts: {}, answers: {} });
  assert.ok(draft.ok);
  const made = await declare(ctx, { draft: draft.value, receiver: centreA, content, others: 1 });
  assert.ok(made.ok);
  const { id } = made.value;
  const asks = (n: number, email: string) =>
    invite(ctx, id, { name: `Trần Văn ${n}`, personalNumber: `08909000000${n}`, email });
  assert.ok((await asks(2, 'tran.hai@example.vn')).ok);
  assert.ok((await asks(3, '')).ok);
  assert.ok((await asks(4, 'tran.tu@example.vn')).ok);
  const last = (await declarationOf(ctx, draft.value))?.signers.find(({ email }) =>
    email.includes('tran.tu'),
  );
  assert.ok((await withdrawInvitation(ctx, id, last?.id ?? '')).ok);
  await office.reacts();
  const sent = await db.sql<{ address: string; subject: string; body: string; kind: string }>(
    `select address, subject, body, kind from messages.delivery where kind = 'sign-asked'`,
  );
  assert.deepEqual(
    sent.map(({ address }) => address),
    ['tran.hai@example.vn'],
  );
  assert.match(sent[0]?.body ?? '', new RegExp(`Nguyễn Thị Đào mời bạn cùng ký.*/cua-toi/ky/${id}`, 's'));
  assert.doesNotMatch(sent[0]?.subject ?? '', /Nguyễn/);

  const hai = await signInCitizen(office.ctx(publicActor), {
    subject: 'vneid-2',
    personalNumber: '089090000002',
    name: 'Trần Văn Hai',
    birthDate: asPlainDate('1988-01-09'),
    sex: '1',
    loa: 2,
    provider: 'vneid',
  });
  assert.ok(hai.ok);
  const asked = (await declarationOf(ctx, draft.value))?.signers.find(({ email }) =>
    email.includes('tran.hai'),
  );
  const his = office.ctx({ kind: 'citizen', person: hai.value, name: 'Trần Văn Hai', guest: false });
  assert.ok((await declineToSign(his, asked?.id ?? '', 'Tôi chưa đọc kỹ')).ok);
  await office.reacts();
  const notices = await db.sql<{ person_id: string; body: { vi: string }; dossier_id: string | null }>(
    `select person_id, body, dossier_id from messages.notice where kind = 'sign-answered'`,
  );
  assert.deepEqual(
    notices.map(({ person_id, dossier_id }) => [person_id, dossier_id]),
    [[known.value, null]],
  );
  assert.match(notices[0]?.body.vi ?? '', /Trần Văn 2 từ chối ký\. Lý do: Tôi chưa đọc kỹ/);
  assert.match(notices[0]?.body.vi ?? '', new RegExp(`/nop-ho-so/${draft.value}/ky`));
});
