import type { DefinitionProblem } from './check-questions.ts';
import type { Blocks } from './expand.ts';
import type { FormAsWritten, QuestionAsWritten } from './questions.ts';

/** Blocks that are unknown or contain themselves; laying out passes over both in silence. */
export function blockProblems(form: FormAsWritten, blocks: Blocks): readonly DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const visit = (question: QuestionAsWritten, at: string, within: readonly string[]): void => {
    if (question.type === 'block') {
      const { block } = question;
      if (!Object.hasOwn(blocks, block)) problems.push({ at, message: `unknown block ${block}` });
      else if (within.includes(block)) problems.push({ at, message: `the block ${block} contains itself` });
    } else if (question.type !== 'person' && 'items' in question)
      for (const item of question.items ?? []) visit(item, `${at}.items.${item.id}`, within);
  };
  for (const page of form.pages)
    for (const question of page.questions)
      visit(question, `form.pages.${page.id}.questions.${question.id}`, []);
  for (const [name, block] of Object.entries(blocks))
    for (const question of block.questions)
      visit(question, `blocks.${name}.questions.${question.id}`, circleOf(name, blocks));
  return problems;
}

/** The block and every block from which it can be reached. */
function circleOf(name: string, blocks: Blocks): readonly string[] {
  const reaches = (from: string, seen: Set<string>): boolean => {
    if (seen.has(from)) return false;
    seen.add(from);
    return (blocks[from]?.questions ?? []).some(
      (question) => question.type === 'block' && (question.block === name || reaches(question.block, seen)),
    );
  };
  return Object.keys(blocks).filter((other) => other === name || reaches(other, new Set()));
}
