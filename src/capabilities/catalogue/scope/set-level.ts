import { record } from '#capabilities/audit';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { isPlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { approverOf, notYours } from '../drafts/draft.ts';
import { inForce } from '../versions/queries.ts';
import { addLevel, type KeptLevel, levelsOfCode } from './queries.ts';
import { type LevelRow, serviceLevels } from './service-level.ts';

export interface NewLevel {
  readonly code: string;
  /** The authority; null for everywhere. */
  readonly unit: UnitId | null;
  readonly level: string;
  /** `YYYY-MM-DD`; a day gone by is what a decision made known late. */
  readonly from: string;
  /** Number of the decision it rests on. */
  readonly decision: string;
}

const levels: readonly string[] = [...serviceLevels, 'as-published'];
const isLevel = (text: string): text is LevelRow['level'] => levels.includes(text);

/** Sets how far a procedure is served online, everywhere or at one authority, from a day on. What was decided before stays readable. */
export async function setServiceLevel(ctx: Ctx, wanted: NewLevel): Promise<Outcome<null>> {
  const officer = approverOf(ctx);
  if (!officer) return notYours;
  const decision = cleanText(wanted.decision);
  const { code, unit, level, from } = wanted;
  if (!isLevel(level)) return refused({ code: 'level-missing', field: 'level' });
  if (!isPlainDate(from)) return refused({ code: 'date-missing', field: 'from' });
  if (decision === '') return refused({ code: 'decision-missing', field: 'decision' });
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    if (!(await transactor.find(inForce, { code })))
      return refused({ code: 'procedure-unknown', field: 'code' });
    const now = ctx.clock.now();
    await transactor.get(addLevel, {
      id: uuidv7(now),
      code,
      unit,
      level,
      from_day: from,
      decision,
      by: officer.officer,
      at: new Date(now).toISOString(),
    });
    await record(transactor, ctx, {
      action: 'catalogue.set-level',
      subject: `procedure:${code}`,
      details: { unit, level, from, decision },
    });
    return done(null);
  });
}

/** All that was ever decided about the level of a procedure, newest first. */
export const serviceLevelsOf = (ctx: Ctx, code: string): Promise<readonly KeptLevel[]> =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(levelsOfCode, { code }));
