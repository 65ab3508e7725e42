import type { Explored } from '../explore/explore.ts';
import { type Finding, found } from '../finding.ts';

/** Pages and questions that nobody comes to, and conditions that cannot come out one way. */
export function reachFindings({ targets }: Explored): readonly Finding[] {
  const closed = targets.filter(({ target, held }) => target.kind === 'page' && !held);
  return targets.flatMap(({ target, held, failed }) => {
    const { at, kind } = target;
    if (held) return failed || target.if === undefined ? [] : [found('condition-always', at)];
    if (kind === 'page') return [found('page-unreachable', at)];
    // One finding for a page that is never open, not one for each of its questions.
    if (closed.some((page) => at.startsWith(`${page.target.at}.`))) return [];
    if (kind === 'question' || kind === 'item') return [found('question-unreachable', at)];
    return [
      found(at.startsWith('workflow.') ? 'step-unreachable' : 'condition-never', at, {
        id: at.split('.').at(-1) ?? '',
      }),
    ];
  });
}
