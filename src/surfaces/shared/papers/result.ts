import type { ResultDraftValues, ResultValues } from '#capabilities/papers';
import type { Instant } from '#kernel/time';
import { capacityOf } from './capacity.ts';
import { dossierValues, headOf } from './head.ts';
import { lastAct, type Made } from './made.ts';
import type { PaperPlaces, PaperSource } from './source.ts';

const longestLabel = 80;

/**
 * What a result says, in the order in which the form asks: stored as JSON its lines have lost their own order. Lines
 * that the drafter added stand last.
 */
export function resultFacts({ state, rules }: Pick<PaperSource, 'state' | 'rules'>) {
  const places = new Map<string, number>();
  for (const page of rules.definition.form.pages)
    for (const question of page.questions)
      for (const label of [question.label.vi, `${page.title.vi}: ${question.label.vi}`])
        if (!places.has(label.slice(0, longestLabel))) places.set(label.slice(0, longestLabel), places.size);
  const place = (label: string) => places.get(label) ?? places.size;
  return Object.entries(state.result?.content ?? {})
    .map(([label, value]) => ({ label, value }))
    .sort((a, b) => place(a.label) - place(b.label));
}

function drafted(source: PaperSource, places: PaperPlaces, at: number): ResultDraftValues | undefined {
  const { state, ownerName, applicant } = source;
  if (!state.result) return undefined;
  const own = applicant.name === ownerName;
  return {
    ...headOf(places, state.competent, at),
    ...dossierValues(source, places),
    kind: state.result.title,
    owner_name: ownerName,
    ...(own && applicant.personalNumber ? { owner_id: applicant.personalNumber } : {}),
    ...(own && applicant.address ? { owner_address: applicant.address } : {}),
    facts: resultFacts(source),
    signer_capacity: capacityOf(places, state.competent),
  };
}

/** What the person is asked to look over, before anybody signs. */
export function resultDraft(source: PaperSource, places: PaperPlaces): Made<ResultDraftValues> | undefined {
  const act = lastAct(source, 'result-drafted');
  const values =
    act && source.state.result?.number === undefined ? drafted(source, places, act.at) : undefined;
  return act && values && { at: act.at, values };
}

export interface SigningOfResult {
  readonly at: Instant;
  readonly signerName: string;
  /** Line by line (`capacityOf`). */
  readonly capacity: string;
  readonly token: string;
}

/** The result as the leader signs it: the agency's signature writes number and date. */
export function resultToSign(
  source: PaperSource,
  places: PaperPlaces,
  { at, signerName, capacity, token }: SigningOfResult,
): Made<ResultValues> | undefined {
  const values = drafted(source, places, at);
  if (!values) return undefined;
  const { issued_on: _later, number: _none, ...rest } = values;
  return {
    at,
    values: {
      ...rest,
      signer_capacity: capacity,
      signer_name: signerName,
      check_address: `${places.publicUrl}/kiem-tra/${token}`,
    },
  };
}

/** The result as it was issued. */
export function result(source: PaperSource, places: PaperPlaces): Made<ResultValues> | undefined {
  const issued = lastAct(source, 'issued');
  const { result: stands } = source.state;
  if (!issued || stands?.number === undefined || !stands.approved) return undefined;
  const values = drafted(source, places, issued.at);
  return (
    values && {
      at: issued.at,
      values: {
        ...values,
        number: stands.number,
        signer_name: stands.approved.name,
        ...(stands.approved.capacity !== undefined && { signer_capacity: stands.approved.capacity }),
      },
    }
  );
}
