import type { ProcedureDefinition, Question } from '#capabilities/forms';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { formTitle, parts } from '../parts/index.ts';

const longest = 70;
const others: Readonly<Record<string, LocalText>> = {
  'so-do': { vi: 'Sơ đồ quy trình', en: 'Diagram' },
  'quyet-dinh': { vi: 'Bảng quyết định', en: 'Decisions' },
  mau: { vi: 'Mẫu giấy và tin', en: 'Papers and messages' },
  'chay-thu': { vi: 'Chạy thử', en: 'Try-out' },
};

const named = (list: readonly { readonly id: string; readonly name: LocalText }[] = [], id?: string) =>
  list.find((each) => each.id === id)?.name;

/** The thing a finding is about, as the administrator called it. */
function nameAt(
  at: string,
  { form, documents, fees, cases, workflow }: ProcedureDefinition,
): LocalText | undefined {
  const steps = at.split('.');
  const after = (word: string): string | undefined => {
    const index = steps.indexOf(word);
    return index < 0 ? undefined : steps[index + 1];
  };
  const [first, second] = steps;
  if (first === 'documents') return named(documents, second);
  if (first === 'fees') return named(fees, second);
  if (first === 'cases') return named(cases, second);
  if (first === 'workflow') return named(workflow.steps, after('steps'));
  const page = form.pages.find(({ id }) => id === after('pages'));
  const question: Question | undefined = page?.questions.find(({ id }) => id === after('questions'));
  return question?.items?.find(({ id }) => id === after('items'))?.label ?? question?.label ?? page?.title;
}

/** Where a finding is mended, in words: `Giấy tờ: Bản sao giấy khai sinh`. */
export function whereOf(at: string, slug: string, definition: ProcedureDefinition, locale: Locale): string {
  const part =
    slug === 'to-khai' ? formTitle : (parts.find((each) => each.slug === slug)?.title ?? others[slug]);
  const name = nameAt(at, definition);
  const said = [part, name]
    .flatMap((text) => (text === undefined ? [] : [inLocale(text, locale)]))
    .join(': ');
  return said.length > longest ? `${said.slice(0, longest - 1).trimEnd()}…` : said || at;
}
