import { type Holder, openSigning, type Signing } from '#capabilities/signing';
import { done, refused } from '#kernel/outcome';
import type { Clock } from '#kernel/time';
import { type CertificateStatus, type DigestSigner, type TimeStamper } from '#platform/certificates';
import { makeStamp } from '#platform/cms';
import type { RemoteSigning } from '#ports/signing';
import { newSerial, type SmallAuthority } from './small-authority.ts';
import { smallRevocations } from './small-revocations.ts';

export interface SmallSigning {
  readonly signing: Signing;
  /** Keys by their names; one of another certificate may be put in the place of one that stands. */
  readonly keys: Map<string, DigestSigner>;
  /** Set, it is what the authority answers about everybody; `undefined` is silence. */
  says: CertificateStatus | undefined;
}

export const keyNameOf = ({ kind, id }: Pick<Holder, 'kind' | 'id'>): string => `${kind}-${id}`;

/** The room of signing over an authority in memory that certifies, answers and stamps at once. */
export function smallSigning(
  authority: SmallAuthority,
  clock: Pick<Clock, 'now'>,
  { remote }: { readonly remote?: Readonly<Record<string, RemoteSigning>> } = {},
): SmallSigning {
  const keys = new Map<string, DigestSigner>();
  const revocations = smallRevocations(authority, clock, () => own.says);
  const stamper: TimeStamper = {
    stamp: (digest) =>
      makeStamp(
        { imprint: { hash: 'sha256', digest } },
        {
          signer: authority.clock,
          policy: '1.3.6.1.4.1.99999.1.1',
          at: clock.now(),
          accuracyMs: 900,
          serial: newSerial(),
        },
      ),
  };
  const own: SmallSigning = {
    keys,
    says: { is: 'good' },
    signing: openSigning({
      stores: [
        {
          kind: 'file',
          async signer(key) {
            const found = keys.get(key);
            return found ? done(found) : refused({ code: 'key-missing' });
          },
        },
      ],
      enrolment: {
        store: 'file',
        async enrol({ key, subject }) {
          const signer = await authority.issue({ subject, keyUsage: ['digitalSignature', 'nonRepudiation'] });
          keys.set(key, signer);
          return done(signer);
        },
      },
      ...(remote && { remote }),
      stamper,
      revocations,
      roots: [authority.root],
    }),
  };
  return own;
}
