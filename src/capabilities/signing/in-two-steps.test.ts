import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { SignerUnavailable } from '#platform/certificates';
import { readDetached, signDetached } from '#platform/cms';
import { smallAuthority } from '#test/small-authority';
import { recordingSigner, replayingSigner } from './in-two-steps.ts';

const at = Date.UTC(2026, 10, 25, 2);
const options = { at, pades: false };
const data = Buffer.from('Đơn đề nghị cấp giấy phép');
const authority = await smallAuthority(at);

/** What the holder's key signs while the holder is elsewhere. */
async function recorded(content: Uint8Array) {
  const { certificate, chain } = authority.person;
  const recording = recordingSigner(certificate, chain);
  const run = await signDetached(content, recording, options);
  return { run, digests: recording.digests() };
}

describe('a signature in two steps', () => {
  it('is refused at first, and what is to be signed is known', async () => {
    const { run, digests } = await recorded(data);
    assert.equal(run.ok ? 'signed' : run.refusal.code, 'signer-unavailable');
    assert.deepEqual(
      digests.map((digest) => digest.length),
      [32],
    );
    assert.deepEqual((await recorded(data)).digests, digests, 'the same each time');
    assert.notDeepEqual((await recorded(Buffer.from('Đơn khác'))).digests, digests);
  });

  it('is whole when the signature is there', async () => {
    const { certificate, chain, sign } = authority.person;
    const heard: Uint8Array[] = [];
    const listening = {
      certificate,
      chain,
      sign(bytes: Uint8Array) {
        heard.push(bytes);
        return sign(bytes);
      },
    };
    await signDetached(data, listening, options);
    const [bytes = Buffer.alloc(0)] = heard;
    const digest = createHash('sha256').update(bytes).digest();
    assert.deepEqual((await recorded(data)).digests, [digest]);

    const made = [{ digest, signature: await sign(bytes) }];
    const signed = await signDetached(data, replayingSigner(certificate, chain, made), options);
    assert.ok(signed.ok, JSON.stringify(signed));
    const read = await readDetached(signed.value, data);
    assert.ok(read.ok, JSON.stringify(read));
    assert.deepEqual(Buffer.from(read.value.certificate), Buffer.from(certificate));
  });

  it('refuses bytes that the holder did not agree to', async () => {
    const { certificate, chain, sign } = authority.person;
    const [digest = Buffer.alloc(0)] = (await recorded(data)).digests;
    const replaying = replayingSigner(certificate, chain, [{ digest, signature: await sign(data) }]);
    const other = await signDetached(Buffer.from('Đơn khác'), replaying, options);
    assert.equal(other.ok ? 'signed' : other.refusal.code, 'signer-unavailable');
    await assert.rejects(async () => replaying.sign(Buffer.from('x')), SignerUnavailable);
    const wrong = await signDetached(data, replaying, options);
    assert.equal(wrong.ok ? 'signed' : wrong.refusal.code, 'signature-wrong', 'a signature of other bytes');
  });
});
