import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { done } from '#kernel/outcome';
import { SetClock } from '#kernel/time';
import { issueCertificate } from '#platform/certificates';
import { newSerial, smallAuthority } from '#test/small-authority';
import { must } from '#test/small-services';
import {
  type Certify,
  openRemoteSigning,
  type RemoteSigningOptions,
  startRemoteSigningSimulator,
} from '../index.ts';

export const morning = Date.UTC(2026, 10, 25, 2);
export const client = { clientId: 'motcua', clientSecret: 'bi-mat-thu' };
export const returnTo = 'http://localhost:9/ky-so/ve';
export const hoa = { personalNumber: '089190000001', name: 'Nguyễn Thị Hoa' };

export const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** PKCE as a caller makes it. */
export function aVerifier() {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: sha256(verifier).toString('base64url') };
}

/** What a browser without script does on the page of consent. */
export async function onThePage(address: string, form: Readonly<Record<string, string>>): Promise<Response> {
  const shown = await fetch(address, { redirect: 'manual' });
  const action = /action="([^"]+)"/.exec(await shown.text())?.[1] ?? '';
  return fetch(new URL(action, address), {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
}

/** What the browser brings back to the portal. */
export const broughtBack = (response: Response): Readonly<Record<string, string>> =>
  Object.fromEntries(new URL(response.headers.get('location') ?? 'http://none/').searchParams);

export async function agree(address: string): Promise<string> {
  const said = await onThePage(address, { viec: 'dong-y', pin: '123456' });
  return broughtBack(said)['code'] ?? '';
}

/** Provider, authority and adapter on one clock. `stop` ends all of them. */
export async function aProvider(change: Partial<RemoteSigningOptions> & { readonly folder?: string } = {}) {
  const { folder = mkdtempSync(path.join(tmpdir(), 'mc-simca-')), ...options } = change;
  const clock = new SetClock(morning);
  const authority = await smallAuthority(morning);
  const issued: string[] = [];
  const certify: Certify = async (publicKey, { name, personalNumber }) => {
    issued.push(personalNumber);
    const wish = {
      subject: [
        ['country', 'VN'],
        ['serialNumber', `CCCD:${personalNumber}`],
        ['commonName', name],
      ],
      serial: newSerial(),
      from: clock.now() - 1000,
      to: clock.now() + 365 * 86_400_000,
      keyUsage: ['digitalSignature', 'nonRepudiation'],
    } as const;
    const certificate = await issueCertificate(wish, publicKey, authority.intermediate);
    return done({ certificate, chain: [authority.intermediate.certificate] });
  };
  const simulator = await startRemoteSigningSimulator({
    port: 0,
    folder,
    clock,
    ...client,
    redirectUris: [returnTo],
    certify,
  });
  const open = (more: Partial<RemoteSigningOptions> = {}) =>
    openRemoteSigning({ provider: 'SimCA', url: simulator.url, ...client, ...options, ...more });
  const remote = open();
  return {
    clock,
    authority,
    issued,
    simulator,
    remote,
    open,
    folder,
    async credential() {
      const found = await remote.credentialsOf(hoa);
      const first = found.ok ? found.value[0] : undefined;
      if (!first) throw new Error(JSON.stringify(found));
      return first;
    },
    /** A consent that was given: what `sign` needs. */
    async consented(digests: readonly Uint8Array[], words = 'Đơn đề nghị cấp giấy phép xây dựng') {
      const { id: credential } = await this.credential();
      const { verifier, challenge } = aVerifier();
      const wish = { credential, digests, words, state: 's1', challenge, returnTo };
      const address = must(await remote.consentAddress(wish));
      return { code: await agree(address), verifier, credential, digests, returnTo };
    },
    async stop() {
      await simulator.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const codeOf = (outcome: {
  readonly ok: boolean;
  readonly refusal?: { readonly code: string };
}): string => (outcome.ok ? 'done' : (outcome.refusal?.code ?? ''));
