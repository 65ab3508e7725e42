import assert from 'node:assert/strict';
import { test } from 'node:test';
import { done } from '#kernel/outcome';
import type { CodeFlow, KeptSignIn, WireClaims } from '#platform/openid';
import { officerSignIn } from './index.ts';

const kept = { state: '', nonce: '', verifier: '', startedAt: 0, returnTo: '/' } satisfies KeptSignIn;
const answering = (claims: WireClaims): CodeFlow => ({
  begin: async () => done({ url: '', keep: kept }),
  finish: async () => done(claims),
  signOutUrl: () => undefined,
});
const finish = (claims: WireClaims) =>
  officerSignIn(answering(claims), { acrWithSecondFactor: ['urn:province:2'] }).finish('', kept);

test('a second factor is shown by method or by class', async () => {
  for (const claims of [{ amr: ['pwd', 'otp'] }, { amr: ['mfa'] }, { acr: 'urn:province:2' }]) {
    const answer = await finish({ sub: 'o1', name: 'Trần Văn Bình', ...claims });
    assert.deepEqual(answer, done({ subject: 'o1', name: 'Trần Văn Bình', provider: 'province' }));
  }
});

test('a password alone, an unknown class or a silent provider are refused', async () => {
  for (const claims of [
    {},
    { amr: ['pwd'] },
    { amr: 'otp' },
    { acr: 'urn:province:1', amr: [] },
    { acr: 2 },
  ]) {
    const answer = await finish({ sub: 'o1', ...claims });
    assert.equal(!answer.ok && answer.refusal.code, 'second-factor-missing');
  }
  const nobody = await finish({ amr: ['mfa'] });
  assert.equal(!nobody.ok && nobody.refusal.code, 'claims-unreadable');
});
