import { type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import type { PlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json } from '#platform/db';
import { administers } from '../authority.ts';
import * as sql from '../queries/index.ts';
import { type NewUnitKind, standsOn } from '../unit.ts';
import type { Units } from '../units.ts';
import { notAllowed, recordChange } from './journal.ts';

export interface NewUnit {
  readonly code: string;
  readonly name: string;
  readonly shortName?: string;
  readonly kind: NewUnitKind;
  readonly parent: UnitId;
  readonly adminCode?: string;
  readonly address?: string;
  readonly hours?: string;
  readonly validFrom: PlainDate;
}

/** At most 35 characters (Quyết định 20/2020/QĐ-TTg): letters, digits and dots. */
const codeShape = /^[A-Z]\d{2}(\.\d{1,3}){1,7}$/;

/** A new unit below one that the actor administers. */
export async function addUnit(ctx: Ctx, units: Units, input: NewUnit): Promise<Outcome<UnitId>> {
  const name = cleanText(input.name);
  const code = cleanText(input.code);
  if (name === '') return refused({ code: 'unit-name-empty', field: 'name' });
  if (!codeShape.test(code) || code.length > 35) return refused({ code: 'unit-code-shape', field: 'code' });

  const directory = await units.directory();
  const parent = directory.byId(input.parent);
  if (!parent) return refused({ code: 'unit-unknown', field: 'parent' });
  if (!administers(ctx.actor, parent.id, directory)) return notAllowed(ctx, 'unit.add', parent.id);
  if (!standsOn(parent, input.validFrom)) return refused({ code: 'parent-closed', field: 'parent' });

  const id = uuidv7(ctx.clock.now()) as UnitId;
  const row = {
    id,
    key: id,
    code,
    name,
    short_name: cleanText(input.shortName ?? '') || name,
    kind: input.kind,
    parent_id: parent.id,
    admin_code: input.adminCode ?? parent.adminCode,
    address: cleanText(input.address ?? ''),
    hours: input.hours ?? 'office',
    valid_from: input.validFrom,
  };
  const outcome = await ctx.db.transact(scopeOf(ctx.actor), async (t): Promise<Outcome<UnitId>> => {
    const made = await t.find(sql.insertUnit, { row: json(row) });
    if (!made) return refused({ code: 'unit-code-taken', field: 'code', details: { code } });
    await recordChange(t, ctx, 'unit.add', id, row);
    return done(id);
  });
  if (outcome.ok) units.forget();
  return outcome;
}
