import type { Answers, AnswerValue, Facts } from './answers.ts';
import { valueOfFeel } from './feel/evaluate.ts';
import type { Question } from './questions.ts';

const finite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** The value of a calculated question over the answers above it; undefined while they do not suffice. */
export function computed(question: Question, answers: Answers, facts: Facts): AnswerValue | undefined {
  const { compute, decimals = 0 } = question;
  if (!compute) return undefined;
  const value = valueOfFeel(compute.feel, answers, facts);
  switch (compute.gives) {
    case 'number':
      return finite(value) ? Number(value.toFixed(decimals)) || 0 : undefined;
    case 'money':
      // Money is whole đồng; below nothing nothing is owed.
      return finite(value) ? Math.min(Math.max(0, Math.round(value)), Number.MAX_SAFE_INTEGER) : undefined;
    case 'yes-no':
      return typeof value === 'boolean' ? value : undefined;
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
    case 'text':
      return typeof value === 'string' && value !== '' ? value.slice(0, mostText) : undefined;
  }
}
export const mostText = 2_000;
