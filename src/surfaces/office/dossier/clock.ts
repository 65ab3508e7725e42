import { minuteOf, workingMinutesBetween } from '#capabilities/calendar';
import type { Act, ActKind, DossierView } from '#capabilities/dossiers';
import type { Instant } from '#kernel/time';

/** A time in which the clock stood, or stands. */
export interface Wait {
  readonly from: Instant;
  readonly to: Instant | undefined;
  readonly why: ActKind;
  readonly reason: string;
}

const begins: readonly ActKind[] = [
  'supplement-requested',
  'fee-requested',
  'paused',
  'withdrawal-requested',
];
const ends: readonly ActKind[] = [
  'supplement-confirmed',
  'clock-resumed',
  'resumed',
  'withdrawal-taken-back',
  'withdrawal-refused',
  'stopped',
  'declined',
];

/** Waits with their reasons, from the acts; a wait within a wait is one wait. */
export function waitsOf(acts: readonly Act[], state: DossierView['state']): readonly Wait[] {
  const waits: Wait[] = [];
  let open: Wait | undefined;
  for (const act of acts) {
    if (
      begins.includes(act.kind) &&
      !open &&
      !(act.kind === 'fee-requested' && !stopsClock(act, acts, state))
    ) {
      const payload = act.payload as { readonly reason?: string };
      open = { from: act.at, to: undefined, why: act.kind, reason: payload.reason ?? '' };
    } else if (open && ends.includes(act.kind)) {
      waits.push({ ...open, to: act.at });
      open = undefined;
    }
  }
  return open && state.waitingSince !== undefined ? [...waits, open] : waits;
}

/** A fee asked for before processing is merely unpaid: no act ends that wait, and none runs now. */
const stopsClock = (act: Act, acts: readonly Act[], state: DossierView['state']): boolean =>
  state.waitingSince === act.at ||
  acts.some((later) => later.seq > act.seq && later.kind === 'clock-resumed');

/** Working minutes spent at each step so far, and since when the present one runs. */
export function timeAtSteps({ acts, rules }: DossierView, now: Instant): ReadonlyMap<string, number> {
  const spent = new Map<string, number>();
  let at: { readonly step: string; readonly since: Instant } | undefined;
  const leave = (until: Instant) => {
    if (!at) return;
    const minutes = workingMinutesBetween(rules.calendar, minuteOf(at.since), minuteOf(until)) ?? 0;
    spent.set(at.step, (spent.get(at.step) ?? 0) + minutes);
  };
  for (const act of acts) {
    const next = stepEntered(act, rules.definition.workflow.steps[0]?.id);
    if (next === undefined) continue;
    leave(act.at);
    at = next === '' ? undefined : { step: next, since: act.at };
  }
  leave(now);
  return spent;
}

/** The step that an act leads to; '' when it leaves the last one. */
function stepEntered(act: Act, first: string | undefined): string | undefined {
  switch (act.kind) {
    case 'submitted':
      return first;
    case 'accepted':
      return act.payload.step;
    case 'step-finished':
      return act.payload.next;
    case 'step-returned':
    case 'pulled-back':
    case 'result-sent-back':
      return act.payload.to;
    case 'undone':
      return act.payload.before.step ?? first;
    case 'issued':
    case 'declined':
    case 'stopped':
      return '';
    default:
      return undefined;
  }
}
