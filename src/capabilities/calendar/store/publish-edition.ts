import { allows, definePermissions } from '#kernel/actor';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { actorId, type Ctx, scopeOf } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import { checkHours } from '../hours.ts';
import type { Calendars } from './calendars.ts';
import { type EditionContent, editionContent } from './content.ts';
import * as sql from './queries.ts';

export const permissions = definePermissions({
  /** Working time is a public fact. */
  seeCalendar: { public: true },
  publishCalendar: { roles: ['system-administrator', 'unit-administrator'] },
});

export interface NewEdition {
  readonly content: unknown;
  /** The notice or decision it rests on. */
  readonly note: string;
  /** The edition it was made from; 0 for the first. */
  readonly basedOn: number;
  /** The unit that runs this instance: its unit administrator may publish, those of other units may not. */
  readonly head: UnitId;
}

/** Publishes a new edition of all calendars. Dossiers already accepted keep the edition they pinned. */
export async function publishEdition(
  ctx: Ctx,
  calendars: Calendars,
  input: NewEdition,
): Promise<Outcome<number>> {
  const scope = scopeOf(ctx.actor);
  if (!mayPublish(ctx, input.head)) {
    await ctx.db.transact(scope, (t) => recordPublishing(t, ctx, input, '.refused', input.basedOn));
    return refused({ code: 'not-allowed' });
  }
  const note = cleanText(input.note);
  if (note === '') return refused({ code: 'note-empty', field: 'note' });
  const parsed = editionContent.safeParse(input.content);
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.') ?? '';
    return refused({ code: 'calendar-shape', field: 'content', details: { at } });
  }
  const wrong = contentProblem(parsed.data);
  if (wrong) return refused(wrong);

  const id = input.basedOn + 1;
  const outcome = await ctx.db.transact(scope, async (t): Promise<Outcome<number>> => {
    const made = await t.find(sql.addEdition, {
      id,
      content: json(parsed.data),
      note,
      made_by: actorId(ctx.actor),
      now: ctx.clock.now(),
    });
    if (!made) return refused({ code: 'changed-meanwhile' });
    await recordPublishing(t, ctx, input, '', id);
    return done(made.id);
  });
  calendars.forget();
  return outcome;
}

function mayPublish(ctx: Ctx, head: UnitId): boolean {
  const technical =
    ctx.actor.kind === 'officer' && ctx.actor.posts.some((post) => post.role === 'system-administrator');
  return technical || allows(ctx.actor, permissions.publishCalendar, head);
}

function contentProblem(content: EditionContent): Refusal | undefined {
  for (const [key, hours] of Object.entries(content.hours)) {
    const wrong = checkHours(hours);
    if (wrong) return { ...wrong, field: `hours.${key}.${wrong.field ?? ''}` };
  }
  const twice = firstTwice(content.days.map((day) => day.date));
  if (twice) return { code: 'holiday-named-twice', field: 'days', details: { date: twice } };
  for (const [key, days] of Object.entries(content.units)) {
    const again = firstTwice(days.map((day) => day.date));
    if (again) return { code: 'holiday-named-twice', field: `units.${key}`, details: { date: again } };
    for (const day of days)
      if (day.open.some(([open, close], i) => open >= close || open < (day.open[i - 1]?.[1] ?? 0)))
        return { code: 'hours-out-of-order', field: `units.${key}`, details: { date: day.date } };
  }
  return undefined;
}

const firstTwice = (dates: readonly string[]): string | undefined =>
  dates.find((date, i) => dates.indexOf(date) !== i);

/** The journal stands on the same rank as this room, so it is reached by the SQL function its shelf promises. */
async function recordPublishing(
  t: Transactor,
  ctx: Ctx,
  input: NewEdition,
  ending: string,
  id: number,
): Promise<void> {
  const now = ctx.clock.now();
  await t.get(sql.recordAudit, {
    id: uuidv7(now),
    now,
    kind: ctx.actor.kind,
    actor: actorId(ctx.actor),
    unit: input.head,
    action: `calendar.publish${ending}`,
    subject: `calendar:${id}`,
    details: json({ basedOn: input.basedOn, note: cleanText(input.note) }),
    request: ctx.requestId,
  });
}
