import { refused } from '#kernel/outcome';
import type { Said } from './call.ts';

type Bad = Exclude<Said<never>, { kind: 'answer' }>;

/** What a call without an answer comes to; `meant` is the refusal for an error that the provider spoke out. */
export function failed(said: Bad, meant: string) {
  switch (said.kind) {
    case 'silent':
      return refused({ code: 'remote-silent', details: { why: said.why } });
    case 'odd':
      return refused({ code: 'remote-odd', details: { why: said.why } });
    case 'error':
      return refused({ code: meant, details: { why: said.error } });
  }
}

/** Errors about a code or what it was exchanged for: over, or not for this. */
export function expired(said: Bad): string {
  if (said.kind !== 'error') return 'remote-odd';
  if (said.error === 'invalid_grant' || said.error === 'invalid_token') return 'remote-consent-expired';
  // CSC has no error of its own for hashes that were not agreed to: invalid_request names them.
  const refusals = ['access_denied', 'invalid_request', 'insufficient_scope'];
  return refusals.includes(said.error) ? 'remote-consent-refused' : 'remote-odd';
}
