import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { publicActor } from '#kernel/actor';
import { uuidv7 } from '#kernel/ids';
import { SetClock } from '#kernel/time';
import { wrapXml } from '#platform/xml-signatures';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import { smallAuthority } from '#test/small-authority';
import { must } from '#test/small-services';
import { smallSigning } from '#test/small-signing';
import { recordingSigner, replayingSigner } from './in-two-steps.ts';
import type { Holder } from './index.ts';

const db = await aDatabase();
const authority = await smallAuthority(aWorkingMorning);
const ctx = aCtx(db.web, publicActor);
const { signing } = smallSigning(authority, ctx.clock);
const officer: Holder = {
  kind: 'officer',
  id: uuidv7(aWorkingMorning),
  name: 'Lê Văn Ký',
  agency: 'UBND xã An Phú',
};
const unit: Holder = { kind: 'unit', id: uuidv7(aWorkingMorning), name: 'UBND xã An Phú' };
const content = '<GiayXacNhan xmlns="urn:example:giay" Id="giay"><So>12/GXN</So></GiayXacNhan>';
const text = must(await wrapXml(Buffer.from(content)));

describe('signing XML', () => {
  it('an officer and the agency sign the same content, each with a stamp of time', async () => {
    const leader = must(await signing.ready(ctx, officer));
    const seal = must(await signing.ready(ctx, unit));
    const one = must(await signing.signXml(ctx, text, leader, { id: 'lanh-dao', role: 'Chủ tịch' }));
    const two = must(await signing.signXml(ctx, one, seal, { id: 'co-quan', lasting: true }));
    const judged = must(await signing.judgeXml(ctx, two));
    assert.ok(judged.valid);
    assert.deepEqual(
      judged.signatures.map(({ id, level, role, certificate }) => [
        id,
        level,
        role,
        certificate.subject.parts.commonName,
      ]),
      [
        ['lanh-dao', 'B-T', 'Chủ tịch', 'Lê Văn Ký'],
        ['co-quan', 'B-LT', undefined, 'UBND xã An Phú'],
      ],
    );
    for (const { covers } of judged.signatures) assert.equal(Buffer.from(covers).toString(), content);
  });

  it('what was changed afterwards is told', async () => {
    const leader = must(await signing.ready(ctx, officer));
    const signed = Buffer.from(must(await signing.signXml(ctx, text, leader, { id: 'lanh-dao' })));
    const changed = Buffer.from(signed.toString().replace('12/GXN', '13/GXN'));
    const judged = must(await signing.judgeXml(ctx, changed));
    assert.equal(judged.valid, false);
    assert.deepEqual(judged.signatures, []);
    assert.deepEqual(
      judged.refused.map(({ id, refusal }) => [id, refusal.code]),
      [['lanh-dao', 'signature-digest']],
    );
  });

  it('whoever agrees elsewhere signs what was asked for, although time went on and another signed in between', async () => {
    const clock = new SetClock(aWorkingMorning);
    const later = { ...ctx, clock };
    const { certificate, chain, sign } = authority.person;
    const recording = recordingSigner(certificate, chain);
    const wish = { id: 'nguoi-nop', at: clock.now() };
    const first = await signing.signXml(later, text, { signer: recording }, wish);
    assert.equal(first.ok ? 'signed' : first.refusal.code, 'signer-unavailable');
    const [digest = Buffer.alloc(0)] = recording.digests();

    const seen: Uint8Array[] = [];
    const listening = { certificate, chain, sign: (data: Uint8Array) => (seen.push(data), sign(data)) };
    must(await signing.signXml(later, text, { signer: listening }, wish));
    const signature = await sign(seen[0] ?? Buffer.alloc(0));

    const other = must(
      await signing.signXml(later, text, must(await signing.ready(ctx, unit)), { id: 'khac' }),
    );
    clock.set(clock.now() + 3 * 60_000);
    const replaying = replayingSigner(certificate, chain, [{ digest, signature }]);
    const both = must(await signing.signXml(later, other, { signer: replaying }, wish));
    const judged = must(await signing.judgeXml(later, both));
    assert.deepEqual([judged.valid, judged.signatures.length], [true, 2]);
    assert.equal(judged.signatures[1]?.claimedAt, aWorkingMorning);

    const changed = must(await wrapXml(Buffer.from(content.replace('12', '13'))));
    const refused = await signing.signXml(later, changed, { signer: replaying }, wish);
    assert.equal(refused.ok ? 'signed' : refused.refusal.code, 'signer-unavailable');
  });
});
