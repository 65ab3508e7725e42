/**
 * Makes a first draft of every detailed record of the shipped list and lets lint judge it:
 * `node test/conformance/first-drafts.ts`. Takes minutes, so the page is renewed by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  draftFromNational,
  type Finding,
  type LintCode,
  lintProcedure,
  type NationalDraft,
  type NationalProcedure,
} from '#capabilities/catalogue';
import { checkDefinition } from '#capabilities/forms';
import { anGiang } from '../../src/capabilities/catalogue/lint/testing/an-giang.ts';
import { importShippedList } from '../../src/capabilities/catalogue/testing/shipped-list.ts';

const page = 'docs/reference/conformance-first-drafts.md';
const list = new URL('../../samples/national/procedures_detail.jsonl.gz', import.meta.url);
/** What a machine must not decide; each is named in the draft with the words of the record. */
const forPeople: Partial<Record<LintCode, string>> = {
  'english-missing': 'English is to be written',
  'basis-missing': 'the record names no legal basis',
  'part-missing': 'the record lacks one of the seven parts (most often its times)',
  'fee-without-ground': 'the record names a sum and no instrument that sets it',
  'unit-missing': 'the record names only bodies that this province does not have',
  'decider-missing': 'the record names only bodies that this province does not have',
};

interface Judged {
  readonly draft: NationalDraft | undefined;
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** Sentences of the definition's own check, what people must still write aside. */
  readonly problems: readonly string[];
  readonly ms: number;
}

const detailed = new Set(
  gunzipSync(readFileSync(list))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => String(JSON.parse(line).code)),
);
const world = anGiang('2026-11-22');

function judge(record: NationalProcedure): Judged {
  const started = performance.now();
  try {
    const draft = draftFromNational(record);
    const ms = performance.now() - started;
    const findings = lintProcedure(draft.content, world);
    const problems = checkDefinition(draft.content.definition)
      .filter(({ at }) => !/(^basis|\.basis$|\.en$)/.test(at))
      .map(({ at, message }) => `${at}: ${message}`);
    return {
      draft,
      ms,
      problems,
      errors: findings.filter(({ level }) => level === 'error'),
      warnings: findings.filter(({ level }) => level === 'warning'),
    };
  } catch {
    return { draft: undefined, errors: [], warnings: [], problems: [], ms: performance.now() - started };
  }
}

const records = importShippedList().procedures.filter(({ code }) => detailed.has(code));
const judged = records.map((record) => ({ code: record.code, ...judge(record) }));

const count = (fits: (each: Judged) => boolean): number => judged.filter(fits).length;
const onlyForPeople = ({ draft, errors, problems }: Judged): boolean =>
  draft !== undefined && problems.length === 0 && errors.every(({ code }) => forPeople[code] !== undefined);
const onlyEnglish = (each: Judged): boolean =>
  onlyForPeople(each) && each.errors.every(({ code }) => code === 'english-missing');
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const share = (part: number): string => `${part} (${((part / judged.length) * 100).toFixed(1)} %)`;
const byCode = (pick: (each: Judged) => readonly Finding[]): readonly string[] => {
  const seen = new Map<LintCode, number>();
  for (const each of judged)
    for (const code of new Set(pick(each).map((finding) => finding.code)))
      seen.set(code, (seen.get(code) ?? 0) + 1);
  return [...seen]
    .sort(([, a], [, b]) => b - a)
    .map(([code, times]) => `| \`${code}\` | ${share(times)} | ${forPeople[code] ?? ''} |`);
};
const faulty = judged.filter((each) => !onlyForPeople(each));

writeFileSync(
  page,
  `${[
    '# First drafts from the national list',
    '',
    `\`draftFromNational\` over all ${judged.length} records of the shipped list that have details, judged by lint in the sample province.`,
    'Written by `node test/conformance/first-drafts.ts`.',
    '',
    '| | records |',
    '|---|---|',
    `| thrown | ${count(({ draft }) => draft === undefined)} |`,
    `| lint clean as made | ${share(count((each) => onlyForPeople(each) && each.errors.length === 0))} |`,
    `| lint clean once English is written | ${share(count(onlyEnglish))} |`,
    `| lint clean but for what an administrator must decide | ${share(count(onlyForPeople))} |`,
    `| with a fault of the draft itself | ${share(faulty.length)} |`,
    '',
    `A draft takes ${median(judged.map(({ ms }) => ms)).toFixed(1)} ms (median). English is missing at ${median(
      judged.map(({ errors }) => errors.filter(({ code }) => code === 'english-missing').length),
    )} places of the median draft; beside the findings a draft names ${median(
      judged.map(({ draft }) => draft?.left.length ?? 0),
    )} things of the record that it could not place (median).`,
    '',
    '## Errors that remain',
    '',
    '| finding | records | |',
    '|---|---|---|',
    ...byCode(({ errors }) => errors),
    '',
    '## Warnings',
    '',
    '| finding | records | |',
    '|---|---|---|',
    ...byCode(({ warnings }) => warnings),
    ...(faulty.length === 0
      ? []
      : [
          '',
          '## Records whose draft has a fault of its own',
          '',
          ...faulty.map(({ code, draft, problems, errors }) => {
            const said = [
              ...problems,
              ...errors
                .filter((each) => forPeople[each.code] === undefined)
                .map((each) => `${each.code} ${each.at}`),
            ];
            return `- ${code}: ${draft === undefined ? 'thrown' : said.slice(0, 3).join('; ')}`;
          }),
        ]),
  ].join('\n')}\n`,
);
