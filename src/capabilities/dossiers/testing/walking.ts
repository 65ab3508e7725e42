import type { Actor } from '#kernel/actor';
import { ownTasks } from '../rules/plan/fold-plan.ts';
import type { Intent } from '../rules/possible.ts';
import { type ADossier, aCitizen, anOfficer, asked, at, centreA, committeeB, police } from './builders.ts';

export const desk = anOfficer(1, centreA, 'one-stop-officer', 'result-desk', 'fee-desk');
export const worker = anOfficer(2, committeeB, 'specialist', 'clerk', 'head-of-office');
const leader = anOfficer(3, committeeB, 'unit-leader');
const experts = [anOfficer(4, asked, 'specialist'), anOfficer(5, police, 'specialist')];
const citizen = aCitizen(1);
export const machine: Actor = { kind: 'system', name: 'test' };
export const minute = 60_000;

type Doing = { readonly intent: Intent; readonly input: unknown; readonly actor: Actor };

/** Everything that somebody could do now to go on. */
function open(told: ADossier, now: number): readonly Doing[] {
  const { state } = told;
  const { plan } = state;
  if (state.stage === 'submitted') return [{ intent: 'accept', input: {}, actor: desk }];
  if (!plan) return [];
  const doing: Doing[] = [];
  for (const { opinion } of plan.tasks)
    for (const actor of opinion ? experts : [])
      doing.push({ intent: 'give-opinion', input: { id: opinion?.id, text: 'ý kiến', agrees: true }, actor });
  for (const { id } of ownTasks(state))
    for (const actor of [desk, worker])
      doing.push({ intent: 'finish-step', input: { note: '', task: id }, actor });
  if (!state.result)
    doing.push({
      intent: 'draft-result',
      input: { outcome: 'granted', title: 'Kết quả', content: {} },
      actor: worker,
    });
  doing.push({ intent: 'confirm-draft', input: {}, actor: citizen });
  doing.push({ intent: 'approve-result', input: {}, actor: leader });
  doing.push({ intent: 'issue', input: { number: '1' }, actor: worker });
  if (plan.messages[0])
    doing.push({
      intent: 'receive-message',
      input: { message: plan.messages[0].message, note: '' },
      actor: worker,
    });
  doing.push(
    { intent: 'take-over', input: {}, actor: desk },
    { intent: 'take-over', input: {}, actor: worker },
  );
  doing.push({ intent: 'return-result', input: { way: 'counter', to: 'A' }, actor: desk });
  if ((plan.wake ?? Number.POSITIVE_INFINITY) <= now)
    doing.push({ intent: 'fire-timer', input: {}, actor: machine });
  return doing;
}

/** Walks to the end; at each turn one of the things that can be done is done. */
export function walk(told: ADossier, turns: readonly number[], each: (now: number) => void): void {
  let now = at(8);
  let backs = 0;
  for (let turn = 0; turn < 400 && told.state.stage !== 'returned'; turn++) {
    const n = turns[turn % turns.length] ?? 0;
    now += (1 + (n % 50)) * minute;
    const doing = open(told, now);
    const before = told.acts.length;
    // Now and then somebody sends it back.
    const [actor, intent] = (
      [
        [worker, 'return-step'],
        [leader, 'send-back-result'],
        [worker, 'pull-back'],
      ] as const
    )[n % 3] ?? [worker, 'pull-back'];
    if (n % 13 === 0 && backs++ < 4) told.tries(intent, { reason: 'xem lại' }, actor, now);
    for (let k = 0; k < doing.length && told.acts.length === before; k++) {
      const { intent, input, actor } = doing[(n + k) % doing.length] as Doing;
      told.tries(intent, input as never, actor, now);
    }
    // Nobody can do anything: only time helps.
    if (told.acts.length === before) now = Math.max(now, told.state.plan?.wake ?? now);
    each(now);
  }
}
