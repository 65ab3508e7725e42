import type { DraftContent, LintFinding } from '#capabilities/catalogue';
import { runProblems } from '#capabilities/dossiers';
import { asksNothing, type CodeLists, expandDefinition } from '#capabilities/forms';
import { momentOfKey, ownMessageProblems } from '#capabilities/messages';
import { idOfKey, offerFor, ownPaperProblems, type PaperShelf, paperIdsOf } from '#capabilities/papers';
import type { Plan } from '#capabilities/workflow';

/**
 * What keeps the papers, messages and saved runs of a draft from being published. The rooms that draw, send and run them stand
 * beside or above the catalogue, which may not ask them itself.
 */
export function ownFindings(
  { definition, templates = {}, runs }: DraftContent,
  {
    papers,
    lists,
    plan,
  }: { readonly papers: PaperShelf; readonly lists: CodeLists; readonly plan?: Plan | undefined },
): readonly LintFinding[] {
  const error = (at: string, { code, text }: Pick<LintFinding, 'code' | 'text'>): LintFinding => ({
    level: 'error',
    code,
    at,
    ...(text ? { text } : {}),
  });
  const { forms, form } = expandDefinition(definition);
  const questions = form.pages
    .flatMap((page) => page.questions)
    .filter((question) => !asksNothing(question))
    .map(({ id, label }) => ({ id, label: label.vi }));
  const texts = Object.entries(templates).flatMap(([key, candidate]) => {
    const isMessage = momentOfKey(key) !== undefined || key.startsWith('message-');
    const problems = isMessage
      ? ownMessageProblems(key, candidate)
      : ownPaperProblems(key, candidate, offerFor(papers, idOfKey(key), { forms, questions }));
    return problems.map((problem) =>
      error(['templates', key, problem.at].filter(Boolean).join('.'), problem),
    );
  });
  const missing = paperIdsOf(forms)
    .filter((id) => papers.find(id) === undefined && templates[id] === undefined)
    .map((id) =>
      error('templates', {
        code: 'paper-missing',
        text: {
          vi: `Thủ tục dùng mẫu “${id}” nhưng chưa có mẫu đó. Hãy chép một mẫu chung vào, hoặc chọn mẫu khác.`,
          en: `The procedure names paper “${id}”, which is nowhere. Copy a common one into it, or name another.`,
        },
      }),
    );
  return [
    ...missing,
    ...texts,
    ...runProblems(runs, { definition, lists, plan }).map((problem) => error(problem.at, problem)),
  ];
}
