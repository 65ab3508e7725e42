import { placeOnShelf } from '#capabilities/results';
import { systemActor } from '#kernel/actor';
import { type PersonId } from '#kernel/ids';
import { scopeOf } from '#platform/context';
import {
  credentialAnswer,
  errorAnswer,
  type HolderKey,
  judgeCredential,
  makeKeyProof,
  nonceAnswer,
  readOffer,
  tokenAnswer,
  writeCredentialRequest,
  writeTokenRequest,
} from '#platform/credentials';
import { aCtx } from './database.ts';
import { citizensOfHouse, type House } from './pages.ts';
import { aRegistered, type Registered } from './registered.ts';

export const issuerOfHouse = 'https://motcua.example.vn/giay-to-dien-tu';
let made = 0;

/** A result of the first citizen that lies on the shelf of theirs. */
export async function aShelved(
  house: House,
  change: Parameters<typeof aRegistered>[2] = {},
  person: PersonId = citizensOfHouse.citizen1.id,
): Promise<Registered> {
  const one = await aRegistered(house, Buffer.from(`%PDF-1.7 wallet ${++made}\n%%EOF\n`), change);
  const ctx = aCtx(house.db.worker, systemActor('test'), house.clock);
  await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
    placeOnShelf(transactor, ctx, { person, dossier: one.dossier }),
  );
  return one;
}

export interface OfferOnPage {
  /** The address of its page. */
  readonly at: string;
  readonly link: string;
  readonly code: string;
  readonly number: string;
}

/** The owner asks for an offer and reads it on its page. */
export async function anOffer(house: House, result: string): Promise<OfferOnPage> {
  const { location: at } = await house.visit('POST', `/cua-toi/vi-giay-to/${result}`, {
    as: 'citizen1',
    form: {},
  });
  const { text } = await house.visit('GET', at, { as: 'citizen1' });
  const link = /href="(openid-credential-offer:[^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const number = (/class="mc-code">(\d{3} \d{3})</.exec(text)?.[1] ?? '').replace(' ', '');
  const read = readOffer(link);
  const code = read.ok && 'at' in read.value ? (read.value.at.split('/').at(-1) ?? '') : '';
  return { at, link, code, number };
}

/** What a wallet does over the line, step by step, so that each step can be done wrongly. */
export function aWallet(house: House, origin: string, holder: HolderKey) {
  const ask = async (place: string, init: RequestInit = {}) => {
    const answer = await fetch(`${origin}/giay-to-dien-tu/${place}`, init);
    const body: unknown = answer.headers.get('content-type')?.includes('json')
      ? await answer.json()
      : undefined;
    return { status: answer.status, body, error: errorAnswer.safeParse(body).data?.error };
  };
  const token = async (code: string, number?: string) => {
    const answer = await ask('token', { method: 'POST', body: writeTokenRequest({ code, txCode: number }) });
    return { ...answer, token: tokenAnswer.safeParse(answer.body).data?.access_token ?? '' };
  };
  const nonce = async (): Promise<string> =>
    nonceAnswer.parse((await ask('nonce', { method: 'POST' })).body).c_nonce;
  const proof = (wish: { nonce: string; audience?: string; at?: number }, key = holder) =>
    makeKeyProof({ audience: issuerOfHouse, at: house.clock.now(), ...wish }, key);
  const credential = async (right: string, jwt: string, configuration = 'ket-qua') => {
    const answer = await ask('credential', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${right}` },
      body: JSON.stringify(writeCredentialRequest({ configuration, proof: jwt })),
    });
    return {
      ...answer,
      text: credentialAnswer.safeParse(answer.body).data?.credentials[0]?.credential ?? '',
    };
  };
  return {
    token,
    nonce,
    proof,
    credential,
    /** All of it, rightly. */
    async takes({ code, number }: Pick<OfferOnPage, 'code' | 'number'>): Promise<string> {
      const given = await token(code, number);
      return (await credential(given.token, await proof({ nonce: await nonce() }))).text;
    },
    /** The list that a credential names, as it is served now. */
    async list(text: string, root: Uint8Array): Promise<string> {
      const judged = await judgeCredential(text, { roots: [root], at: house.clock.now() });
      const uri = judged.ok && judged.value.status.is === 'unknown' ? judged.value.status.uri : '';
      return (await fetch(uri.replace('https://motcua.example.vn', origin))).text();
    },
  };
}
