import { type Condition, renamedQuestions } from './condition.ts';
import type { DefinitionAsWritten, ProcedureDefinition } from './definition.ts';
import { renamedFeel } from './feel/names.ts';
import { questionsOfPerson } from './person.ts';
import type {
  Form,
  FormAsWritten,
  PlacedBlock,
  PlacedPerson,
  Question,
  QuestionAsWritten,
  QuestionBlock,
  Section,
} from './questions.ts';

export type Blocks = Readonly<Record<string, QuestionBlock>>;

/** Blocks in blocks double with each level, so both are bounded; no paper form comes near. */
const mostDepth = 6;
const mostQuestions = 1_000;

interface Place {
  readonly blocks: Blocks;
  readonly depth: number;
  /** Counted over the whole form. */
  readonly spent: { questions: number };
}
const isComposed = (written: QuestionAsWritten): written is PlacedBlock | PlacedPerson =>
  written.type === 'block' || written.type === 'person';

/** `me` and `hoTen` make `meHoTen`. */
export const prefixed = (prefix: string, id: string): string =>
  prefix + id.charAt(0).toUpperCase() + id.slice(1);

export const both = (one: Condition | undefined, other: Condition | undefined): Condition | undefined =>
  one && other ? { all: [one, other] } : (one ?? other);

/**
 * Lays blocks and persons out into plain questions, so that nothing behind this has to know them. What is laid out
 * already stays as it is. A block that is unknown, or too deep, adds nothing: `checkDefinition` names it.
 * @param blocks by name, as in `definition.blocks`.
 */
export function expandForm(form: FormAsWritten, blocks: Blocks = {}): Form {
  const place: Place = { blocks, depth: 0, spent: { questions: 0 } };
  return {
    ...form,
    pages: form.pages.map((page) => ({ ...page, questions: laidOut(page.questions, place) })),
  };
}

/** The definition with its form laid out; cheap when there is nothing to lay out. */
export function expandDefinition(written: DefinitionAsWritten, shelf: Blocks = {}): ProcedureDefinition {
  return { ...written, form: expandForm(written.form, { ...shelf, ...written.blocks }) };
}

function laidOut(written: readonly QuestionAsWritten[], place: Place): readonly Question[] {
  return written.flatMap((each) => {
    place.spent.questions += 1;
    if (place.spent.questions > mostQuestions) return [];
    if (isComposed(each)) return composed(each, place);
    const { items, ...own } = each;
    return [items ? { ...own, items: laidOut(items, place) } : own];
  });
}

function composed(placed: PlacedBlock | PlacedPerson, place: Place): readonly Question[] {
  const section: Section = {
    id: placed.id,
    title: placed.label,
    ...(placed.hint ? { hint: placed.hint } : {}),
  };
  const under = (question: Question): Question => {
    const condition = both(placed.if, question.if);
    // The heading nearest to a question stands; under two places of one block it stands twice.
    const nearest = question.section && {
      ...question.section,
      id: prefixed(placed.id, question.section.id),
    };
    return { ...question, section: nearest ?? section, ...(condition ? { if: condition } : {}) };
  };
  if (placed.type === 'person') return questionsOfPerson(placed).map(under);
  const block = Object.hasOwn(place.blocks, placed.block) ? place.blocks[placed.block] : undefined;
  if (!block || place.depth >= mostDepth) return [];
  const questions = laidOut(block.questions, { ...place, depth: place.depth + 1 });
  const own = new Set(questions.map(({ id }) => id));
  const rename = (id: string) => (own.has(id) ? prefixed(placed.id, id) : id);
  return questions.map((question) =>
    under({ from: `${placed.block}.${question.id}`, ...renamed(question, rename) }),
  );
}

/** The question under its new id, with everything by which it names its neighbours. */
function renamed(question: Question, rename: (id: string) => string): Question {
  const { agreesWith, compute, signer, refuseIf, prefillIf } = question;
  const condition = (old: Condition) => renamedQuestions(old, rename);
  return {
    ...question,
    id: rename(question.id),
    ...(question.if ? { if: condition(question.if) } : {}),
    ...(prefillIf ? { prefillIf: condition(prefillIf) } : {}),
    ...(refuseIf ? { refuseIf: refuseIf.map((rule) => ({ ...rule, if: condition(rule.if) })) } : {}),
    ...(compute ? { compute: { ...compute, feel: renamedFeel(compute.feel, rename) } } : {}),
    ...(signer === undefined ? {} : { signer: rename(signer) }),
    ...(agreesWith
      ? {
          agreesWith: {
            ...agreesWith,
            ...(agreesWith.birthDate === undefined ? {} : { birthDate: rename(agreesWith.birthDate) }),
            ...(agreesWith.sex === undefined ? {} : { sex: rename(agreesWith.sex) }),
          },
        }
      : {}),
    ...(question.items
      ? { items: question.items.map((item) => renamed(item, aroundRows(question, rename))) }
      : {}),
  };
}

/** Items keep their own ids, the keys of a row; what they name outside of it moves with the block. */
function aroundRows({ items = [] }: Question, rename: (id: string) => string): (id: string) => string {
  const own = new Set(items.map(({ id }) => id));
  return (id) => (own.has(id) ? id : rename(id));
}
