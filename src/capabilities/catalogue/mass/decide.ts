import { record } from '#capabilities/audit';
import { isUuid } from '#kernel/ids';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { isPlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json } from '#platform/db';
import { approverOf, designerOf, notYours } from '../drafts/draft.ts';
import { procedureDraft } from '../drafts/look.ts';
import { approveDraft, sendForApproval } from '../drafts/review.ts';
import type { Finding } from '../lint/finding.ts';
import { sentenceOf } from '../lint/sentences.ts';
import type { DesignServices, LintFinding } from '../ports.ts';
import { massChange, massItems } from './look.ts';
import { approveMassRow, type MassItem, noteMassItem } from './queries.ts';

/** What became of each procedure: done, or why not. Those left out stay drafts. */
export interface MassResult {
  readonly code: string;
  readonly name: string;
  readonly refusal?: Refusal;
}
const unknown = refused({ code: 'mass-change-unknown' });

const hasDetails = (finding: LintFinding): finding is Finding => 'details' in finding;

/** The first thing to mend, in both languages, so that the list of the change can say it. */
function inWords(finding: LintFinding): { readonly vi: string; readonly en: string } {
  const text = finding.text ?? (hasDetails(finding) ? sentenceOf(finding) : { vi: finding.code });
  return { vi: text.vi, en: text.en ?? text.vi };
}

const note = (ctx: Ctx, change: string, code: string, refusal: Refusal | undefined) =>
  ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
    transactor.get(noteMassItem, { change, code, refusal: refusal ? json(refusal) : null }),
  );

/** One after the other, each in its own transaction: what one procedure lacks does not hold up the others. */
async function each(
  ctx: Ctx,
  change: string,
  items: readonly MassItem[],
  act: (draft: string) => Promise<Outcome<unknown>>,
): Promise<readonly MassResult[]> {
  const results: MassResult[] = [];
  for (const { code, name, draft_id: draft } of items) {
    if (draft === null) continue;
    const outcome = await act(draft);
    const refusal = outcome.ok ? undefined : outcome.refusal;
    await note(ctx, change, code, refusal);
    results.push({ code, name, ...(refusal && { refusal }) });
  }
  return results;
}

/** Sends every draft without errors of lint; the others are named with their first error and stay drafts. */
export async function sendMassChange(
  ctx: Ctx,
  services: Pick<DesignServices, 'lint'>,
  id: string,
): Promise<Outcome<readonly MassResult[]>> {
  if (!designerOf(ctx)) return notYours;
  const items = (await massItems(ctx, id)).filter(({ state }) => state === 'draft');
  if (items.length === 0)
    return (await massChange(ctx, id)) ? refused({ code: 'mass-nothing-to-send' }) : unknown;
  return done(
    await each(ctx, id, items, async (draft) => {
      const content = (await procedureDraft(ctx, draft))?.content;
      if (!content) return refused({ code: 'procedure-draft-unknown' });
      const errors = (await services.lint(content)).filter(({ level }) => level === 'error');
      const [first] = errors;
      return first
        ? refused({ code: 'lint-errors', details: { errors: errors.length, ...inWords(first) } })
        : sendForApproval(ctx, draft);
    }),
  );
}

export interface MassApproval {
  /** One day of effect for all. */
  readonly effectiveFrom: string;
  /** The revision of each draft as the approver saw it, by code; one that was changed since is not approved. */
  readonly seen: Readonly<Record<string, number>>;
}

/** A second person publishes all that wait, with one date; outcome per procedure. */
export async function approveMassChange(
  ctx: Ctx,
  services: Pick<DesignServices, 'lint' | 'key'>,
  id: string,
  { effectiveFrom, seen }: MassApproval,
): Promise<Outcome<readonly MassResult[]>> {
  const officer = approverOf(ctx);
  if (!officer) return notYours;
  if (!isUuid(id)) return unknown;
  if (!isPlainDate(effectiveFrom)) return refused({ code: 'date-missing', field: 'effectiveFrom' });
  const change = await massChange(ctx, id);
  if (!change) return unknown;
  if (change.made_by === officer.officer) return refused({ code: 'own-draft' });
  const items = (await massItems(ctx, id)).filter(({ state }) => state === 'review');
  if (items.length === 0) return refused({ code: 'mass-nothing-to-approve' });
  const seenOf = new Map(items.map(({ draft_id: draft, code }) => [draft, seen[code]]));
  const results = await each(ctx, id, items, (draft) => {
    const revision = seenOf.get(draft);
    if (revision === undefined) return Promise.resolve(refused({ code: 'changed-meanwhile' }));
    return approveDraft(ctx, services, draft, { effectiveFrom, revision });
  });
  const published = results.filter(({ refusal }) => refusal === undefined).length;
  if (published > 0)
    await ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
      const at = new Date(ctx.clock.now()).toISOString();
      await transactor.get(approveMassRow, { id, by: officer.officer, at, effective_from: effectiveFrom });
      await record(transactor, ctx, {
        action: 'catalogue.approve-mass-change',
        subject: `mass-change:${id}`,
        details: { effectiveFrom, published, refused: results.length - published },
      });
    });
  return done(results);
}
