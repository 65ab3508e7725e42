import type { NationalProcedure, PublishedProcedure } from '#capabilities/catalogue';
import { decisionsOf, type ProcedureDefinition } from '#capabilities/forms';
import { stepsFor } from '#capabilities/workflow';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { type PlaceKind, placeWords } from '#surfaces/shared';
import type { Say } from '../words/say.ts';
import { tableInWords } from './fee-words.ts';
import { feesOfDefinition, feesOfRecord } from './fees.ts';
import { papersOfDefinition, papersOfRecord } from './papers.ts';
import type { ProcedureSheet } from './sheet.ts';
import { timesOfDefinition, timesOfRecord } from './times.ts';

const subjectNames: Readonly<Record<string, LocalText>> = {
  citizen: { vi: 'Công dân Việt Nam', en: 'Vietnamese citizens' },
  'household-business': { vi: 'Hộ kinh doanh', en: 'Household businesses' },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprises' },
  organisation: { vi: 'Tổ chức', en: 'Organisations' },
  foreigner: { vi: 'Người nước ngoài', en: 'Foreigners' },
};
const deciders: Readonly<Record<ProcedureDefinition['competence']['level'], LocalText>> = {
  commune: { vi: 'Ủy ban nhân dân xã, phường, đặc khu', en: 'People’s Committee of the commune' },
  province: { vi: 'Cơ quan cấp tỉnh', en: 'A body of the province' },
  'commune-police': { vi: 'Công an xã, phường, đặc khu', en: 'Commune police' },
  'provincial-police': { vi: 'Công an tỉnh', en: 'Provincial police' },
  ministry: { vi: 'Cục, vụ thuộc Bộ', en: 'A department of the ministry' },
};

/** From the published form where there is one, else from the national record alone. */
export function sheetOf(
  published: PublishedProcedure,
  say: Say,
  locale: Locale,
  kind: PlaceKind,
  today?: string,
): ProcedureSheet {
  const { definition, national } = published;
  const place = placeWords(kind, locale);
  return definition
    ? { ...fromDefinition(published, definition, say, locale, today), place }
    : { ...fromRecord(published, national, say), place };
}

function fromDefinition(
  { live, national, field }: PublishedProcedure,
  definition: ProcedureDefinition,
  say: Say,
  locale: Locale,
  today: string | undefined,
): Omit<ProcedureSheet, 'place'> {
  const results = [
    definition.result,
    ...(definition.otherResults ?? []).filter((other) => other.kind === 'grant'),
  ];
  return {
    code: definition.code,
    name: inLocale(definition.name, locale),
    field,
    online: live && definition.online.level !== 'none',
    subjects: definition.subjects.map((id) => inLocale(subjectNames[id] ?? { vi: id }, locale)),
    decidedBy:
      (definition.competence.level === 'ministry' && national.agency) ||
      inLocale(deciders[definition.competence.level], locale),
    times: timesOfDefinition(definition, say, locale),
    fees: feesOfDefinition(definition, say, locale, { today }),
    feeTable: tableInWords(definition, say),
    papers: papersOfDefinition(definition, say, locale),
    steps: stepsFor(definition.workflow).map((step) => inLocale(step.name, locale)),
    stepsText: national.steps,
    results: results.map((result) => inLocale(result.name, locale)),
    conditions: national.conditions,
    basis: definition.basis,
    notes: [...(definition.notes ?? []).map((note) => inLocale(note, locale)), ...byAnswers(definition, say)],
    honesty: [...assumedHere(definition, say), source(national, say)],
  };
}

/** A table knows more than the list of times, once something was answered. */
function byAnswers(definition: ProcedureDefinition, say: Say): readonly string[] {
  const ready = decisionsOf(definition);
  return ready && 'decisions' in ready && ready.decisions.byId.has('deadline')
    ? [
        say(
          'Thời hạn tùy theo câu trả lời của bạn, và hiện trước khi bạn nộp.',
          'The time depends on your answers, and is shown before you submit.',
        ),
      ]
    : [];
}

function fromRecord(
  { field }: PublishedProcedure,
  national: NationalProcedure,
  say: Say,
): Omit<ProcedureSheet, 'place'> {
  return {
    code: national.code,
    name: national.name,
    field,
    online: false,
    subjects: national.subjects,
    decidedBy:
      national.authority ||
      national.agency ||
      say('danh mục quốc gia không ghi', 'not told by the national list'),
    times: timesOfRecord(national.channels, say),
    fees: feesOfRecord(national.channels, say),
    papers: papersOfRecord(national.cases, say),
    steps: [],
    stepsText: national.steps,
    results: national.results.map((result) => result.name),
    conditions: national.conditions,
    basis: national.legalRefs,
    notes: [],
    honesty: [
      ...(national.nameOrigin === 'made'
        ? [
            say(
              'Tên thủ tục được ghép từ lĩnh vực và mã, chờ xác nhận.',
              'The name was put together from field and code.',
            ),
          ]
        : []),
      ...(national.channels.length === 0 && national.cases.length === 0
        ? [
            say(
              'Chi tiết của thủ tục này chưa có trong dữ liệu mẫu.',
              'The sample data hold no details of this procedure.',
            ),
          ]
        : []),
      source(national, say),
    ],
  };
}

function assumedHere(definition: ProcedureDefinition, say: Say): readonly string[] {
  const parts = [
    ...(definition.online.assumed ? [say('mức trực tuyến', 'online level')] : []),
    ...(definition.assurance.assumed ? [say('yêu cầu định danh', 'identity asked for')] : []),
    ...(definition.workflow.assumed ? [say('thời gian từng bước', 'time of each step')] : []),
    ...(definition.fees.some((fee) => fee.assumed || fee.reduction?.assumed) ? [say('mức phí', 'fees')] : []),
    ...(definition.time.some((time) => time.assumed) ? [say('thời hạn', 'time limit')] : []),
  ];
  return parts.length === 0
    ? []
    : [
        say(
          `Giá trị mẫu, chờ cơ quan xác nhận: ${parts.join(', ')}.`,
          `Sample values, to be confirmed: ${parts.join(', ')}.`,
        ),
      ];
}

function source({ provenance, decision, code }: NationalProcedure, say: Say): string {
  const from = decision ? say(`Quyết định công bố: ${decision}. `, `Published by ${decision}. `) : '';
  const when = /^\d{4}-\d{2}/.test(provenance.date)
    ? provenance.date.split('-').slice(0, 2).reverse().join('/')
    : provenance.date;
  return say(
    `${from}Theo danh mục quốc gia, mã ${code}, bản ${when}.`,
    `${from}From the national list, code ${code}, as of ${when}.`,
  );
}
