import assert from 'node:assert/strict';
import type { CertificateWish } from '#platform/certificates';
import { aWorkingMorning } from '#test/database';
import { officersOfHouse, unitsOfHouse, type Visitor } from '#test/pages';
import { aSigningHouse } from '#test/signing-house';
import { smallAuthority } from '#test/small-authority';
import { keyNameOf } from '#test/small-signing';
import { officeRoutes } from '../../src/surfaces/office/index.ts';
import { row } from './support/row.ts';
import { chance, times } from './support/seed.ts';

const { house, authority, small, toApprove } = await aSigningHouse(officeRoutes);
const foreign = await smallAuthority(aWorkingMorning);
const leader: Visitor = 'officer:unit-leader@committeeA';
const head: Visitor = 'officer:head-of-office@committeeA';
const clerk: Visitor = 'officer:clerk@committeeA';
const officer = officersOfHouse.get(leader) ?? assert.fail();
const deputy = officersOfHouse.get(head) ?? assert.fail();
const keyName = keyNameOf({ kind: 'officer', id: officer.id });

type Ready = Awaited<ReturnType<typeof toApprove>>;
const signs = ({ code }: Ready, as: Visitor) =>
  house.visit('POST', `/mot-cua/ho-so/${code}/phe-duyet`, { as, form: {} });
const state = async (ref: Ready) => (await house.view(ref, clerk)).state.result;

const day = 86_400_000;
const certified = (wish: Partial<CertificateWish>, by = authority) =>
  by.issue({
    subject: [
      ['country', 'VN'],
      ['commonName', officer.name],
    ],
    keyUsage: ['digitalSignature', 'nonRepudiation'],
    ...wish,
  });
/** What may be wrong with the certificate of a leader, and what the sentence tells to do. */
const faults: Readonly<
  Record<string, { readonly spoil: () => Promise<void> | void; readonly says: RegExp }>
> = {
  expired: {
    spoil: async () =>
      void small.keys.set(
        keyName,
        await certified({ from: aWorkingMorning - 9 * day, to: aWorkingMorning - day }),
      ),
    says: /đã hết hạn.*người ký thay/,
  },
  'not yet valid': {
    spoil: async () =>
      void small.keys.set(
        keyName,
        await certified({ from: aWorkingMorning + day, to: aWorkingMorning + 9 * day }),
      ),
    says: /chưa (có|đến).*hiệu lực/i,
  },
  revoked: {
    spoil: () => void (small.says = { is: 'revoked', at: aWorkingMorning - 3_600_000 }),
    says: /đã bị thu hồi.*người ký thay/,
  },
  'of another person': {
    spoil: async () =>
      void small.keys.set(
        keyName,
        await certified({
          subject: [
            ['country', 'VN'],
            ['commonName', 'Người Khác'],
          ],
        }),
      ),
    says: /mang tên Người Khác, không phải/,
  },
  'of an authority that nobody trusts': {
    spoil: async () => void small.keys.set(keyName, await certified({}, foreign)),
    says: /không do tổ chức được công nhận cấp/,
  },
  'not to be asked about': { spoil: () => void (small.says = undefined), says: /Chưa hỏi được/ },
  'gone with its key': { spoil: () => void small.keys.delete(keyName), says: /khóa/i },
};

/** The leader is away, or cannot sign, and names who signs instead: what the sentence tells to do. */
async function delegates(): Promise<void> {
  const { status, location, text } = await house.visit('POST', '/mot-cua/vang-mat', {
    as: leader,
    form: {
      vai: `${unitsOfHouse.committeeA} unit-leader`,
      nguoi: deputy.id,
      ...dated('tu', 0),
      ...dated('den', 2),
      'ly-do': 'Chứng thư chữ ký số đang chờ cấp lại.',
    },
  });
  assert.equal(status, 303, text);
  assert.match(location, /xong=uy-quyen/);
}
function dated(name: string, days: number): Record<string, string> {
  const at = new Date(house.clock.now() + days * day + 7 * 3_600_000);
  return {
    [`${name}-day`]: String(at.getUTCDate()),
    [`${name}-month`]: String(at.getUTCMonth() + 1),
    [`${name}-year`]: String(at.getUTCFullYear()),
  };
}

row(
  'C8',
  'an officer whose certificate is expired, not yet valid, revoked, another’s, untrusted, silent or gone reads why and a way on, and no dossier stays blocked',
  { small: 60, full: 300 },
  async () => {
    const luck = chance('C8');
    // Once, so that the leader has a key at all.
    assert.equal((await signs(await toApprove(1), leader)).status, 303);
    const usual = small.keys.get(keyName) ?? assert.fail();
    await delegates();
    let seed = 10;
    for (let round = 0; round < times(1, 12); round++)
      for (const [which, { spoil, says }] of luck.shuffle(Object.entries(faults)).slice(0, times(3, 7))) {
        const [by, later] = [await toApprove(seed++), await toApprove(seed++)];
        await spoil();
        for (const ref of [by, later]) {
          const refused = await signs(ref, leader);
          assert.equal(refused.status, 422, which);
          const sentence = /mc-summary-error.*?<li>(.*?)<\/li>/s.exec(refused.text)?.[1] ?? '';
          assert.match(sentence, says, which);
          assert.equal((await state(ref))?.approved, undefined, which);
        }
        // Who signs instead does so with a key of their own; where nobody answers about any certificate, they wait like everybody.
        const silent = small.says;
        small.says = { is: 'good' };
        assert.equal((await signs(by, head)).status, 303, `${which}: somebody signs instead`);
        assert.equal((await state(by))?.file?.signatures[0]?.name, deputy.name);
        small.says = silent;
        // Put right (a new certificate, an authority that answers), the leader goes on with the other.
        small.says = { is: 'good' };
        small.keys.set(keyName, usual);
        assert.equal((await signs(later, leader)).status, 303, `${which}: it goes on`);
        for (const ref of [by, later])
          assert.equal(
            (
              await house.visit('POST', `/mot-cua/ho-so/${ref.code}/ban-hanh`, {
                as: clerk,
                form: { so: `${++seed}/TLKS` },
              })
            ).status,
            303,
            `${which}: issued`,
          );
      }
  },
);

row(
  'C8',
  'many results are signed in one go and sealed in one go, each valid alone; one that cannot be signed holds up no other',
  { small: 60, full: 600 },
  async () => {
    const count = times(8, 200);
    const refs: Ready[] = [];
    for (let n = 0; n < count; n++) refs.push(await toApprove(5000 + n));
    const done = refs[0] ?? assert.fail();
    assert.equal((await signs(done, leader)).status, 303);
    const bulk = (lam: string, as: Visitor) =>
      house.visit('POST', '/mot-cua/hang-loat', {
        as,
        form: { lam, tu: 'dang-xu-ly', ma: refs.map(({ code }) => code) },
      });
    const signed = await bulk('approve-result', leader);
    assert.match(
      signed.text,
      new RegExp(`${count - 1} trên ${count}`),
      'the one that is signed is told, all others are done',
    );
    assert.match((await bulk('issue', clerk)).text, new RegExp(`${count} trên ${count}`));
    const numbers = new Set<string>();
    for (const ref of refs) {
      const paper = await house.visit('GET', `/mot-cua/ho-so/${ref.code}/in/ket-qua`, { as: clerk });
      const judged = await small.signing.judge(await house.ctx(clerk), paper.bytes);
      assert.ok(judged.ok && judged.value.valid && judged.value.signatures.length === 3, ref.code);
      numbers.add((await state(ref))?.number ?? '');
    }
    assert.equal(numbers.size, count);
  },
);
