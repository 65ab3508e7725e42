import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { type DifferenceKind, toolsOf } from './kinds.ts';

/** What a person does with an item. */
export type WorkStep =
  | { readonly kind: 'taken' }
  | { readonly kind: 'explained'; readonly words: string }
  | { readonly kind: 'asked' }
  | { readonly kind: 'told' }
  | { readonly kind: 'marked'; readonly as: 'refund' | 'surplus'; readonly words: string }
  | { readonly kind: 'closed'; readonly words: string };

export interface WorkItem {
  readonly kind: DifferenceKind;
  readonly state: 'open' | 'in-hand' | 'closed';
  readonly session_id: string | null;
}

export interface WorkedOff {
  readonly state: 'open' | 'in-hand' | 'closed';
  readonly words: string;
  readonly marked: 'refund' | 'surplus' | null;
}

const longest = 2000;

/** What a step makes of an item, or why it cannot be done. Whoever does anything has it in hand. */
export function decideStep(item: WorkItem, step: WorkStep): Outcome<WorkedOff> {
  if (item.state === 'closed') return refused({ code: 'item-closed' });
  const tools = toolsOf(item.kind);
  const words = 'words' in step ? cleanText(step.words) : '';
  if (words.length > longest) return refused({ code: 'too-long', field: 'words' });
  if ((step.kind === 'explained' || step.kind === 'closed') && words === '')
    return refused({ code: 'words-missing', field: 'words' });
  if (step.kind === 'asked' && !(tools.ask && item.session_id !== null))
    return refused({ code: 'nothing-to-ask' });
  if (step.kind === 'told' && !tools.tell) return refused({ code: 'nothing-to-tell' });
  if (step.kind === 'marked' && !tools.mark.includes(step.as)) return refused({ code: 'not-markable' });
  return done({
    state: step.kind === 'closed' ? 'closed' : 'in-hand',
    words,
    marked: step.kind === 'marked' ? step.as : null,
  });
}
