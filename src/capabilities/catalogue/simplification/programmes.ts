import { record } from '#capabilities/audit';
import { uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { type Ctx, scopeOf } from '#platform/context';
import { approverOf, notYours } from '../drafts/draft.ts';
import { procedureCodePattern } from '../procedure.ts';
import * as sql from './queries.ts';

export interface NewProgramme {
  readonly name: string;
  /** The decision that sets the goals. */
  readonly ground: string;
  /** Percent to be cut; 0 is no goal. */
  readonly goals: { readonly cost: number; readonly time: number; readonly conditions: number };
  readonly codes: readonly string[];
  /** All procedures of this field, beside the codes. */
  readonly field?: string;
}
const mostMembers = 500;
const isPercent = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 100;

/** A programme of simplification: goals, and the procedures by which they are measured. They do not change later. */
export async function startProgramme(ctx: Ctx, wanted: NewProgramme): Promise<Outcome<string>> {
  const officer = approverOf(ctx);
  if (!officer) return notYours;
  const [name, ground] = [wanted.name, wanted.ground].map((text) => cleanText(text).slice(0, 300));
  if (!name) return refused({ code: 'programme-name-empty', field: 'name' });
  if (!ground) return refused({ code: 'decision-empty', field: 'ground' });
  const { cost, time, conditions } = wanted.goals;
  if (![cost, time, conditions].every(isPercent)) return refused({ code: 'goal-shape', field: 'goals' });
  const wrong = wanted.codes.find((code) => !procedureCodePattern.test(code));
  if (wrong !== undefined) return refused({ code: 'code-shape', field: 'codes', details: { word: wrong } });
  return ctx.db.transact<Outcome<string>>(scopeOf(ctx.actor), async (transactor) => {
    const { field } = wanted;
    const ofField =
      field === undefined ? [] : await transactor.rows(sql.codesOfField, { field, size: mostMembers + 1 });
    const procedures = [...new Set([...wanted.codes, ...ofField.map(({ code }) => code)])];
    if (procedures.length === 0) return refused({ code: 'programme-empty', field: 'codes' });
    if (procedures.length > mostMembers)
      return refused({ code: 'programme-too-large', field: 'codes', details: { most: mostMembers } });
    const id = uuidv7(ctx.clock.now());
    await transactor.get(sql.insertProgramme, {
      id,
      name,
      ground,
      cost_goal: cost,
      time_goal: time,
      condition_goal: conditions,
      procedures,
      by: officer.officer,
      at: new Date(ctx.clock.now()).toISOString(),
    });
    await record(transactor, ctx, {
      action: 'catalogue.start-programme',
      subject: `programme:${id}`,
      details: { procedures: procedures.length },
    });
    return done(id);
  });
}
