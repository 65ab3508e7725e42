import { z } from 'zod';
import { params, query } from '#platform/db';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
const id = z.object({ id: z.string() });
type Of = { person: string; id: string };

const factsRow = z.object({
  id: z.string(),
  home_unit: z.string(),
  dossier_id: z.string(),
  number: z.string(),
  kind: z.string(),
  title: z.string(),
  issuer: z.string(),
  owner_name: z.string(),
  own: z.boolean(),
  issued_at: z.number(),
  valid_until: z.string().nullable(),
  sha256: z.string().nullable(),
  state: z.enum(['valid', 'replaced', 'revoked', 'expired']),
});
export type Facts = z.output<typeof factsRow>;
export const facts = query({
  file: file('facts'),
  params: params<{ person: string; result: string; today: string }>(),
  row: factsRow,
});

const offerRow = z.object({
  result_id: z.string(),
  expires_at: z.number(),
  tries: z.number(),
  redeemed_at: z.number().nullable(),
  taken_at: z.number().nullable(),
});
export const addOffer = query({
  file: file('add-offer'),
  params: params<Of & { result: string; now: number; until: number }>(),
  row: id,
});
export const endOffers = query({
  file: file('end-offers'),
  params: params<{ person: string; result: string; now: number }>(),
  row: id,
});
export const offer = query({ file: file('offer'), params: params<Of>(), row: offerRow });
export const lockOffer = query({ file: file('lock-offer'), params: params<Of>(), row: offerRow });
export const wrongNumber = query({ file: file('wrong-number'), params: params<Of>(), row: id });
export const redeem = query({ file: file('redeem'), params: params<Of & { now: number }>(), row: id });
export const takeOffer = query({ file: file('take-offer'), params: params<Of & { now: number }>(), row: id });
export const whose = query({
  file: file('whose'),
  params: params<{ offer: string }>(),
  row: z.object({ person: z.string().nullable() }),
});
export const useNonce = query({
  file: file('use-nonce'),
  params: params<{ nonce: string; until: number; now: number }>(),
  row: z.object({ nonce: z.string() }),
});

export const openList = query({
  file: file('open-list'),
  params: params<{ agency: string }>(),
  row: z.object({ list: z.number() }),
});
export const addCredential = query({
  file: file('add-credential'),
  params: params<
    Of & {
      home_unit: string;
      dossier: string;
      result: string;
      agency: string;
      list: number;
      place: number;
      holder: string;
      now: number;
      until: number;
    }
  >(),
  row: id,
});
export const listState = query({
  file: file('list-state'),
  params: params<{ agency: string; list: number; today: string }>(),
  row: z.object({ total: z.number(), ended: z.array(z.number()) }),
});
