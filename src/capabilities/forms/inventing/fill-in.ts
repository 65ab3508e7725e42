import { dateOfDayNumber, dayNumberOf } from '#kernel/time';
import type { Answers } from '../answers.ts';
import { enterpriseCodeFault } from '../identity-numbers.ts';
import { listOf } from '../lists.ts';
import type { Page, Question } from '../questions.ts';
import { readPage } from '../reading/read-page.ts';
import type { PostedFields, ReadingContext } from '../reading/reader.ts';
import { openQuestions } from '../walk.ts';

/** Whole number from 0 up to but not including `below`. */
export type Pick = (below: number) => number;

/** A small generator with a seed (mulberry32): the same seed gives the same walk. */
export function seededPick(seed: number): Pick {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const names = ['Nguyễn Thị Mỹ Duyên', 'Trần Văn Đức', 'Danh Sà Rây', 'Lê Hoàng An', 'Phạm Ngọc Ánh Nguyệt'];
const places = ['Số 12 đường Nguyễn Huệ', 'Ấp Vĩnh Lộc', 'Khóm 3'];
// Ages in days, so that every rule about age and every term in days is met from both sides.
const agesInDays = [2, 10, 40, 400, 3400, 6200, 7000, 7600, 11_000, 15_000, 26_300, 29_000];

function dateFields(question: Question, name: string, pick: Pick, today: string): PostedFields {
  const ahead = question.rule === 'future' ? -1 : 1;
  const day = dateOfDayNumber((dayNumberOf(today) ?? 0) - ahead * (agesInDays[pick(agesInDays.length)] ?? 0));
  const part = question.partial === true ? pick(4) : 3;
  return {
    [`${name}-year`]: day.slice(0, 4),
    [`${name}-month`]: part > 0 ? day.slice(5, 7) : '',
    [`${name}-day`]: part > 1 ? day.slice(8) : '',
  };
}

function personalNumber(question: Question, answers: Answers, pick: Pick): string {
  const at = (id: string | undefined) => (id === undefined ? undefined : answers[id]);
  const born = at(question.agreesWith?.birthDate);
  const year = typeof born === 'string' ? Number(born.slice(0, 4)) : 1986;
  const sex = question.agreesWith?.sexIs ?? at(question.agreesWith?.sex) ?? '1';
  const centurySex = (Math.floor(year / 100) - 19) * 2 + (sex === '2' ? 1 : 0);
  const chance = String(pick(1_000_000)).padStart(6, '0');
  return `089${centurySex}${String(year % 100).padStart(2, '0')}${chance}`;
}

function enterpriseCode(pick: Pick): string {
  const start = `16${String(1 + pick(9_000_000)).padStart(7, '0')}`;
  for (let digit = 0; digit < 10; digit++)
    if (enterpriseCodeFault(`${start}${digit}`) === undefined) return `${start}${digit}`;
  return enterpriseCode(pick);
}

function textFor(question: Question, pick: Pick): string {
  if (question.format === 'person-name') return names[pick(names.length)] ?? '';
  const repeated = /^\[0-9\]\{(\d+)/.exec(question.pattern ?? '')?.[1];
  if (repeated !== undefined) return '4'.repeat(Number(repeated));
  return 'Theo giấy tờ đã cấp'.slice(0, question.maxLength);
}

/** Fields that answer one question well in most cases; what a rule still refuses is picked anew by `fillPage`. */
export function fieldsFor(
  question: Question,
  name: string,
  answers: Answers,
  context: ReadingContext,
  pick: Pick,
): PostedFields {
  const list = listOf(question);
  const options = list === undefined ? question.options : context.lists.items(list);
  const option = () => options?.[pick(Math.min(options.length, 12))]?.value ?? '';
  switch (question.type) {
    case 'explanation':
    case 'signature':
    case 'calculated':
      return {};
    case 'year':
      return { [name]: String(Number(context.today.slice(0, 4)) - pick(80)) };
    case 'photo':
    case 'file':
      return { [name]: `tep-${pick(1000)}` };
    case 'old-address': {
      const ward = context.lists.items('old-wards')?.[pick(2)]?.value ?? '';
      const todays = context.lists.items('communes-of-old-wards', ward) ?? [];
      return {
        [`${name}-ward`]: ward,
        [`${name}-commune`]: todays[pick(todays.length)]?.value ?? '',
        [`${name}-detail`]: places[pick(places.length)] ?? '',
      };
    }
    case 'text':
    case 'long-text':
      return { [name]: textFor(question, pick) };
    case 'number':
    case 'money':
      return { [name]: String(Math.ceil(question.min ?? 1) + pick(5)) };
    case 'date':
      return dateFields(question, name, pick, context.today);
    case 'time':
      return { [name]: `${pick(24)}:${pick(60)}` };
    case 'yes-no':
      return { [name]: pick(2) === 0 ? 'yes' : 'no' };
    case 'declaration':
      return { [name]: 'yes' };
    case 'choice':
    case 'search-choice':
    case 'nationality':
    case 'ethnic-group':
      return { [name]: option() };
    case 'choices':
      return { [name]: [option()] };
    case 'personal-number':
      return { [name]: personalNumber(question, answers, pick) };
    case 'enterprise-code':
      return { [name]: enterpriseCode(pick) };
    case 'phone':
      return { [name]: `09${String(10_000_000 + pick(89_999_999))}` };
    case 'email':
      return { [name]: `cong.dan${pick(1000)}@example.vn` };
    case 'commune-address': {
      const commune = context.lists.items('communes')?.[pick(3)];
      return {
        [`${name}-province`]: commune?.within ?? '',
        [`${name}-commune`]: commune?.value ?? '',
        [`${name}-detail`]: places[pick(places.length)] ?? '',
      };
    }
    case 'group':
    case 'table':
      return groupFields(question, name, answers, context, pick);
  }
}

function groupFields(
  group: Question,
  name: string,
  answers: Answers,
  context: ReadingContext,
  pick: Pick,
): PostedFields {
  let fields: PostedFields = {};
  const rows = Math.max(group.min ?? 1, 1) + pick(2);
  for (let i = 0; i < Math.min(rows, group.max ?? rows); i++) {
    const row: Page = { id: 'row', title: group.label, questions: group.items ?? [] };
    const filled = fillPage(row, answers, context, pick);
    for (const [field, value] of Object.entries(filled))
      fields = { ...fields, [`${name}.${i}.${field}`]: value };
  }
  return fields;
}

/**
 * Fields for a whole page that `readPage` accepts, filled from top to bottom as a person would. Optional questions are
 * sometimes left empty. After forty refused tries an optional question stays empty, and a required one as it is.
 */
export function fillPage(page: Page, answers: Answers, context: ReadingContext, pick: Pick): PostedFields {
  const facts = { ...context.facts, today: context.today };
  let fields: PostedFields = {};
  for (const question of page.questions) {
    const soFar = readPage(page, fields, answers, context).answers;
    if (!openQuestions(page, soFar, facts).includes(question)) continue;
    if (question.required !== true && pick(4) === 0) continue;
    for (let attempt = 0; attempt < 40; attempt++) {
      const tried = { ...fields, ...fieldsFor(question, question.id, soFar, context, pick) };
      const read = readPage(page, tried, answers, context);
      const refused = read.errors.some(
        (error) => error.question === question.id || error.question.startsWith(`${question.id}.`),
      );
      if (refused && (attempt < 39 || question.required !== true)) continue;
      fields = tried;
      break;
    }
  }
  return fields;
}
