import { aFewLists, sampleDefinition } from '#builders/forms';
import type { TryOut } from '../tryout/try-out.ts';
import { aCalendar, answersFor, at } from './builders.ts';

/** A run of a sample procedure by somebody invented, who files it online on a morning and gets what was asked. */
export function aTryOut(code: string, change: Partial<TryOut> = {}): TryOut {
  const definition = sampleDefinition(code);
  return {
    definition,
    calendar: aCalendar,
    lists: aFewLists(),
    persona: { name: 'Nguyễn Thị Thử', channel: 'online', answers: answersFor(definition) },
    road: 'granted',
    startAt: at(9),
    pace: 0.5,
    elsewhere: false,
    ...change,
  };
}
