import { readCertificate } from '#platform/certificates';
import { html } from '#platform/html';
import type { VerifierPage } from '#surfaces/shared';
import type { Given } from './browser/given.ts';
import { type VerifierProps, verifierView } from './verifier.view.ts';

export interface VerifierWish extends Omit<Given, 'roots'> {
  /** Roots under which agencies have their certificates, in DER. */
  readonly roots: readonly Uint8Array[];
}

function named(der: Uint8Array): VerifierProps['rootNames'][number] {
  const read = readCertificate(der);
  if (!read.ok) throw new Error('A root of trust that cannot be read');
  return { name: read.value.subject.text, fingerprint: read.value.fingerprint };
}

/** What becomes the one file. @throws when a root is no certificate. */
export function verifierPageOf({ roots, ...wish }: VerifierWish): VerifierPage {
  const given = { ...wish, roots: roots.map((der) => Buffer.from(der).toString('base64')) };
  return {
    title: html`Kiểm tra giấy tờ, không cần mạng – ${wish.place}`,
    body: verifierView({ ...given, rootNames: roots.map(named) }),
    given,
  };
}
