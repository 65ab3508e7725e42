import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isUuid } from '#kernel/ids';
import type { Instant } from '#kernel/time';

type Kind = 'code' | 'token' | 'nonce';

const macOf = (secret: string, kind: Kind | 'number', text: string): Buffer =>
  createHmac('sha256', secret).update(`credentials ${kind} ${text}`).digest();

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const sealed = (secret: string, kind: Kind, text: string): string =>
  `${text}.${macOf(secret, kind, text).toString('base64url')}`;

function opened(secret: string, kind: Kind, mark: string): string | undefined {
  const text = mark.slice(0, Math.max(0, mark.lastIndexOf('.')));
  return text !== '' && same(mark, sealed(secret, kind, text)) ? text : undefined;
}

/** The pre-authorised code of an offer, and the token that it is exchanged for. */
export const markOf = (secret: string, kind: 'code' | 'token', offer: string): string =>
  sealed(secret, kind, offer);

/** @returns the offer that a code or token was made for; nothing for what was not made here. */
export function offerOfMark(secret: string, kind: 'code' | 'token', mark: string): string | undefined {
  const offer = opened(secret, kind, mark);
  return offer !== undefined && isUuid(offer) ? offer : undefined;
}

/** Six digits that are typed into the wallet: a link that got lost is not enough. */
export const numberOf = (secret: string, offer: string): string =>
  String(macOf(secret, 'number', offer).readUInt32BE() % 1_000_000).padStart(6, '0');

export const isNumberOf = (secret: string, offer: string, typed: string): boolean =>
  same(typed, numberOf(secret, offer));

const nonceLasts = 300_000;

/** It knows its own end, so that nothing is kept before it is used. */
export const makeNonce = (secret: string, at: Instant): string =>
  sealed(secret, 'nonce', `${at + nonceLasts}-${randomBytes(16).toString('base64url')}`);

/** @returns until when a nonce of ours may be used; nothing for another's or one that is over. */
export function endOfNonce(secret: string, nonce: string, at: Instant): Instant | undefined {
  const until = Number(opened(secret, 'nonce', nonce)?.split('-')[0]);
  return until > at ? until : undefined;
}
