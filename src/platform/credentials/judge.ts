import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { judgeBinding, type Shown } from './binding.ts';
import type { PublicJwk } from './es256.ts';
import { instantOf, skew } from './moments.ts';
import { splitSdJwt, uncover } from './sd-jwt.ts';
import { openStatusList, statuses } from './status-list.ts';
import type { JsonObject } from './strict-json.ts';
import {
  credentialType,
  neverDisclosed,
  type Technical,
  technicalShape,
  withoutTechnical,
} from './technical.ts';
import { openJws, type SignedBy, type Trust } from './trust.ts';

export interface CredentialQuestion extends Trust {
  /** `vct` that are asked for; any when absent. */
  readonly types?: readonly string[];
  /** The status list that the credential names. Without it nothing is known about revocation. */
  readonly statusList?: string;
  /** A presentation is asked for: to whom, and with which nonce. */
  readonly expected?: { readonly audience: string; readonly nonce: string };
}

/** What is known about revocation: nothing without a list; a list that is too old says nothing good any more. */
export type StatusWord =
  | { readonly is: 'none' }
  | { readonly is: 'unknown'; readonly uri: string }
  | {
      readonly is: 'valid' | 'stale';
      readonly asOf: Instant;
      /** Who signed the list: somebody believed, not always who issued the credential. */
      readonly signedBy: SignedBy;
    };

export type HolderWord =
  | { readonly is: 'none' }
  | { readonly is: 'not-shown'; readonly key: PublicJwk }
  | ({ readonly is: 'shown'; readonly key: PublicJwk } & Shown);

export interface JudgedCredential {
  readonly type: string;
  /** What is open or was disclosed, without the technical parts. */
  readonly claims: JsonObject;
  /** Claims and decoys that are not shown. */
  readonly hidden: number;
  readonly signedBy: SignedBy;
  readonly issuedAt: Instant | undefined;
  readonly expiresAt: Instant | undefined;
  readonly status: StatusWord;
  readonly holder: HolderWord;
}

/**
 * Judges a verifiable credential or its presentation (SD-JWT VC) at a moment: who signed, that nothing was changed, dates,
 * revocation as far as a list is given, and the holder's key. Fetches nothing; runs in a browser too.
 */
export async function judgeCredential(
  text: string,
  question: CredentialQuestion,
): Promise<Outcome<JudgedCredential>> {
  const split = splitSdJwt(text);
  if (!split.ok) return split;
  const codes = { odd: 'credential-odd', forged: 'credential-forged' };
  const jws = await openJws(split.value.jwt, credentialType, question, codes);
  if (!jws.ok) return jws;
  const uncovered = await uncover(jws.value.payload, split.value.disclosures);
  if (!uncovered.ok) return uncovered;
  const { claims, disclosed, hidden } = uncovered.value;
  if (disclosed.some((name) => neverDisclosed.includes(name))) return refused({ code: 'disclosure-odd' });
  const read = technicalShape.safeParse(claims);
  if (!read.success) return refused({ code: 'credential-odd' });
  const technical = read.data;
  const { vct, iat, exp } = technical;
  if (question.types && !question.types.includes(vct)) return refused({ code: 'credential-other-type' });
  const early = [iat, technical.nbf].some(
    (from) => from !== undefined && instantOf(from) > question.at + skew,
  );
  if (early) return refused({ code: 'credential-not-yet' });
  if (exp !== undefined && instantOf(exp) <= question.at)
    return refused({ code: 'credential-expired', details: { since: instantOf(exp) } });
  const holder = await judgeHolder(technical, split.value, question);
  if (!holder.ok) return holder;
  const status = await judgeStatus(technical, question);
  if (!status.ok) return status;
  return done({
    type: vct,
    claims: withoutTechnical(claims),
    hidden,
    signedBy: jws.value.signedBy,
    issuedAt: iat === undefined ? undefined : instantOf(iat),
    expiresAt: exp === undefined ? undefined : instantOf(exp),
    status: status.value,
    holder: holder.value,
  });
}

async function judgeHolder(
  { cnf }: Technical,
  { binding, shown }: { readonly binding: string | undefined; readonly shown: string },
  { expected, at }: CredentialQuestion,
): Promise<Outcome<HolderWord>> {
  if (binding === undefined) {
    if (expected) return refused({ code: 'holder-missing' });
    return done(cnf ? { is: 'not-shown', key: cnf.jwk } : { is: 'none' });
  }
  if (!cnf) return refused({ code: 'holder-wrong' });
  const judged = await judgeBinding(binding, shown, { key: cnf.jwk, at });
  if (!judged.ok) return judged;
  const { audience, nonce } = judged.value;
  if (expected && (expected.audience !== audience || expected.nonce !== nonce))
    return refused({ code: 'holder-elsewhere' });
  return done({ is: 'shown', key: cnf.jwk, ...judged.value });
}

async function judgeStatus(
  { status }: Technical,
  question: CredentialQuestion,
): Promise<Outcome<StatusWord>> {
  if (!status) return done({ is: 'none' });
  const { uri, idx } = status.status_list;
  if (question.statusList === undefined) return done({ is: 'unknown', uri });
  const list = await openStatusList(question.statusList, uri, question);
  if (!list.ok) return list;
  const { asOf, until, signedBy } = list.value;
  const found = list.value.statusAt(idx);
  if (found === undefined) return refused({ code: 'status-odd' });
  if (found === statuses.suspended) return refused({ code: 'credential-suspended', details: { asOf } });
  // What we do not know is not good.
  if (found !== statuses.valid) return refused({ code: 'credential-revoked', details: { asOf } });
  return done({ is: until !== undefined && until <= question.at ? 'stale' : 'valid', asOf, signedBy });
}
