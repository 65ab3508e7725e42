import type { CodeLists, DocumentDemand } from '#capabilities/forms';
import type { Instant } from '#kernel/time';
import { type Applicant, wordsOf } from '../commands/compose-dossier.ts';
import type { DossierView } from '../look.ts';
import type { LoadedDossier } from '../queries/load-dossier.ts';
import type { Filing } from '../rules/filing.ts';
import type { DossierState } from '../rules/state.ts';
import { triedReceiver } from './cast.ts';
import type { Tried } from './try-out.ts';

/** The charges that there would be: nobody is charged in a run. */
export const triedCharges = (
  { fees }: Filing,
  state: DossierState,
  raisedAt: Instant,
  tableVersion: number,
): DossierView['charges'] =>
  fees
    .filter(({ amount }) => amount > 0)
    .map(({ id, kind, name, amount, when, basis }) => {
      const fee = state.fees.find((each) => each.id === id);
      return {
        id,
        bill: '',
        fee: id,
        kind,
        name: name.vi,
        amount,
        fullAmount: amount,
        dueAt: when,
        ground: basis,
        counted: '',
        tableVersion,
        payee: state.competent,
        refundable: true,
        assessed: null,
        raisedAt,
        state: fee?.paid ? 'paid' : fee?.exempt ? 'exempt' : 'owed',
        settledAt: fee?.paid?.at ?? null,
        way: fee?.paid ? 'cash' : null,
        receipt: null,
        session: null,
      };
    });

/** What a run does not say of its dossier. */
export interface NamesOfRun {
  readonly code: string;
  readonly procedureName: string;
  readonly applicant: Applicant;
  readonly lists: CodeLists;
}

export const triedRef = { homeUnit: triedReceiver, id: '00000000-0000-8000-8000-000000000301' } as const;

/**
 * A tried dossier as its pages in the office are drawn from it, after the act at this place of its story (from 0). Nobody has looked at
 * it or written about it; undefined past its end.
 */
export function viewOfTried(
  { filing, story, rules }: Tried,
  nth: number,
  names: NamesOfRun,
): DossierView | undefined {
  const moment = story[nth];
  const begun = story[0];
  if (!moment || !begun || !rules) return undefined;
  const { state } = moment;
  const { definition } = rules;
  const dossier: LoadedDossier = {
    home_unit: triedRef.homeUnit,
    id: triedRef.id,
    code: names.code,
    secret: '',
    procedure_code: definition.code,
    procedure_version: definition.version,
    procedure_name: names.procedureName,
    channel: state.channel,
    person_id: null,
    identity_pending: state.identityPending,
    applicant: { ...names.applicant },
    owner_name: names.applicant.name,
    helper_unit: state.receiver,
    state,
    seq: state.seq,
    draft_id: null,
    answers: filing.answers,
  };
  const paper = ({ id, name, originals, copies }: DocumentDemand): DossierView['documents'][number] => ({
    id,
    demand: id,
    title: name.vi,
    sha256: null,
    file_name: null,
    size: null,
    kind: null,
    source: state.channel === 'online' ? 'upload' : 'scan',
    originals,
    copies,
    seq: 1,
    added_at: begun.at,
    replaced_by: null,
    checked: null,
    note: '',
  });
  return {
    dossier,
    acts: story.slice(0, nth + 1).map(({ act }) => act),
    documents: filing.demands.filter(({ group }) => group === 'submit').map(paper),
    forms: [
      {
        seq: 1,
        answers: filing.answers,
        words: wordsOf(definition, filing.answers, names.lists),
      },
    ],
    messages: [],
    readings: [],
    notes: [],
    charges: triedCharges(filing, state, begun.at, definition.version),
    rules,
    state,
  };
}
