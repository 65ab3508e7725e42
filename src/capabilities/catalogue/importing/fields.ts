import { cleanText } from '#kernel/text';
import type { AssumedDefaults, Level, NationalChannel, NationalResult } from '../procedure.ts';
import { shorten, splitList } from './clean.ts';
import type { ProcedureRow } from './raw.ts';
import type { Note } from './report.ts';

const levels: Readonly<Record<string, Level>> = {
  bo: 'ministry',
  tinh: 'province',
  xa: 'commune',
  khac: 'other',
};

export function readLevels(row: ProcedureRow, note: Note): readonly Level[] {
  return splitList(row['levels'] ?? '').flatMap((word) => {
    const level = levels[word];
    if (level === undefined) note('levels', 'set-aside', 'unknown-value', word);
    return level === undefined ? [] : [level];
  });
}

/** "Cán bộ, công chức, viên chức" is one kind of applicant; the list cut it at its commas. */
export function readSubjects(row: ProcedureRow, note: Note): readonly string[] {
  const parts = splitList(row['subjects'] ?? '');
  const cut = ['Cán bộ', 'công chức', 'viên chức'];
  if (!cut.every((part) => parts.includes(part))) return parts;
  const whole = cut.join(', ');
  note('subjects', 'corrected', 'subjects-split', cut.join(';'), whole);
  return parts.flatMap((part) => (part === cut[0] ? [whole] : cut.includes(part) ? [] : [part]));
}

/** Law numbers are small; "2068/2020/QH14" is Law 68/2020/QH14 with the year's first half glued on. */
export function readLegalRefs(row: ProcedureRow, note: Note): readonly string[] {
  const refs = splitList(row['legal_refs'] ?? '').map((ref) => {
    const glued = /^20(\d{2}\/\d{4}\/(?:QH|UBTVQH)\d*)$/u.exec(ref)?.[1];
    if (glued !== undefined) note('legalRefs', 'corrected', 'law-number', ref, glued);
    return glued ?? ref;
  });
  return [...new Set(refs)];
}

export function readDecisions(row: ProcedureRow, note: Note): { decision: string; otherDecisions: string[] } {
  const all = cleanText(row['decision'] ?? '')
    .split(/[;,]\s*|\s+và\s+/u)
    .filter((part) => part !== '');
  const decision = all.at(-1) ?? '';
  if (all.length > 1) note('decision', 'corrected', 'decision-several', all.join('; '), decision);
  return { decision, otherDecisions: all.slice(0, -1) };
}

export function readResults(row: ProcedureRow, note: Note): readonly NationalResult[] {
  const codes = splitList(row['result_codes'] ?? '');
  const raw = splitList(row['results'] ?? '');
  const names = raw.map((part) => cleanText(part).replace(/^[\s+*•\-–]+|[\s.,;:]+$/gu, ''));
  if (names.join() !== raw.join())
    note('results', 'corrected', 'text-cleaned', shorten(raw.join('; ')), shorten(names.join('; ')));
  if (codes.length === names.length)
    return names.map((name, at) => ({ name, ...(codes[at] === undefined ? {} : { code: codes[at] }) }));
  if (codes.length > 0)
    note('results', 'kept', 'results-unpaired', `${names.length} names, ${codes.length} codes`);
  return [...names.map((name) => ({ name })), ...codes.map((code) => ({ code, name: '' }))];
}

/** Sample defaults: an apply button on the portal counts as full service, a listed channel as partial. */
export function assumeDefaults(row: ProcedureRow, channels: readonly NationalChannel[]): AssumedDefaults {
  const online = channels.some((channel) => channel.channel === 'online');
  const onlineLevel = !online ? 'info' : row['online_service_open'] === '1' ? 'full' : 'partial';
  return { assumed: true, onlineLevel, assurance: onlineLevel === 'info' ? 1 : 2 };
}
