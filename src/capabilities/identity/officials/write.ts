import { type AuditEntry, recordAll } from '#capabilities/audit';
import { type OfficerId, uuidv7 } from '#kernel/ids';
import { foldText } from '#kernel/text';
import { actorId, type Ctx } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import * as sql from '../queries/officials.ts';
import type { OfficialStep, PlannedPerson } from './plan.ts';

/** Somebody else has just made one of the accounts: what was planned is not what stands. */
export class Overtaken extends Error {}

export interface Written {
  readonly added: readonly OfficerId[];
  readonly changed: readonly OfficerId[];
  /** Whose sessions end: their rights are others now. */
  readonly touched: readonly OfficerId[];
}

interface Doing {
  readonly officer: OfficerId;
  readonly person: PlannedPerson;
}
type Step<D extends OfficialStep['does']> = Extract<OfficialStep, { readonly does: D }>;

/** Writes what was planned, each table once for all persons, and a line of the journal for each step. */
export async function writeOfficials(
  t: Transactor,
  ctx: Ctx,
  persons: readonly PlannedPerson[],
): Promise<Written> {
  const now = ctx.clock.now();
  const doing = persons
    .filter(({ steps }) => steps.length > 0)
    .map((person): Doing => ({ officer: person.known?.id ?? (uuidv7(now) as OfficerId), person }));
  const [fresh, known] = [
    doing.filter(({ person }) => !person.known),
    doing.filter(({ person }) => person.known),
  ];
  const steps = <D extends OfficialStep['does']>(does: D) =>
    doing.flatMap(({ officer, person }) =>
      person.steps
        .filter((step): step is Step<D> => step.does === does)
        .map((step) => ({ officer, person, step })),
    );

  if (fresh.length > 0) {
    const rows = json(
      fresh.map((each) => ({
        ...factsOf(each),
        account: each.person.said.account,
        number: each.person.said.number,
      })),
    );
    if ((await t.rows(sql.addOfficials, { rows, now })).length !== fresh.length) throw new Overtaken();
  }
  const facts = known.filter(({ person }) =>
    person.steps.some(({ does }) => does === 'change' || does === 'reopen'),
  );
  if (facts.length > 0) await t.rows(sql.changeOfficials, { rows: json(facts.map(factsOf)) });
  const numbers = steps('know').map(({ officer, person }) => ({ id: officer, number: person.said.number }));
  if (numbers.length > 0) await t.rows(sql.knowNumbers, { rows: json(numbers) });
  const posts = steps('give').map(({ officer, step: { unit, role, from, until } }) => ({
    id: uuidv7(now),
    officer,
    unit,
    role,
    begins: from,
    ends: until,
  }));
  if (posts.length > 0) await t.rows(sql.addPosts, { rows: json(posts), given_by: actorId(ctx.actor) });
  const lenders = await datePosts(t, now, steps('date'), steps('end'));
  await recordAll(
    t,
    ctx,
    doing.flatMap(({ officer, person }) => person.steps.map((step) => entryOf(officer, step))),
  );
  const moved = known.filter(({ person }) => person.steps.some(({ does }) => rightsSteps.has(does)));
  return {
    added: fresh.map(({ officer }) => officer),
    changed: known.map(({ officer }) => officer),
    touched: [...moved.map(({ officer }) => officer), ...lenders],
  };
}

const rightsSteps: ReadonlySet<OfficialStep['does']> = new Set(['give', 'date', 'end']);

/** A file without titles leaves those that stand. */
const factsOf = ({ officer, person: { said, known } }: Doing) => ({
  id: officer,
  name: said.name,
  folded: foldText(said.name),
  email: said.email,
  title: said.title || (known?.title ?? ''),
});

/** @returns those who lose what was lent to them. */
async function datePosts(
  t: Transactor,
  now: number,
  dated: readonly { readonly officer: OfficerId; readonly step: Step<'date'> }[],
  ended: readonly { readonly officer: OfficerId; readonly step: Step<'end'> }[],
): Promise<readonly OfficerId[]> {
  const all = [
    ...dated.map(({ officer, step }) => ({ officer, ...step, ends: step.until })),
    ...ended.map(({ officer, step }) => ({ officer, ...step, ends: step.at })),
  ];
  if (all.length === 0) return [];
  await t.rows(sql.datePosts, { rows: json(all.map(({ post, ends }) => ({ id: post, ends }))) });
  const limited = all.filter(({ ends }) => ends !== null);
  const rows = json(limited.map(({ officer, unit, role, ends }) => ({ officer, unit, role, ends })));
  return (await t.rows(sql.returnLent, { rows, now })).map(({ to_officer }) => to_officer);
}

function entryOf(officer: OfficerId, step: OfficialStep): AuditEntry {
  const subject = `officer:${officer}`;
  switch (step.does) {
    case 'add':
      return { action: 'officer.add', subject, details: { by: 'file' } };
    case 'reopen':
      return { action: 'officer.reopen', subject };
    case 'know':
      return { action: 'officer.know-number', subject };
    case 'change':
      return { action: 'officer.change', subject, details: { changed: step.fields } };
    case 'give': {
      const { unit, role, from, until } = step;
      return { action: 'officer.give-post', subject, unit, details: { role, from, until } };
    }
    case 'date':
      return {
        action: 'officer.date-post',
        subject,
        unit: step.unit,
        details: { role: step.role, until: step.until },
      };
    case 'end':
      return {
        action: 'officer.end-post',
        subject,
        unit: step.unit,
        details: { role: step.role, at: step.at },
      };
  }
}
