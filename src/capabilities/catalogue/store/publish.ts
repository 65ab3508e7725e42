import type { ProcedureDefinition } from '#capabilities/forms';
import { type Actor, allows } from '#kernel/actor';
import { type Outcome, refused } from '#kernel/outcome';
import { foldText } from '#kernel/text';
import { isPlainDate, localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import { cataloguePermissions } from '../permissions.ts';
import type { NationalProcedure } from '../procedure.ts';
import { contentOfRow } from '../versions/content-of-row.ts';
import { newestVersion, oneAtATime } from '../versions/queries.ts';
import { writeVersion } from '../versions/write-version.ts';
import * as sql from './queries.ts';

export interface Publication {
  readonly code: string;
  /** Version that the administrator looked at; another one means that a colleague was faster. */
  readonly basedOn: number;
  readonly definition: ProcedureDefinition;
  readonly validFrom: string;
}

const mayPublish = (actor: Actor): boolean => allows(actor, cataloguePermissions['catalogue.publish']);

/** Publishes the definition as the next version; diagram, decisions and papers of the version before stay. */
export async function publishVersion(ctx: Ctx, publication: Publication): Promise<Outcome<number>> {
  if (!mayPublish(ctx.actor)) return refused({ code: 'not-yours' });
  const { code, basedOn, definition, validFrom } = publication;
  if (!isPlainDate(validFrom)) return refused({ code: 'date-missing', field: 'validFrom' });
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    await transactor.get(oneAtATime, { code });
    const newest = await transactor.find(newestVersion, { code });
    if (!newest) return refused({ code: 'procedure-unknown' });
    if (newest.version !== basedOn)
      return refused({ code: 'changed-meanwhile', details: { version: newest.version } });
    return writeVersion(transactor, ctx, {
      code,
      content: { ...contentOfRow(newest), definition },
      effectiveFrom: validFrom,
      basedOn,
      by: ctx.actor.kind === 'officer' ? ctx.actor.officer : null,
    });
  });
}

/** For the seed and `import-catalogue`: the first version of every procedure of the national list. */
export async function loadProcedures(
  transactor: Transactor,
  at: number,
  procedures: readonly {
    readonly national: NationalProcedure;
    readonly definition?: ProcedureDefinition;
    /** BPMN, where the workflow is more than its list of steps. */
    readonly workflow?: string;
    readonly decisions?: string;
  }[],
): Promise<number> {
  const rows = procedures.map(({ national, definition, workflow, decisions }) => ({
    code: national.code,
    version: definition?.version ?? 1,
    name: definition?.name.vi ?? national.name,
    name_folded: foldText(definition?.name.vi ?? national.name),
    field: national.field,
    levels: national.levels.join(' '),
    live: definition !== undefined,
    internal: national.internal,
    national,
    definition: definition ?? null,
    workflow: workflow ?? null,
    decisions: decisions ?? null,
    published_at: new Date(at).toISOString(),
    valid_from: definition?.validFrom ?? localDate(at),
  }));
  return (await transactor.rows(sql.loadProcedureRows, { rows: json(rows) })).length;
}
