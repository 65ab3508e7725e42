import {
  type Act,
  type ActKind,
  actsOf,
  type Costs,
  costsOf,
  type LoadedDossier,
  loadDossier,
} from '#capabilities/dossiers';
import { billedIn, sumOf } from '#capabilities/payments';
import type { Dong } from '#kernel/money';
import type { OutboxEvent, Reacting } from '#platform/jobs';

export interface About {
  readonly ref: { readonly homeUnit: string; readonly id: string };
  readonly dossier: LoadedDossier;
  readonly acts: readonly Act[];
  /** The act that the event tells of; the dossier may have gone further since. */
  readonly act: Act | undefined;
  readonly costs: Costs;
  /** Payment code, once there was something to pay. */
  readonly bill: string | undefined;
  /** Still to be paid, by the books. */
  readonly owed: Dong;
}

/** The dossier of an event; undefined when there is none, which only a foreign event can bring about. */
export async function aboutOf(event: OutboxEvent, { transactor }: Reacting): Promise<About | undefined> {
  const key = { home_unit: event.homeUnit, id: event.subject };
  const dossier = await transactor.find(loadDossier, key);
  if (!dossier) return undefined;
  const acts = await transactor.rows(actsOf, key);
  const act = acts.find((one) => one.seq === event.payload['seq']);
  const ref = { homeUnit: event.homeUnit, id: event.subject };
  const charges = dossier.state.fees.length > 0 ? await billedIn(transactor, ref) : [];
  const owed = sumOf(charges.filter(({ state }) => state === 'owed'));
  return { ref, dossier, acts, act, costs: costsOf(charges), bill: charges[0]?.bill, owed };
}

export type ActOfKind<K extends ActKind> = Extract<Act, { kind: K }>;

export const isKind = <K extends ActKind>(act: Act | undefined, kind: K): act is ActOfKind<K> =>
  act?.kind === kind;
