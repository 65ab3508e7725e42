import {
  type Answers,
  type AnswerValue,
  type CodeLists,
  type Facts,
  holds,
  type ProcedureDefinition,
  type Question,
} from '#capabilities/forms';
import { dateOfDayNumber, dayNumberOf } from '#kernel/time';
import type { Cast, Part } from './cast.ts';
import type { Chance } from './chance.ts';
import { entryFor, storyWords, weighed } from './story-words.ts';

interface Filling {
  readonly cast: Cast;
  readonly facts: Facts;
  readonly lists: CodeLists;
  readonly chance: Chance;
}

/**
 * Answers as such a person would give: names, dates and numbers of the cast by the question's own name, everything
 * else by the words of the sample. A question whose rule refuses the answer is asked again.
 */
export function plausibleAnswers(definition: ProcedureDefinition, filling: Filling): Answers {
  let answers: Answers = {};
  for (const page of definition.form.pages) {
    if (!holds(page.if, answers, filling.facts)) continue;
    for (const question of page.questions) answers = answered(question, answers, filling);
  }
  return answers;
}

function answered(question: Question, answers: Answers, filling: Filling): Answers {
  if (question.type === 'explanation' || !holds(question.if, answers, filling.facts)) return answers;
  for (let attempt = 0; attempt < 12; attempt++) {
    const value = answerTo(question, answers, filling);
    if (value === undefined) return answers;
    const after = { ...answers, [question.id]: value };
    if (!question.refuseIf?.some((rule) => holds(rule.if, after, filling.facts))) return after;
  }
  return answers;
}

const endings =
  /^(.*?)(HoTen|NgaySinh|GioiTinh|SoDDCN|SoGiayToTuyThan|SoDinhDanh|SoDienThoai|DienThoai|Email|DanToc|QuocTich|NoiCuTru|ThuongTru|QueQuan|TenGoiKhac)$/;

