import { record } from '#capabilities/audit';
import { checkDefinition } from '#capabilities/forms';
import { done, type Outcome, refused } from '#kernel/outcome';
import { foldText } from '#kernel/text';
import { isPlainDate, localDate } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import type { DraftContent } from '../drafts/content.ts';
import type { PackageKey } from '../packages/key.ts';
import { packProcedure } from '../packages/pack.ts';
import * as sql from './queries.ts';
import { recordOf } from './record-of.ts';

export interface NewVersion {
  readonly code: string;
  readonly content: DraftContent;
  /** A day to come waits; a day gone by is what a decision announced late, and begins now. */
  readonly effectiveFrom: string;
  /** The newest version that its makers knew; null for the first of a procedure. */
  readonly basedOn: number | null;
  /** Without it the package is made when it is first asked for. */
  readonly key?: PackageKey;
  readonly by: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Publishes the next version inside the transaction of its command. The ones before stay for all who pinned them. */
export async function writeVersion(
  transactor: Transactor,
  ctx: Ctx,
  wanted: NewVersion,
): Promise<Outcome<number>> {
  const { code, effectiveFrom } = wanted;
  if (!isPlainDate(effectiveFrom)) return refused({ code: 'date-missing', field: 'effectiveFrom' });
  await transactor.get(sql.oneAtATime, { code });
  const newest = await transactor.find(sql.newestVersion, { code });
  if ((newest?.version ?? null) !== wanted.basedOn)
    return refused({ code: 'version-behind', details: { version: newest?.version ?? 0 } });
  const version = (newest?.version ?? 0) + 1;
  const definition = { ...wanted.content.definition, code, version, validFrom: effectiveFrom };
  const [problem] = checkDefinition(definition);
  if (problem)
    return refused({
      code: 'definition-faulty',
      details: { at: problem.at, problem: problem.message },
    });
  const content = { ...wanted.content, definition };
  await placeVersion(transactor, ctx, {
    content,
    newest,
    package: wanted.key ? packProcedure(content, wanted.key) : null,
    by: wanted.by,
  });
  await record(transactor, ctx, {
    action: 'catalogue.publish',
    subject: `procedure:${code}`,
    details: { version, effectiveFrom, ...wanted.details },
  });
  return done(version);
}

/** Writes a judged version: in force at once, or waiting for its date. A procedure that was closed is open again. */
export async function placeVersion(
  transactor: Transactor,
  ctx: Ctx,
  placed: {
    readonly content: DraftContent;
    readonly newest: sql.WholeVersion | undefined;
    readonly package: Uint8Array | null;
    readonly by: string | null;
  },
): Promise<void> {
  const { content, newest } = placed;
  const { definition, workflow = null, decisions = null, templates, runs } = content;
  const { code, version, validFrom, name } = definition;
  const at = new Date(ctx.clock.now()).toISOString();
  const waits = validFrom > localDate(ctx.clock.now());
  if (!waits) await transactor.find(sql.replaceInForce, { code, at });
  const national = newest?.national ?? recordOf(definition);
  await transactor.get(sql.insertVersion, {
    code,
    version,
    name: name.vi,
    name_folded: foldText(name.vi),
    field: newest?.field ?? national.field,
    levels: newest?.levels ?? national.levels.join(' '),
    internal: newest?.internal ?? national.internal,
    national: json(national),
    definition: json(definition),
    workflow,
    decisions,
    templates: templates === undefined ? null : json(templates),
    runs: runs === undefined ? null : json(runs),
    package: placed.package,
    at,
    by: placed.by,
    valid_from: validFrom,
    waits_until: waits ? validFrom : null,
  });
  if (!waits) await transactor.find(sql.removeClosing, { code });
}
