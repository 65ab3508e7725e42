import { type ProcedureDefinition, reachableAnswers } from '#capabilities/forms';
import { raiseCharges } from '#capabilities/payments';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { formatDateTime, type Instant, localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import { type DossierRef, type LoadedDossier, lockDossier } from '../queries/load-dossier.ts';
import { documentsOf } from '../queries/looking.ts';
import { openDossierRows } from '../queries/open-dossier.ts';
import { formatDossierCode, newSecret } from '../rules/code.ts';
import { decide } from '../rules/decide.ts';
import { factsOf, owedFees, weighFiling } from '../rules/filing.ts';
import { type HeldPaper, papersPassed } from '../rules/plan/passed-papers.ts';
import type { LinkedDossier, OpenCall } from '../rules/plan/plan-state.ts';
import { iso } from '../rules/rows.ts';
import { answerByFor, type ProcedureRules } from '../rules/rules-of-procedure.ts';
import { signActs, signatureOf } from '../rules/sign.ts';
import type { DossierServices } from '../services.ts';
import { rulesFor, writeActs } from './act-on-dossier.ts';
import {
  type Applicant,
  chargesOfNew,
  type NewDocument,
  rowsOfNewDossier,
  wordsOf,
} from './compose-dossier.ts';

/**
 * Opens the dossier of an interlinked procedure that a plan waits for: its own code, the same person, the answers that its form asks as
 * well and the papers that the diagram passes on, received at the same place. Each of both names the other, in one transaction.
 */
export function openCalled(
  ctx: Ctx,
  services: DossierServices,
  ref: DossierRef,
): Promise<Outcome<LinkedDossier>> {
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const caller = await transactor.find(lockDossier, { home_unit: ref.homeUnit, id: ref.id });
    const call = caller?.state.plan?.wake === 0 && caller.state.plan.calls.find((each) => !each.dossier);
    if (!caller || !call) return refused({ code: 'not-waiting' });
    const rules = await rulesFor(services, caller);
    const opened = await openFor(ctx, transactor, services, { caller, call, rules });
    if (!opened.ok) return opened;
    const { dossier, papers } = opened.value;
    const now = ctx.clock.now();
    const input = { call: call.id, dossier, papers };
    const deciding = { state: caller.state, rules, actor: ctx.actor, now, freshId: () => uuidv7(now) };
    const decision = decide('open-call', input, deciding);
    if (!decision.ok) throw new Error(`A call that waits cannot be opened: ${decision.refusal.code}`);
    const signed = signActs(caller.state, decision.value, now, signatureOf(ctx.actor, null));
    const acted = { dossier: caller, before: caller.state, after: signed.state, acts: signed.acts };
    await writeActs(ctx, transactor, acted, rules, {});
    return done(dossier);
  });
}

interface Calling {
  readonly caller: LoadedDossier;
  readonly call: OpenCall;
  readonly rules: ProcedureRules;
}
interface Called {
  readonly dossier: LinkedDossier;
  /** As they are called there. */
  readonly papers: readonly HeldPaper[];
}

async function openFor(
  ctx: Ctx,
  transactor: Transactor,
  services: DossierServices,
  { caller, call, rules: calling }: Calling,
): Promise<Outcome<Called>> {
  const { procedure } = call;
  const inForce = await services.inForce(procedure);
  if (!inForce) return refused({ code: 'procedure-not-offered', details: { procedure } });
  const definition = await services.procedure(procedure, inForce.version);
  const now = ctx.clock.now();
  const { state } = caller;
  const draft = { channel: caller.channel, facts: {}, answers: caller.answers ?? {}, files: [] };
  const facts = factsOf(caller.channel, {}, now);
  const answers = reachableAnswers(definition.form, draft.answers, facts);
  const documents = await papersFor(transactor, { caller, call, rules: calling }, definition, now);
  const competent = await services.competentUnit(definition, answers, state.receiver, facts);
  if (!competent) return refused({ code: 'no-competent-unit' });
  const today = localDate(now);
  const [unit, decider, calendar, number] = await Promise.all([
    services.unit(state.receiver),
    services.unit(competent),
    services.calendarOf(state.receiver),
    services.takeNumber(state.receiver, today, 'dossier'),
  ]);
  const lines = weighFiling(definition, draft, services.lists, now).fees;
  const signed = signActs(
    undefined,
    [
      {
        kind: 'submitted',
        payload: {
          channel: caller.channel,
          receiver: state.receiver,
          competent,
          identityPending: state.identityPending,
          ...(unit.place === decider.place ? {} : { elsewhere: true }),
          delivery: state.delivery,
          answerBy: answerByFor(calendar, now),
          fees: owedFees(lines),
          calledBy: { homeUnit: caller.home_unit, id: caller.id, code: caller.code },
        },
      },
    ],
    now,
    signatureOf(ctx.actor, null),
  );
  const fresh = {
    id: uuidv7(now),
    code: formatDossierCode(services.codePattern, unit.code, today, number),
    secret: newSecret(),
    definition,
    procedureCode: procedure,
    procedureName: inForce.name,
    person: caller.person_id,
    helperUnit: state.receiver as string,
    applicant: caller.applicant as unknown as Applicant,
    answers,
    documents,
    draft: null,
    purpose: '',
  };
  const words = wordsOf(definition, answers, services.lists);
  const rows = rowsOfNewDossier(fresh, signed.state, signed.acts, words, now);
  const told = { at: iso(now), id: uuidv7(now) };
  const audit = [
    {
      ...told,
      actor_kind: 'system',
      actor_id: null,
      actor_unit: null,
      action: 'dossier.submitted',
      request: ctx.requestId,
    },
  ];
  const events = [
    {
      ...told,
      id: uuidv7(now),
      topic: 'dossier.submitted',
      subject: fresh.id,
      payload: { code: fresh.code, seq: 1 },
    },
  ];
  await transactor.get(openDossierRows, { body: json({ ...rows, audit, events }) });
  await raiseCharges(
    transactor,
    { homeUnit: state.receiver, id: fresh.id, code: fresh.code, person: fresh.person },
    chargesOfNew(fresh, lines, competent, now),
  );
  return done({
    dossier: { homeUnit: state.receiver satisfies UnitId, id: fresh.id, code: fresh.code },
    papers: documents.map(({ demand, title, file }) => ({ demand, title, sha256: file?.sha256 ?? '' })),
  });
}

/** The papers that the call takes along: the same stored file under its hash, and in words from where it came and when it was handed in. */
async function papersFor(
  transactor: Transactor,
  { caller, call, rules }: Calling,
  there: ProcedureDefinition,
  now: Instant,
): Promise<readonly NewDocument[]> {
  if (!rules.plan) return [];
  const rows = await transactor.rows(documentsOf, { home_unit: caller.home_unit, id: caller.id });
  const held = rows.flatMap((row) =>
    row.sha256 === null || row.replaced_by !== null ? [] : [{ ...row, sha256: row.sha256 }],
  );
  const passed = papersPassed(rules.plan, call, { here: rules.definition, there, held });
  return passed.map(({ paper, demand, title }) => ({
    demand,
    title,
    source: 'linked',
    originals: paper.originals,
    copies: paper.copies,
    file: {
      sha256: paper.sha256,
      name: paper.file_name ?? paper.title,
      size: paper.size ?? 0,
      kind: paper.kind ?? '',
    },
    note: `Chuyển từ hồ sơ ${caller.code} lúc ${formatDateTime(now)}: ${paper.title}, nộp lúc ${formatDateTime(paper.added_at)}; SHA-256 ${paper.sha256.slice(0, 16)}…`,
  }));
}
