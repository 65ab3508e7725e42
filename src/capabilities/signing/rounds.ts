import { done, type Outcome, refused } from '#kernel/outcome';
import { type DigestSigner, SignerUnavailable } from '#platform/certificates';
import { type Ctx, scopeOf } from '#platform/context';
import { json } from '#platform/db';
import {
  type BroughtBack,
  besides,
  type MadeSignature,
  newConsent,
  recordingSigner,
  replayingSigner,
} from './in-two-steps.ts';
import { placeOf, type SigningParts } from './parts.ts';
import type { RemoteCredential } from './ports.ts';
import { putConsent, takeConsent } from './queries/index.ts';

/** A provider asks for a PIN, a code, an app: whoever has not come back after this begins anew. */
const awayFor = 30 * 60_000;

/** The key in a round, and why it did not sign: `consent-needed`, `consent-full`, `consent-changed`. */
export interface Hand {
  readonly signer: DigestSigner;
  readonly why: () => string;
}

/**
 * What an officer signs in one request, with a key whose holder agrees elsewhere: all of it is put together twice. The first time
 * it is learned what is to be signed; the second time, after the consent, it gets its signatures.
 */
export interface Round {
  /** What has to be the same both times, by its name: made the first time, given again the second. */
  same<T extends string | number>(name: string, make: () => T): T;
  hand(key: string, credential: RemoteCredential): Hand;
  /** What waits for a consent. */
  wanted(): { readonly key: string; readonly digests: readonly Uint8Array[] } | undefined;
  /** Asked once in a round. */
  readonly credentials: Map<string, Promise<Outcome<RemoteCredential>>>;
  readonly notes: ReadonlyMap<string, string | number>;
}

function noted(kept: Kept['notes'] = []): Pick<Round, 'same' | 'credentials' | 'notes'> {
  const notes = new Map(kept);
  return {
    notes,
    credentials: new Map(),
    same<T extends string | number>(name: string, make: () => T): T {
      const value = notes.get(name) ?? make();
      notes.set(name, value);
      return value as T;
    },
  };
}

function firstRound(): Round {
  let asked: { readonly key: string; readonly recording: ReturnType<typeof recordingSigner> } | undefined;
  return {
    ...noted(),
    wanted() {
      const digests = asked?.recording.digests() ?? [];
      return asked && digests.length > 0 ? { key: asked.key, digests } : undefined;
    },
    hand(key, { certificate, chain, most }) {
      const { recording } = (asked ??= { key, recording: recordingSigner(certificate, chain) });
      let full = false;
      return {
        why: () => (full ? 'consent-full' : 'consent-needed'),
        signer: {
          certificate,
          chain,
          sign(data) {
            full = asked?.key !== key || recording.digests().length >= most;
            return full
              ? Promise.reject(new SignerUnavailable('More than one consent'))
              : recording.sign(data);
          },
        },
      };
    },
  };
}

/** After the consent: what was agreed to is signed, and nothing else. */
const secondRound = (key: string, made: readonly MadeSignature[], notes: Kept['notes']): Round => ({
  ...noted(notes),
  wanted: () => undefined,
  hand: (other, { certificate, chain }) => ({
    why: () => 'consent-changed',
    signer: replayingSigner(certificate, chain, other === key ? made : []),
  }),
});

interface Kept {
  readonly key: string;
  readonly digests: readonly string[];
  readonly verifier: string;
  readonly returnTo: string;
  readonly notes: readonly (readonly [string, string | number])[];
  /** What the officer was doing, as whoever began it wrote it down. */
  readonly redo: unknown;
}

export interface Leaving {
  /** What is signed, as the officer reads it on the page of the provider. */
  readonly words: string;
  readonly returnTo: string;
  /** Plain JSON: what has to be done again when they are back. */
  readonly redo: unknown;
}

/** Officers whose key a provider keeps leave for its page, and come back. */
export const openRounds = (parts: SigningParts) => ({
  open: firstRound,

  /**
   * Where the officer agrees to all that the round would have signed; undefined when it would have signed nothing. Refused:
   * `remote-unknown`, `remote-silent`, `remote-odd`.
   */
  async leave(
    ctx: Ctx,
    round: Round,
    { words, returnTo, redo }: Leaving,
  ): Promise<Outcome<string> | undefined> {
    const wanted = round.wanted();
    if (!wanted || ctx.actor.kind !== 'officer') return undefined;
    const { key, digests } = wanted;
    const place = placeOf(parts, key);
    if (!place) return refused({ code: 'remote-unknown' });
    const { state, verifier, challenge } = newConsent();
    const { credential, remote } = place;
    const url = await remote.consentAddress({ credential, digests, words, state, challenge, returnTo });
    if (!url.ok) return url;
    const kept: Kept = {
      key,
      digests: digests.map((digest) => Buffer.from(digest).toString('base64')),
      verifier,
      returnTo,
      notes: [...round.notes],
      redo,
    };
    const { officer } = ctx.actor;
    const now = ctx.clock.now();
    await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
      transactor.get(putConsent, { state, officer, kept: json(kept), until: now + awayFor, now }),
    );
    return url;
  },

  /**
   * The officer is back: what they were doing, and the round in which it is done again. Undefined when nobody left with this, or
   * it was taken already. The round is refused as `remote-consent-refused`, `remote-consent-expired`, `remote-unknown`,
   * `remote-silent`, `remote-odd`.
   */
  async back(
    ctx: Ctx,
    { state, code = '', error = '' }: BroughtBack & { readonly state: string },
  ): Promise<{ readonly redo: unknown; readonly round: Outcome<Round> } | undefined> {
    const { actor } = ctx;
    if (actor.kind !== 'officer') return undefined;
    const taken = await ctx.db.transact(scopeOf(actor), (transactor) =>
      transactor.find(takeConsent, { state, officer: actor.officer }),
    );
    if (!taken) return undefined;
    const { key, verifier, returnTo, notes, redo, ...kept } = taken.kept as Kept;
    const refuse = (why: string) => ({ redo, round: refused({ code: why }) });
    if (taken.until < ctx.clock.now()) return refuse('remote-consent-expired');
    if (code === '') return refuse(error === 'access_denied' ? 'remote-consent-refused' : 'remote-odd');
    const place = placeOf(parts, key);
    if (!place) return refuse('remote-unknown');
    const digests = kept.digests.map((digest) => Buffer.from(digest, 'base64'));
    const { remote, credential } = place;
    const signed = await remote.sign({ code, verifier, credential, digests, returnTo });
    if (!signed.ok) return { redo, round: signed };
    const made = besides(digests, signed.value);
    return made ? { redo, round: done(secondRound(key, made, notes)) } : refuse('remote-odd');
  },
});
