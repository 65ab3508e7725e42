import type { Findings } from './findings.ts';
import type { ActRow, DossierRow, Shelf } from './shelf.ts';
import { type Stage, statusOf, storedNames, transitions } from './transitions.ts';

interface Walker {
  stage: Stage;
  /** Where a wait leads back to. */
  back: Stage;
  approved: boolean;
  drafter: string | null;
}

/** I3: each history begins with its submission, goes on without a gap, and every fact was possible where it stands. */
export function judgeWalks(shelf: Shelf, findings: Findings): void {
  for (const dossier of shelf.dossiers) {
    findings.look('I3');
    const acts = shelf.acts.get(dossier.id) ?? [];
    const wrong = walk(dossier, acts);
    if (wrong !== undefined)
      findings.break('I3', `${dossier.code}: ${wrong} (${acts.map((act) => act.kind).join(' → ')})`);
  }
}

/** @returns what is wrong, or undefined. */
function walk(dossier: DossierRow, acts: readonly ActRow[]): string | undefined {
  const [first, ...rest] = acts;
  if (first?.kind !== 'submitted' || first.seq !== 1) return 'does not begin with its submission';
  const at: Walker = { stage: '1', back: '4', approved: false, drafter: null };
  const past = new Map<number, Walker>([[1, { ...at }]]);
  let before = first;
  for (const act of rest) {
    if (act.seq !== before.seq + 1) return `act ${act.seq} follows act ${before.seq}`;
    if (act.at < before.at) return `act ${act.seq} is older than the one before it`;
    const wrong = act.kind === 'undone' ? takeBack(at, act, past) : step(at, act);
    past.set(act.seq, { ...at });
    if (wrong !== undefined) return `act ${act.seq} ${act.kind}: ${wrong}`;
    before = act;
  }
  if (dossier.seq !== before.seq) return `stands at act ${dossier.seq} and has ${before.seq}`;
  if (dossier.stage !== storedNames[at.stage])
    return `is ${dossier.stage}, its acts make ${storedNames[at.stage]}`;
  if (dossier.status !== statusOf(at.stage)) return `has status ${dossier.status} in stage ${dossier.stage}`;
  return undefined;
}

/** A slip taken back leads to where the dossier stood before it; the facts in between were of the kind that only move on. */
function takeBack(at: Walker, act: ActRow, past: ReadonlyMap<number, Walker>): string | undefined {
  const earlier = past.get(Number(act.payload['since']));
  if (at.stage !== '2' && at.stage !== '4') return `is not possible in stage ${at.stage}`;
  if (!earlier) return 'leads to no act';
  if (at.approved !== earlier.approved || at.drafter !== earlier.drafter) return 'takes back a decision';
  Object.assign(at, earlier);
  return undefined;
}

function step(at: Walker, act: ActRow): string | undefined {
  const rule = transitions[act.kind];
  if (!rule) return 'is no act of the published list';
  // A withdrawal before acceptance ends at once: 1 → 7 → 8.
  if (!rule.from.includes(at.stage)) return `is not possible in stage ${at.stage}`;
  const wrong = fourEyes(at, act);
  if (wrong !== undefined) return wrong;
  const { stage } = at;
  if (act.kind === 'fee-requested') {
    if (stage === '4') Object.assign(at, { stage: '6', back: '4' });
  } else if (act.kind === 'taken-over') {
    if (stage === '2') at.stage = '4';
  } else if (rule.to === 'back') at.stage = at.back;
  else if (rule.to !== 'same') {
    if (rule.to === '5' || rule.to === '8-paused') at.back = stage;
    // Asked during a wait, a withdrawal leads back to where that wait began.
    if (rule.to === '7' && stage !== '5' && stage !== '6') at.back = stage;
    at.stage = rule.to;
  }
  return undefined;
}

/** Whoever drafted does not sign, nothing is issued unsigned, and nothing signed is withdrawn. */
function fourEyes(at: Walker, act: ActRow): string | undefined {
  switch (act.kind) {
    case 'result-drafted':
      at.drafter = act.actor;
      at.approved = false;
      return undefined;
    case 'result-approved':
      if (at.drafter === null) return 'nothing was drafted';
      if (at.drafter === act.actor) return 'the drafter signed';
      at.approved = true;
      return undefined;
    case 'result-sent-back':
      at.drafter = null;
      at.approved = false;
      return undefined;
    case 'issued':
      return at.approved ? undefined : 'nobody had signed';
    case 'withdrawal-requested':
      return at.approved ? 'was already signed' : undefined;
    default:
      return undefined;
  }
}