/** The person and the fact a question's name tells: `meNgaySinh`, `nycHoTen`, `soDinhDanh`. */
function told(id: string, cast: Cast): { readonly part: Part; readonly fact: string } | undefined {
  const wide = `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  const match = endings.exec(wide === id ? id : id) ?? endings.exec(wide);
  if (!match) return undefined;
  const prefix = match[1] ?? '';
  const part = cast.parts[prefix] ?? cast.applicant;
  return { part, fact: match[2] ?? '' };
}

function ofPerson(question: Question, { cast }: Filling): AnswerValue | undefined {
  if (question.format === 'person-name' && !/HoTen$/i.test(question.id))
    return /TenGoiKhac|chuHo$/.test(question.id) ? undefined : cast.applicant.name;
  const found = told(question.id, cast);
  if (!found) return undefined;
  const { part, fact } = found;
  switch (fact) {
    case 'HoTen':
      return part.name;
    case 'NgaySinh':
      return part.birthDate;
    case 'GioiTinh':
      return part.sex;
    case 'SoDDCN':
    case 'SoDinhDanh':
    case 'SoGiayToTuyThan':
      return question.type === 'personal-number' ? part.personalNumber : undefined;
    case 'SoDienThoai':
    case 'DienThoai':
      return part.phone;
    case 'Email':
      return part.email;
    case 'DanToc':
      return part.ethnicGroup;
    default:
      return undefined;
  }
}

/** Those who file for an organisation say so, by its name and code. */
function ofOrganisation({ id }: Question, { cast }: Filling): AnswerValue | undefined {
  const { organisation } = cast.applicant;
  if (organisation === undefined) return undefined;
  return { choToChuc: true, tenToChuc: organisation.name, maSo: organisation.code }[id];
}

function answerTo(question: Question, answers: Answers, filling: Filling): AnswerValue | undefined {
  const { chance, cast, facts } = filling;
  const known = ofPerson(question, filling) ?? ofOrganisation(question, filling);
  if (known !== undefined) return known;
  if (question.required !== true && question.type !== 'group' && chance.percent(35)) return undefined;
  const words = storyWords();
  switch (question.type) {
    case 'declaration':
      return true;
    case 'yes-no':
      return chance.percent(entryFor(words.yes, question.id) ?? 10);
    case 'nationality':
      return 'VN';
    case 'ethnic-group':
      return cast.applicant.ethnicGroup;
    case 'choice':
    case 'search-choice':
      return choiceFor(question, answers, filling);
    case 'choices':
      return [choiceFor(question, answers, filling)];
    case 'commune-address':
      return { ...cast.applicant.address };
    case 'personal-number':
      return otherOf(cast).personalNumber;
    case 'phone':
      return cast.applicant.phone;
    case 'email':
      return cast.applicant.email;
    case 'enterprise-code':
      return '0100112437';
    case 'time':
      return `${String(chance.between(0, 23)).padStart(2, '0')}:${chance.pick(['05', '20', '40', '55'])}`;
    case 'number':
    case 'money':
      return numberFor(question, chance);
    case 'date':
      return dateFor(question, answers, String(facts['today']), chance);
    case 'text':
    case 'long-text':
      return question.format === 'person-name'
        ? otherOf(cast).name
        : chance.pick(entryFor(words.texts, question.id) ?? ['Theo giấy tờ đã cấp']);
    case 'group':
      return groupFor(question, answers, filling);
    case 'explanation':
    case 'calculated':
      return undefined;
    // No procedure that the stories tell of asks these.
    case 'file':
    case 'photo':
    case 'signature':
    case 'table':
    case 'year':
    case 'old-address':
      return undefined;
  }
}

const otherOf = (cast: Cast): Part => cast.parts['tv'] ?? cast.applicant;

function choiceFor(question: Question, answers: Answers, { cast, chance, lists }: Filling): string {
  if (question.optionsFrom === 'home-communes') return cast.applicant.commune.code;
  const listed = question.optionsFrom === undefined ? undefined : lists.items(question.optionsFrom);
  const values = (listed ?? question.options ?? []).map((option) => option.value);
  const mine = byRelation(question.id, values, answers, cast);
  if (mine) return mine;
  const table = entryFor(storyWords().choices, question.id);
  const weights = Object.fromEntries(
    values.map((value, i) => [value, table ? (table[value] ?? 0) : 1 / (1 + i)]),
  );
  return Object.values(weights).some((weight) => weight > 0) ? weighed(chance, weights) : chance.pick(values);
}

/** What somebody is to the person of the form follows from the family, not from chance. */
function byRelation(
  id: string,
  values: readonly string[],
  _answers: Answers,
  cast: Cast,
): string | undefined {
  const wanted = cast.parts['nks']
    ? cast.applicant.sex === '2'
      ? 'me'
      : 'cha'
    : cast.parts['nkt']
      ? 'con'
      : cast.parts['vo'] && cast.applicant.sex === '2'
        ? 'vo'
        : cast.parts['vo']
          ? 'chong'
          : 'ban-than';
  return (id.endsWith('QuanHe') || id === 'nycLa') && values.includes(wanted) ? wanted : undefined;
}

function numberFor(question: Question, chance: Chance): number {
  const [least, most] = entryFor(storyWords().numbers, question.id) ?? [
    question.min ?? 1,
    (question.min ?? 1) + 4,
  ];
  const step = question.type === 'money' ? 50_000 : 1;
  const number = least + chance.below(Math.floor((most - least) / step) + 1) * step;
  return Math.min(Math.max(number, Math.ceil(question.min ?? number)), question.max ?? number);
}

/** Dates lie shortly before today, or where another answer of the form forbids that, on that day. */
function dateFor(question: Question, answers: Answers, today: string, chance: Chance): string {
  const day = dayNumberOf(today) ?? 0;
  if (question.rule === 'future') return dateOfDayNumber(day + chance.between(10, 90));
  if (question.id.endsWith('NgayChet'))
    return dateOfDayNumber(day - (chance.percent(85) ? chance.between(1, 12) : chance.between(20, 200)));
  const birth = answers['nksNgaySinh'];
  if (typeof birth === 'string') return birth;
  const death = answers['nktNgayChet'];
  if (typeof death === 'string') return death;
  const since = answers['tuNgay'];
  if (typeof since === 'string') return today;
  const far =
    question.rule === 'past'
      ? [6500, 12_000]
      : /^(tu|tuNgay|tuThangNam)$/.test(question.id)
        ? [800, 3000]
        : [30, 700];
  return dateOfDayNumber(day - chance.between(far[0] ?? 30, far[1] ?? 700));
}

function groupFor(group: Question, answers: Answers, filling: Filling): readonly Answers[] | undefined {
  const { chance } = filling;
  if (group.required !== true && !chance.percent(12)) return undefined;
  const rows = Array.from({ length: Math.max(1, group.min ?? 1) }, () => {
    let row: Answers = {};
    for (const item of group.items ?? []) {
      const { [item.id]: value } = answered(item, { ...answers, ...row }, filling);
      if (value !== undefined) row = { ...row, [item.id]: value };
    }
    return row;
  });
  return rows;
}
