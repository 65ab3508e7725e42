import { documentsNamed, type PaperPass, type ProcedureDefinition } from '#capabilities/forms';
import { findNode, type Plan } from '#capabilities/workflow';
import type { OpenCall } from './plan-state.ts';

/** A paper with its file, as it stands in the dossier that calls. */
export interface HeldPaper {
  readonly demand: string;
  readonly title: string;
  readonly sha256: string;
}

/** What it becomes in the dossier that is called. */
export interface PassedPaper<P extends HeldPaper = HeldPaper> {
  readonly paper: P;
  /** Id of the paper there. */
  readonly demand: string;
  readonly title: string;
}

type Papers = Pick<ProcedureDefinition, 'documents'>;

/**
 * The papers that a call takes along, each file once for each paper it becomes. A name that is a result code stands for the papers that
 * are this result. What the called version does not ask for goes along under its name: it may be what an officer wants to see.
 * @param there undefined where nobody knows the called procedure (a try-out)
 */
export function papersPassed<P extends HeldPaper>(
  plan: Plan,
  call: Pick<OpenCall, 'node'>,
  {
    here,
    there,
    held,
  }: { readonly here: Papers; readonly there: Papers | undefined; readonly held: readonly P[] },
): readonly PassedPaper<P>[] {
  const node = findNode(plan, call.node);
  const passes: readonly PaperPass[] = node?.kind === 'call' ? (node.papers ?? []) : [];
  const taken = new Set<string>();
  return passes.flatMap(({ from, to }) => {
    const named = new Set(documentsNamed(here, from).map(({ id }) => id));
    const known = there && documentsNamed(there, to)[0];
    const demand = known?.id ?? to;
    return held.flatMap((paper): PassedPaper<P>[] => {
      const key = `${demand} ${paper.sha256} ${paper.demand}`;
      if (!named.has(paper.demand) || taken.has(key)) return [];
      taken.add(key);
      return [{ paper, demand, title: known?.name.vi ?? paper.title }];
    });
  });
}
