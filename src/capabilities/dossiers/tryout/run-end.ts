import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { LocalText } from '#kernel/text';
import { localDate } from '#kernel/time';
import { stages } from '../rules/state.ts';
import { toldOf } from '../told/told.ts';
import { costsOfTried, type Tried } from './try-out.ts';

/** What counts of the end of a run: not each minute of its way, but everything that its people would notice. */
export const endShape = z.strictObject({
  /** Last stage, `null` where it could not be filed. */
  stage: z.enum(stages).nullable(),
  /** Why it went no further, with the place. */
  stuck: z.string().max(200).nullable(),
  /** Steps done, in their order. */
  steps: z.array(z.string().max(100)).max(200),
  fees: z.array(z.strictObject({ id: z.string().max(100), amount: z.int() })).max(100),
  /** Papers that must be submitted. */
  papers: z.array(z.string().max(100)).max(200),
  /** Moments at which the person was written to. */
  messages: z.array(z.string().max(60)).max(200),
  /** Day that was promised last. */
  promised: z.string().max(10).nullable(),
  ended: z.string().max(10).nullable(),
  late: z.boolean(),
});
export type RunEnd = z.output<typeof endShape>;

export function endOf({ stuck, state, story, filing }: Tried): RunEnd {
  const acts = story.map(({ act }) => act);
  const costs = costsOfTried(filing);
  const last = story.at(-1);
  return {
    stage: state?.stage ?? null,
    stuck: stuck ? [stuck.code, stuck.field].filter(Boolean).join(': ').slice(0, 200) : null,
    steps: acts.flatMap((act) => (act.kind === 'step-finished' ? [act.payload.step] : [])).slice(0, 200),
    fees: (state?.fees ?? []).map(({ id }) => ({ id, amount: costs([id]) })),
    papers: filing.demands.filter(({ group }) => group === 'submit').map(({ id }) => id),
    messages: story.flatMap(({ act }, index) => {
      const after = story[index]?.state;
      const told = after && toldOf(act, { acts: acts.slice(0, index + 1), state: after, costs });
      return told ? [told.moment] : [];
    }),
    promised: state?.due?.date ?? null,
    ended: last ? localDate(last.at) : null,
    late: story.some(({ late }) => late),
  };
}

const names: Readonly<Record<keyof RunEnd, Required<LocalText>>> = {
  stage: { vi: 'kết cục', en: 'the end' },
  stuck: { vi: 'chỗ dừng', en: 'where it stopped' },
  steps: { vi: 'các bước', en: 'the steps' },
  fees: { vi: 'phí, lệ phí', en: 'the fees' },
  papers: { vi: 'giấy tờ phải nộp', en: 'the papers to submit' },
  messages: { vi: 'tin nhắn', en: 'the messages' },
  promised: { vi: 'ngày hẹn trả', en: 'the promised day' },
  ended: { vi: 'ngày xong', en: 'the day of the end' },
  late: { vi: 'trễ hẹn', en: 'lateness' },
};

type Part = RunEnd[keyof RunEnd];

const inWords = (part: Part): string => {
  if (part === null || (Array.isArray(part) && part.length === 0)) return '–';
  if (typeof part === 'boolean') return part ? '✓' : '–';
  if (typeof part === 'string') return part;
  return part.map((each) => (typeof each === 'string' ? each : `${each.id} ${each.amount}`)).join(', ');
};

/** What is other than it was, named one by one: `phí, lệ phí: le-phi 8000 → le-phi 12000`. */
export function endDifferences(was: RunEnd, is: RunEnd): readonly Required<LocalText>[] {
  const parts = Object.keys(names) as (keyof RunEnd)[];
  return parts.flatMap((part) => {
    if (isDeepStrictEqual(was[part], is[part])) return [];
    const change = `${inWords(was[part])} → ${inWords(is[part])}`.slice(0, 400);
    return [{ vi: `${names[part].vi}: ${change}`, en: `${names[part].en}: ${change}` }];
  });
}
