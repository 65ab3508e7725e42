import type { Form, OtherResult, ProcedureDefinition, ProcedureResult } from '#capabilities/forms';
import { foldText, type LocalText } from '#kernel/text';
import { isPlainDate } from '#kernel/time';
import type { DraftContent } from '../drafts/content.ts';
import type { Finding } from '../lint/finding.ts';
import { isInternalCode, type NationalProcedure } from '../procedure.ts';
import { instrumentName } from './bases.ts';
import { competenceOf } from './competence.ts';
import { casesOf, documentsOf } from './documents.ts';
import { feesOf } from './fees.ts';
import { askedOfEverybody, casePages, promise } from './form/applicant.ts';
import { onBirthCertificate } from './form/births.ts';
import { pagesOfField } from './form/by-field.ts';
import { betweenAgencies } from './internal.ts';
import { leftOf, notesOf } from './left.ts';
import { timesOf } from './times.ts';
import { oneLine, procedureName } from './words.ts';
import { workflowFor } from './workflow.ts';

export interface NationalDraft {
  readonly content: DraftContent;
  /** What somebody must still decide, with the words of the record. */
  readonly left: readonly Finding[];
}

const subjects: readonly (readonly [RegExp, string])[] = [
  [/cong dan|dinh cu o nuoc ngoai|can bo|dang vien/, 'citizen'],
  [/nguoi nuoc ngoai/, 'foreigner'],
  [/doanh nghiep(?!,)/, 'enterprise'],
  [/to chuc|hop tac xa/, 'organisation'],
];
function subjectsOf(record: NationalProcedure): readonly string[] {
  const named = record.subjects.map(foldText);
  const fitting = subjects
    .filter(([shape]) => named.some((name) => shape.test(name)))
    .map(([, subject]) => subject);
  return fitting.length > 0 ? fitting : ['citizen'];
}

const coded = /^KQ\.[A-Z]\d{2}\.\d{6}$/u;
const refuses = /tu choi|khong du dieu kien|neu ro ly do/;

/** The first result that grants something; the others stand beside it as refusals or notices. */
function resultsOf(record: NationalProcedure): Pick<ProcedureDefinition, 'result' | 'otherResults'> {
  const results = record.results
    .filter(({ name }) => name.trim() !== '')
    .map(
      ({ code, name }): ProcedureResult => ({
        code: code !== undefined && coded.test(code) ? code : 'local',
        name: { vi: oneLine(name) },
      }),
    );
  const isRefusal = (result: ProcedureResult) => refuses.test(foldText(result.name.vi));
  const result = results.find((each) => !isRefusal(each)) ?? {
    code: 'local',
    name: { vi: `Kết quả: ${procedureName(record.name)}` },
  };
  const others = results
    .filter((each) => each !== result)
    .map((each): OtherResult => ({ ...each, kind: isRefusal(each) ? 'refusal' : 'notice' }));
  return others.length > 0 ? { result, otherResults: others } : { result };
}

/** Form numbers of the residence police replace the seven common ones (DOMAIN §6: CT04–CT06). */
const printedForms = (record: NationalProcedure): ProcedureDefinition['forms'] =>
  /cư trú/iu.test(record.field) && record.ministry === 'Bộ Công an'
    ? { receipt: 'CT04', supplement: 'CT05', refusal: 'CT06' }
    : { receipt: '01', supplement: '02', refusal: '03' };

/** A birth certificate states the particulars that its declaration asks; which answers another paper states is decided by people. */
function stating(result: ProcedureResult, form: Form): ProcedureResult {
  const asked = new Set(form.pages.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const states =
    onBirthCertificate.every((id) => asked.has(id)) && foldText(result.name.vi) === 'giay khai sinh';
  return states ? { ...result, certifies: onBirthCertificate } : result;
}

function formOf(
  record: NationalProcedure,
  definition: Pick<ProcedureDefinition, 'competence' | 'subjects'>,
): Form {
  const name: LocalText = { vi: procedureName(record.name) };
  return {
    id: `tt-${record.code.replace('.', '-')}`,
    title: name,
    pages: [
      ...casePages([...casesOf(record).values()], definition.competence),
      ...askedOfEverybody(definition.subjects),
      ...pagesOfField(record.field, record.name),
      promise,
    ],
  };
}

/**
 * A first draft of a whole procedure from its national record, for an administrator to finish. What the record does not
 * say is a default marked `assumed`; its English is left to write, which lint asks for. No sentence of the record is lost:
 * what has no place of its own stands in `notes`, and what needs a decision is named in `left`.
 */
export function draftFromNational(record: NationalProcedure): NationalDraft {
  const cases = [...casesOf(record).values()];
  const ministerial = record.levels.length > 0 && record.levels.every((level) => level === 'ministry');
  const competence = competenceOf(record) ?? { level: ministerial ? 'ministry' : 'province' };
  const time = timesOf(record);
  const online = time.some((each) => each.channel === 'online');
  const whom = subjectsOf(record);
  const form = formOf(record, { competence, subjects: whom });
  const { result, ...others } = resultsOf(record);
  const level = record.assumed.onlineLevel === 'partial' ? 'partial' : 'full';
  const definition: ProcedureDefinition = {
    code: record.code,
    version: 1,
    validFrom: isPlainDate(record.provenance.date) ? record.provenance.date : '2026-01-01',
    name: { vi: procedureName(record.name) },
    competence,
    assurance: { identityPendingAllowed: record.assumed.assurance === 1, assumed: true },
    online: { level: online ? level : 'none', assumed: true },
    subjects: whom,
    representation: {
      allowed: true,
      needsPaper: true,
      exceptRelations: ['ong', 'ba', 'cha', 'me', 'con', 'vo', 'chong', 'anh-chi-em-ruot'],
    },
    ...(cases.length > 0
      ? { cases: cases.map(({ id, name }) => ({ id, name: { vi: name } })), caseFrom: 'truongHop' }
      : {}),
    time,
    fees: feesOf(record),
    result: stating(result, form),
    ...others,
    documents: documentsOf(record),
    eligibility: [],
    form,
    workflow: workflowFor(time),
    forms: printedForms(record),
    lifeEvents: [],
    basis: record.legalRefs.map(instrumentName),
    notes: notesOf(record),
  };
  const content = { definition: isInternalCode(record.code) ? betweenAgencies(definition) : definition };
  return { content, left: leftOf(record, definition) };
}
