import type { DocumentRule, ProcedureDefinition } from './definition.ts';

/** A paper of one dossier that goes into the dossier of another procedure: which one here, as which one there. */
export interface PaperPass {
  readonly from: string;
  readonly to: string;
}

const mostPasses = 30;
const name = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;

/**
 * The papers that a call passes on, as a diagram says it: `khai-tu, KQ.G15.000034=chung-minh`. Each is named by its id or by the
 * result code that it is; without a second name it is called there what it is called here. Undefined where this cannot be read.
 */
export function readPaperPasses(text: string): readonly PaperPass[] | undefined {
  const entries = text.split(',').map((entry) => entry.trim());
  if (entries.length > mostPasses) return undefined;
  const passes = entries.map((entry): PaperPass | undefined => {
    const [from = '', to = from, ...more] = entry.split('=').map((part) => part.trim());
    return more.length === 0 && name.test(from) && name.test(to) ? { from, to } : undefined;
  });
  return passes.every((pass) => pass !== undefined) ? passes : undefined;
}

/** Papers of a procedure with this id, else all that are the result with this code. */
export function documentsNamed<D extends Pick<DocumentRule, 'id' | 'satisfiedBy'>>(
  { documents }: { readonly documents: readonly D[] } & Partial<Pick<ProcedureDefinition, 'code'>>,
  wanted: string,
): readonly D[] {
  const own = documents.filter(({ id }) => id === wanted);
  return own.length > 0 ? own : documents.filter(({ satisfiedBy }) => satisfiedBy === wanted);
}
