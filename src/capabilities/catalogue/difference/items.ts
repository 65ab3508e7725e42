import type { Form, LegalTime, Page, Question } from '#capabilities/forms';
import type { LocalText } from '#kernel/text';
import type { Item } from './lists.ts';

/** An interface has no index signature; as a bag of properties it is read only. */
const bag = (thing: object): Item['thing'] => ({ ...thing });

export const pageItems = (form: Form): readonly Item[] =>
  form.pages.map((page) => ({ id: page.id, name: page.title, thing: bag(page) }));

/** Every question of the form in its order; one inside a group is `group.item`. */
export const questionItems = (form: Form): readonly Item[] =>
  form.pages.flatMap((page) => page.questions.flatMap((question) => withItems(question, page)));

function withItems(question: Question, { id, title }: Page): readonly Item[] {
  const item = { id: question.id, name: question.label, thing: bag(question), home: { id, title } };
  const inside = (question.items ?? []).map((each) => ({
    id: `${question.id}.${each.id}`,
    name: each.label,
    thing: bag(each),
    home: { id: question.id, title: question.label },
  }));
  return [item, ...inside];
}

/** Choices of one question. */
export const optionItems = ({ options = [] }: Pick<Question, 'options'>): readonly Item[] =>
  options.map((option) => ({ id: option.value, name: option.label, thing: bag(option) }));

export const named = (
  things: readonly { readonly id: string; readonly name: LocalText }[],
): readonly Item[] => things.map((thing) => ({ id: thing.id, name: thing.name, thing: bag(thing) }));

/** A legal time has no id: it is the one for its channel, case and condition. */
export function timeItems(times: readonly LegalTime[]): readonly Item[] {
  const seen = new Map<string, number>();
  return times.map((time) => {
    const base = [time.channel, time.case, time.if && JSON.stringify(time.if)].filter(Boolean).join(' ');
    const nth = (seen.get(base) ?? 0) + 1;
    seen.set(base, nth);
    const id = nth === 1 ? base : `${base} ${nth}`;
    return { id, name: { vi: time.channel }, thing: bag(time) };
  });
}

/** Sentences: each is itself, so it comes and goes and does not change. */
export function lineItems(lines: readonly (string | LocalText)[] = []): readonly Item[] {
  const texts = lines.map((line) => (typeof line === 'string' ? { vi: line } : line));
  return [...new Map(texts.map((text) => [text.vi, text])).values()].map((text) => ({
    id: text.vi,
    name: text,
    thing: bag(text),
  }));
}
