import type { NationalCase, NationalDocument } from '#capabilities/catalogue';
import type { Condition, DocumentRule, ProcedureDefinition } from '#capabilities/forms';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { inSentence, type Say } from '../words/say.ts';
import type { PaperGroup, PaperLine } from './sheet.ts';

const groups = ['submit', 'show', 'note'] as const;
const groupTitle = (say: Say, group: (typeof groups)[number]): string =>
  ({
    submit: say('Giấy tờ phải nộp', 'Papers to hand in'),
    show: say('Giấy tờ phải xuất trình', 'Papers to show'),
    note: say('Lưu ý về giấy tờ', 'Notes on papers'),
  })[group];

const registers: Readonly<Record<string, LocalText>> = {
  population: { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'the population database' },
  'civil-status': { vi: 'Cơ sở dữ liệu hộ tịch', en: 'the civil-status database' },
  residence: { vi: 'Cơ sở dữ liệu cư trú', en: 'the residence database' },
  land: { vi: 'Cơ sở dữ liệu đất đai', en: 'the land database' },
  'birth-notice': { vi: 'dữ liệu giấy chứng sinh điện tử', en: 'electronic birth notices' },
  'death-notice': { vi: 'dữ liệu giấy báo tử điện tử', en: 'electronic death notices' },
  'social-protection': { vi: 'dữ liệu bảo trợ xã hội', en: 'social-protection data' },
};

export function countsInWords(say: Say, originals: number, copies: number): string {
  return [
    ...(originals > 0
      ? [say(`${originals} bản chính`, `${originals} original${originals === 1 ? '' : 's'}`)]
      : []),
    ...(copies > 0 ? [say(`${copies} bản sao`, `${copies} ${copies === 1 ? 'copy' : 'copies'}`)] : []),
  ].join(', ');
}

const onlyChannel = (condition: Condition | undefined): boolean =>
  condition !== undefined && 'fact' in condition && condition.fact === 'channel';
const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** A condition that only asks the channel can be told in words; of others it is said that they depend on the answers. */
function whenAsked(condition: Condition | undefined, say: Say): string | undefined {
  if (condition === undefined) return undefined;
  const asked = condition as {
    readonly fact?: string;
    readonly is?: unknown;
    readonly in?: readonly unknown[];
  };
  if (asked.fact === 'channel') {
    const channels = asked.in ?? [asked.is];
    if (!channels.includes('online')) return say('Không cần khi nộp trực tuyến.', 'Not needed online.');
    return say('Khi nộp trực tuyến.', 'When filing online.');
  }
  return say('Tùy trường hợp của bạn.', 'Depends on your case.');
}

/** The one case that asks for this paper, where a procedure has several: its papers stand together under its name. */
const caseAlone = ({ cases = [] }: ProcedureDefinition, rule: DocumentRule): string | undefined =>
  cases.length > 2 && rule.cases?.length === 1 ? rule.cases[0] : undefined;

export function papersOfDefinition(
  definition: ProcedureDefinition,
  say: Say,
  locale: Locale,
): readonly PaperGroup[] {
  const lineOf = (rule: DocumentRule): PaperLine => {
    const only = rule.cases?.flatMap((id) => definition.cases?.find((each) => each.id === id) ?? []);
    const replaced = rule.replaceableBy?.map((name) => inLocale(registers[name] ?? { vi: name }, locale));
    return {
      name: inLocale(rule.name, locale),
      counts: rule.group === 'note' ? '' : countsInWords(say, rule.originals, rule.copies),
      notes: [
        // The hint is the procedure's own word for the same thing.
        rule.group === 'note' || (rule.hint && onlyChannel(rule.if)) ? undefined : whenAsked(rule.if, say),
        only && only.length < (definition.cases?.length ?? 0) && caseAlone(definition, rule) === undefined
          ? say(
              `Chỉ cho: ${only.map((each) => inSentence(each.name.vi)).join('; ')}.`,
              `Only for: ${only.map((each) => inSentence(each.name.en ?? each.name.vi)).join('; ')}.`,
            )
          : undefined,
        replaced?.length && !rule.hint
          ? say(
              `Không cần nếu tra được trong ${replaced.join(' hoặc ')}.`,
              `Not needed when found in ${replaced.join(' or ')}.`,
            )
          : undefined,
        rule.hint && ended(inLocale(rule.hint, locale)),
        !rule.required && rule.group !== 'note' ? say('Không bắt buộc.', 'Optional.') : undefined,
      ].filter((note): note is string => Boolean(note)),
      alternatives: definition.documents
        .filter((other) => other.alternativeOf === rule.id)
        .map((other) => inLocale(other.name, locale)),
    };
  };
  return groups
    .flatMap((group) => {
      const rules = definition.documents.filter((rule) => rule.group === group && !rule.alternativeOf);
      const of = (id: string | undefined) =>
        rules.filter((rule) => caseAlone(definition, rule) === id).map(lineOf);
      const title = groupTitle(say, group);
      return [
        { title, items: of(undefined) },
        ...(definition.cases ?? []).map(({ id, name }) => ({
          title: `${title}: ${inSentence(inLocale(name, locale))}`,
          items: of(id),
        })),
      ];
    })
    .filter((group) => group.items.length > 0);
}

/** Papers as the national list tells them, case by case. */
export function papersOfRecord(cases: readonly NationalCase[], say: Say): readonly PaperGroup[] {
  const lineOf = (document: NationalDocument): PaperLine => ({
    name: document.name,
    counts:
      document.group === 'note'
        ? ''
        : document.countKnown
          ? countsInWords(say, document.originals, document.copies)
          : say('số bản: hỏi nơi tiếp nhận', 'number: ask the centre'),
    notes: [],
    alternatives: document.alternatives,
  });
  return cases
    .flatMap((each) =>
      groups.map((group) => ({
        title: [groupTitle(say, group), each.name].filter(Boolean).join(': '),
        items: each.documents.filter((document) => document.group === group).map(lineOf),
      })),
    )
    .filter((group) => group.items.length > 0);
}
