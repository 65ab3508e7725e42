import { record } from '#capabilities/audit';
import { checkDefinition, type ProcedureDefinition } from '#capabilities/forms';
import { type Actor, allows } from '#kernel/actor';
import { done, type Outcome, refused } from '#kernel/outcome';
import { foldText } from '#kernel/text';
import { isPlainDate, localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import { cataloguePermissions } from '../permissions.ts';
import type { NationalProcedure } from '../procedure.ts';
import * as sql from './queries.ts';

export interface Publication {
  readonly code: string;
  /** Version that the administrator looked at; another one means that a colleague was faster. */
  readonly basedOn: number;
  readonly definition: ProcedureDefinition;
  readonly validFrom: string;
}

const mayPublish = (actor: Actor): boolean => allows(actor, cataloguePermissions['catalogue.publish']);

/** Publishes a new version; the one before stays for the dossiers and drafts that pinned it. */
export async function publishVersion(ctx: Ctx, publication: Publication): Promise<Outcome<number>> {
  if (!mayPublish(ctx.actor)) return refused({ code: 'not-yours' });
  const { code, basedOn, validFrom } = publication;
  if (!isPlainDate(validFrom)) return refused({ code: 'date-missing', field: 'validFrom' });
  const version = basedOn + 1;
  const definition = { ...publication.definition, code, version, validFrom };
  const [fault] = checkDefinition(definition);
  if (fault) return refused({ code: 'definition-faulty', details: { at: fault.at, problem: fault.message } });
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const now = await transactor.find(sql.currentProcedure, { code });
    if (!now) return refused({ code: 'procedure-unknown' });
    if (now.version !== basedOn)
      return refused({ code: 'changed-meanwhile', details: { version: now.version } });
    const at = new Date(ctx.clock.now()).toISOString();
    await transactor.get(sql.replaceProcedure, { code, at });
    await transactor.get(sql.insertProcedure, {
      code,
      version,
      name: definition.name.vi,
      name_folded: foldText(definition.name.vi),
      field: now.field,
      levels: now.levels,
      live: true,
      internal: now.internal,
      national: json(now.national),
      definition: json(definition),
      at,
      by: ctx.actor.kind === 'officer' ? ctx.actor.officer : null,
      valid_from: validFrom,
    });
    await record(transactor, ctx, {
      action: 'catalogue.publish',
      subject: `procedure:${code}`,
      details: { version },
    });
    return done(version);
  });
}

/** For the seed and `import-catalogue`: the first version of every procedure of the national list. */
export async function loadProcedures(
  transactor: Transactor,
  at: number,
  procedures: readonly { readonly national: NationalProcedure; readonly definition?: ProcedureDefinition }[],
): Promise<number> {
  const rows = procedures.map(({ national, definition }) => ({
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
    published_at: new Date(at).toISOString(),
    valid_from: definition?.validFrom ?? localDate(at),
  }));
  return (await transactor.rows(sql.loadProcedureRows, { rows: json(rows) })).length;
}
