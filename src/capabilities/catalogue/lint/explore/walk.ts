import {
  type Answers,
  type AnswerValue,
  type Condition,
  type Facts,
  holds,
  type ProcedureDefinition,
  type Question,
  questionsIn,
  reachableAnswers,
} from '#capabilities/forms';
import { type Pick, shuffled } from './chance.ts';
import type { Wish } from './wishes.ts';

export interface Scene {
  readonly definition: ProcedureDefinition;
  readonly answers: ReadonlyMap<Question, readonly AnswerValue[]>;
  readonly facts: Readonly<Record<string, readonly (string | number | boolean | readonly string[])[]>>;
}
export interface Walked {
  readonly answers: Answers;
  readonly facts: Facts;
  /** Place → whether its condition held when the walk came to it; places never come to are not in it. */
  readonly met: ReadonlyMap<string, boolean>;
}
function looksAt(atom: Condition, key: string): boolean {
  if ('fact' in atom) return key === `fact:${atom.fact}`;
  const isFact = key.startsWith('fact:');
  return isFact && 'feel' in atom
    ? atom.feel.includes(key.replace(':', '.'))
    : questionsIn(atom).includes(key);
}

/** The candidate that grants most wishes, by chance among equals. */
function best<T>(
  candidates: readonly T[],
  wishes: readonly Wish[],
  grants: (value: T, wish: Wish) => boolean,
  pick: Pick,
) {
  let most = -1;
  let chosen: T | undefined;
  for (const value of shuffled(candidates, pick)) {
    const granted = wishes.filter((wish) => grants(value, wish)).length;
    if (granted > most) [most, chosen] = [granted, value];
  }
  return chosen;
}

function factsFor(scene: Scene, wishes: readonly Wish[], pick: Pick): Facts {
  return Object.fromEntries(
    Object.entries(scene.facts).map(([name, values]) => [
      name,
      best(
        values,
        wishes.filter(({ atom }) => looksAt(atom, `fact:${name}`)),
        (value, { atom, want }) => holds(atom, {}, { [name]: value }) === want,
        pick,
      ),
    ]),
  );
}

/** One way through the form from front to back, as somebody who means to grant the wishes would fill it in. */
export function walkThrough(scene: Scene, wishes: readonly Wish[], pick: Pick): Walked {
  const facts = factsFor(scene, wishes, pick);
  const met = new Map<string, boolean>();
  const answerOf = (question: Question, at: string, around: Answers): AnswerValue | undefined => {
    if (question.items !== undefined) return rowsOf(question, at, around);
    const refused = (value: AnswerValue) =>
      question.refuseIf?.some((rule) => holds(rule.if, { ...around, [question.id]: value }, facts)) === true;
    const own = wishes.filter(({ atom }) => looksAt(atom, question.id));
    const grants = (value: AnswerValue | undefined, { atom, want }: Wish) =>
      holds(atom, value === undefined ? around : { ...around, [question.id]: value }, facts) === want;
    const usable: (AnswerValue | undefined)[] = (scene.answers.get(question) ?? []).filter(
      (value) => !refused(value),
    );
    // Left empty one time in four, and whenever a wish asks for it.
    if (question.required !== true && (usable.length === 0 || own.length > 0 || pick(4) === 0))
      usable.push(undefined);
    return best(usable, own, grants, pick);
  };
  const rowsOf = (group: Question, at: string, around: Answers): AnswerValue | undefined => {
    if (group.required !== true && pick(4) === 0) return undefined;
    const row: Record<string, AnswerValue> = {};
    for (const item of group.items ?? []) {
      const place = `${at}.items.${item.id}`;
      const open = holds(item.if, { ...around, ...row }, facts);
      met.set(place, open);
      const value = open ? answerOf(item, place, { ...around, ...row }) : undefined;
      if (value !== undefined) row[item.id] = value;
    }
    return [row];
  };
  const answers: Record<string, AnswerValue> = {};
  for (const page of scene.definition.form.pages) {
    const open = holds(page.if, answers, facts);
    met.set(`form.pages.${page.id}`, open);
    if (!open) continue;
    for (const question of page.questions) {
      const at = `form.pages.${page.id}.questions.${question.id}`;
      const asked = holds(question.if, answers, facts);
      met.set(at, asked);
      const value = !asked
        ? undefined
        : question.type === 'calculated'
          ? reachableAnswers(scene.definition.form, answers, facts)[question.id]
          : answerOf(question, at, answers);
      if (value !== undefined) answers[question.id] = value;
    }
  }
  return { answers, facts, met };
}
