import { z } from 'zod';
import { done, type Outcome, refused } from '#kernel/outcome';

const request = z.object({
  credential_configuration_id: z.string().min(1).max(200),
  proofs: z.object({ jwt: z.array(z.string().max(10_000)).length(1) }),
});

export interface CredentialRequest {
  readonly configuration: string;
  /** One key, one credential. */
  readonly proof: string;
}

/** The body of a credential request (OpenID4VCI 1.0 §8.2); refused with the code of the answer (§8.3.1.2). */
export function readCredentialRequest(body: unknown): Outcome<CredentialRequest> {
  const read = request.safeParse(body);
  if (read.success)
    return done({
      configuration: read.data.credential_configuration_id,
      proof: read.data.proofs.jwt[0] ?? '',
    });
  const inProof = read.error.issues.every(({ path }) => path[0] === 'proofs');
  return refused({ code: inProof ? 'invalid_proof' : 'invalid_credential_request' });
}

export const writeCredentialRequest = ({ configuration, proof }: CredentialRequest) => ({
  credential_configuration_id: configuration,
  proofs: { jwt: [proof] },
});

export const makeCredentialAnswer = (credential: string) => ({ credentials: [{ credential }] });
export const credentialAnswer = z.object({
  credentials: z
    .array(z.object({ credential: z.string().max(300_000) }))
    .min(1)
    .max(10),
});

export const makeNonceAnswer = (nonce: string) => ({ c_nonce: nonce });
export const nonceAnswer = z.object({ c_nonce: z.string().min(1).max(2_000) });
