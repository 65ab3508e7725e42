import {
  attempt,
  type DocumentRule,
  type LegalTime,
  type ProcedureDefinition,
  questionsIn,
  requiredDocuments,
} from '#capabilities/forms';
import { inLocale, type Locale } from '#kernel/text';
import type { PlainDate } from '#kernel/time';
import { feesOfDefinition } from '../../procedure/fees.ts';
import type { FeeLines } from '../../procedure/sheet.ts';
import type { Say } from '../../words/say.ts';

/** `3 ngày làm việc`, `Trong ngày` */
export function timeInWords(say: Say, time: LegalTime): string {
  if (time.sameDay)
    return say(
      'Trong ngày; nhận sau 15 giờ thì ngày làm việc tiếp theo',
      'The same day; received after 15:00, the next working day',
    );
  const number = String(time.value).replace('.', ',');
  const many = time.value === 1 ? '' : 's';
  switch (time.unit) {
    case 'working_day':
      return say(`${number} ngày làm việc`, `${number} working day${many}`);
    case 'day':
      return say(`${number} ngày`, `${number} day${many}`);
    case 'hour':
      return say(`${number} giờ làm việc`, `${number} working hour${many}`);
    case 'month':
      return say(`${number} tháng`, `${number} month${many}`);
  }
}

/** The times that filing online may have, the general one first. */
export function timesOnline(
  say: Say,
  locale: Locale,
  { time, cases = [] }: ProcedureDefinition,
): readonly string[] {
  const online = time.filter(({ channel }) => channel === 'online');
  const words = online.map((each) => {
    const named = cases.find(({ id }) => id === each.case);
    const text = timeInWords(say, each);
    if (named) return `${inLocale(named.name, locale)}: ${text}`;
    return each.if ? `${text} ${say('(khi cần xác minh)', '(when facts must be verified)')}` : text;
  });
  return [...new Set(words)];
}

/** Fees as published; which of them are owed is known when the form is filled in. */
export const feesOnline = (
  say: Say,
  locale: Locale,
  definition: ProcedureDefinition,
  today: PlainDate,
): readonly FeeLines[] => feesOfDefinition(definition, say, locale, { today, channel: 'online' });

export interface PapersNeeded {
  readonly always: readonly DocumentRule[];
  /** Depends on what the person will answer. */
  readonly perhaps: readonly DocumentRule[];
}

/** Papers for filing online, before anything is answered. */
export function papersNeeded(definition: ProcedureDefinition, today: PlainDate): PapersNeeded {
  const asked = attempt(() =>
    requiredDocuments(definition, {}, { channel: 'online', representing: 'self', today }),
  );
  const sure = new Set(
    (asked.ok ? asked.value : []).filter((demand) => demand.required).map((demand) => demand.id),
  );
  const toSubmit = definition.documents.filter(
    (rule) => rule.group === 'submit' && rule.alternativeOf === undefined,
  );
  const dependsOnAnswers = (rule: DocumentRule): boolean =>
    rule.cases !== undefined || questionsIn(rule.if).length > 0;
  return {
    always: toSubmit.filter((rule) => sure.has(rule.id)),
    perhaps: toSubmit.filter(
      (rule) => !sure.has(rule.id) && (dependsOnAnswers(rule) || rule.if === undefined),
    ),
  };
}
