import type { Budget } from '#capabilities/forms';
import type { WorkflowStep } from '#capabilities/workflow';
import type { Instant } from '#kernel/time';
import type { Intent } from '../rules/possible.ts';
import { type DossierState, openFees } from '../rules/state.ts';

/** How a tried dossier goes: to its result, to a refusal, past a request for papers, or back at the counter. */
export const roads = ['granted', 'refused', 'supplement', 'declined'] as const;
export type Road = (typeof roads)[number];

export interface Move {
  readonly intent: Intent;
  readonly input: unknown;
  readonly by: 'citizen' | 'worker' | 'signer' | 'machine';
  /** Working minutes before it; by the budget of the step when silent. */
  readonly minutes?: number;
  readonly budget?: Budget;
  /** The very moment, for what a clock does. */
  readonly at?: Instant;
}

const worker = (intent: Intent, input: unknown = {}, minutes?: number): Move => ({
  intent,
  input,
  by: 'worker',
  ...(minutes === undefined ? {} : { minutes }),
});

const twoDays = 960;

/** What happens next on this road; undefined at its end. */
export function nextMove(
  state: DossierState,
  step: WorkflowStep | undefined,
  road: Road,
  done: ReadonlySet<Intent>,
): Move | undefined {
  switch (state.stage) {
    case 'submitted':
      if (road === 'declined') return worker('decline', { reason: 'Không thuộc thẩm quyền' });
      return worker('accept');
    case 'supplement':
      return state.supplement?.sentAt === undefined
        ? {
            intent: 'send-supplement',
            input: { documents: [], note: 'Đã bổ sung' },
            by: 'citizen',
            minutes: twoDays,
          }
        : worker('confirm-supplement');
    case 'finished':
      return afterResult(state);
    case 'accepted':
    case 'in-process':
      if (state.custody.at(-1)?.takenAt === undefined) return worker('take-over', {}, 30);
      if (road === 'supplement' && !done.has('ask-supplement'))
        return worker('ask-supplement', {
          papers: [{ demand: 'thu', title: 'Giấy tờ thử', reason: 'Ảnh mờ' }],
          reason: 'Ảnh mờ',
          days: 10,
        });
      return step && atStep(state, step, road);
    default:
      return undefined;
  }
}

/** What is done at a step of this kind. */
export function atStep(state: DossierState, step: WorkflowStep, road: Road): Move | undefined {
  const { budget } = step;
  const { result } = state;
  switch (step.does) {
    case 'appraise':
      if (!result)
        return {
          ...worker('draft-result', {
            outcome: road === 'refused' ? 'refused' : 'granted',
            title: 'Kết quả thử',
            content: road === 'refused' ? { lyDo: 'Không đủ điều kiện' } : {},
          }),
          budget,
        };
      if (result.shown && !result.confirmed)
        return { intent: 'confirm-draft', input: {}, by: 'citizen', minutes: 60 };
      return worker('finish-step', { note: '' }, 1);
    case 'approve':
      return { intent: 'approve-result', input: {}, by: 'signer', budget };
    case 'issue':
      return { ...worker('issue', { number: '01/THU' }), budget };
    default:
      return { ...worker('finish-step', { note: '' }), budget };
  }
}

function afterResult(state: DossierState): Move {
  if (state.custody.at(-1)?.takenAt === undefined) return worker('take-over', {}, 30);
  const fees = openFees(state).map((fee) => fee.id);
  if (fees.length > 0) return worker('take-fee', { fees, receipt: 'BL-THU' }, 30);
  return worker('return-result', { way: 'counter', to: 'Người nộp' }, 30);
}
