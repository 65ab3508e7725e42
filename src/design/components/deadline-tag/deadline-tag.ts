import type { Html } from '#platform/html';
import type { IconName } from '../icon/icon.ts';
import { type Tone, tag } from '../tag/tag.ts';

export type DeadlineState = 'in-time' | 'soon' | 'overdue' | 'paused' | 'finished';

export interface DeadlineTagProps {
  /** The words come from who can count working time: "còn 6 giờ làm việc". */
  readonly text: string;
  readonly state: DeadlineState;
}

const looks: Record<DeadlineState, { readonly tone: Tone; readonly icon: IconName }> = {
  'in-time': { tone: 'jade', icon: 'dot' },
  soon: { tone: 'amber', icon: 'clock' },
  overdue: { tone: 'red', icon: 'warning' },
  paused: { tone: 'grey', icon: 'pause' },
  finished: { tone: 'grey', icon: 'check' },
};

/** How a deadline stands: words, colour and a shape of its own for each state. */
export function deadlineTag({ text, state }: DeadlineTagProps): Html {
  return tag({ text, ...(looks[state] ?? looks.paused) });
}
