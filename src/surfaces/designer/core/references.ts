import { type Page, type ProcedureDefinition, type Question, questionsIn } from '#capabilities/forms';
import { laidOut } from './laid-out.ts';

type Json = unknown;
type JsonObject = Readonly<Record<string, Json>>;
const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys whose text is the id of a question, wherever they stand in a definition. */
const naming: ReadonlySet<string> = new Set(['per', 'by', 'caseFrom', 'birthDate', 'sex', 'signer']);
/** Names that begin a path, and whole texts so that nothing in them is taken for a name. */
const nameOrText = /"(?:[^"\\]|\\.)*"|(?<![.\p{L}\p{N}_])[\p{L}_][\p{L}\p{N}_]*/gu;
const first = (key: string): string => key.split('.')[0] ?? key;

/** Ids of questions that this part of a definition leans on; questions nested in it are left out. */
export function askedIn(part: Json): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(askedIn);
  if (!isObject(part)) return [];
  return Object.entries(part).flatMap(([key, value]): readonly string[] => {
    if (key === 'items' || key === 'questions' || key === 'label') return [];
    if (key === 'q' && typeof value === 'string') return [first(value)];
    if (key === 'feel' && typeof value === 'string') return questionsIn({ feel: value });
    if (naming.has(key) && typeof value === 'string') return [value];
    if (key === 'certifies' && Array.isArray(value)) return value.map(String);
    return askedIn(value);
  });
}

/** The same part with every mention of a question under its new id. */
export function renamedIn<T>(part: T, from: string, to: string): T {
  const change = (value: Json, key: string): Json => {
    if (Array.isArray(value))
      return value.map((each) => (key === 'certifies' && each === from ? to : change(each, '')));
    if (isObject(value)) {
      const items = value['items'];
      // Items of that id are other questions, known in their group alone.
      const shadowed =
        Array.isArray(items) && items.some((item: Json) => isObject(item) && item['id'] === from);
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [
          name,
          (shadowed && name === 'items') || (key === 'blocks' && asks(inner, from))
            ? inner
            : change(inner, name),
        ]),
      );
    }
    if (typeof value !== 'string') return value;
    if (key === 'q' && first(value) === from) return to + value.slice(from.length);
    if (key === 'feel') return value.replace(nameOrText, (word) => (word === from ? to : word));
    return naming.has(key) && value === from ? to : value;
  };
  return change(part, '') as T;
}

/** A block whose own question has that id means its own. */
const asks = (block: Json, id: string): boolean =>
  isObject(block) &&
  Array.isArray(block['questions']) &&
  block['questions'].some((question: Json) => isObject(question) && question['id'] === id);

/** Something that keeps a definition from being whole, said by the names that its author knows. */
export interface LooseEnd {
  /** twice: two have this id · later: leans on a question asked after it · lost: leans on one that is not there. */
  readonly kind: 'twice' | 'later' | 'lost';
  readonly at: string;
  readonly id: string;
}

/** A block being edited by itself: questions of the forms that place it are known to it. */
export interface Surrounded {
  readonly around?: ReadonlySet<string>;
}

/** Ids that are not unique, and mentions of questions that are not asked before. */
export function looseEnds(definition: ProcedureDefinition & Surrounded): readonly LooseEnd[] {
  const { form, around, ...rest } = laidOut(definition) as ProcedureDefinition & Surrounded;
  const found: LooseEnd[] = [];
  const everywhere = new Set(allQuestions(form.pages).map(({ id }) => id));
  const known = new Set<string>();
  const leans = (at: string, part: Json, among: ReadonlySet<string>) => {
    for (const id of askedIn(part))
      if (!among.has(id) && !around?.has(id))
        found.push({ kind: everywhere.has(id) ? 'later' : 'lost', at, id });
  };
  const visit = (question: Question, among: Set<string>) => {
    const { id, label, items = [], refuseIf, ...own } = question;
    if (among.has(id)) found.push({ kind: 'twice', at: label.vi, id });
    leans(label.vi, own, among);
    const inside = new Set(among);
    for (const item of items) visit(item, inside);
    among.add(id);
    leans(label.vi, refuseIf ?? [], among);
  };
  const pages = new Set<string>();
  for (const page of form.pages) {
    if (pages.has(page.id)) found.push({ kind: 'twice', at: page.title.vi, id: page.id });
    pages.add(page.id);
    leans(page.title.vi, page.if, known);
    for (const question of page.questions) visit(question, known);
  }
  for (const [name, part] of Object.entries(rest))
    for (const each of Array.isArray(part) ? part : [part]) leans(nameOf(each) ?? name, each, known);
  return found;
}

function nameOf(part: Json): string | undefined {
  if (!isObject(part) || !isObject(part['name'])) return undefined;
  return typeof part['name']['vi'] === 'string' ? part['name']['vi'] : undefined;
}

/** Questions and what stands inside their groups, in the order in which they are asked. */
export const allQuestions = (pages: readonly Page[]): readonly Question[] =>
  pages.flatMap((page) => page.questions.flatMap((question) => [question, ...(question.items ?? [])]));
