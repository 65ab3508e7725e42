import { reachableAnswers } from '#capabilities/forms';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import { type DossierRef, type LoadedDossier, lockDossier } from '../queries/load-dossier.ts';
import { openDossierRows } from '../queries/open-dossier.ts';
import { formatDossierCode, newSecret } from '../rules/code.ts';
import { decide } from '../rules/decide.ts';
import { factsOf, owedFees, weighFiling } from '../rules/filing.ts';
import type { LinkedDossier, OpenCall } from '../rules/plan/plan-state.ts';
import { iso } from '../rules/rows.ts';
import { answerByFor } from '../rules/rules-of-procedure.ts';
import { signActs, signatureOf } from '../rules/sign.ts';
import type { DossierServices } from '../services.ts';
import { rulesFor, writeActs } from './act-on-dossier.ts';
import { type Applicant, rowsOfNewDossier, wordsOf } from './compose-dossier.ts';

/**
 * Opens the dossier of an interlinked procedure that a plan waits for: its own code, the same person, the answers that its form asks as
 * well, received at the same place. Each of both names the other, in one transaction.
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
    const opened = await openFor(ctx, transactor, services, caller, call);
    if (!opened.ok) return opened;
    const rules = await rulesFor(services, caller);
    const now = ctx.clock.now();
    const input = { call: call.id, dossier: opened.value };
    const deciding = { state: caller.state, rules, actor: ctx.actor, now, freshId: () => uuidv7(now) };
    const decision = decide('open-call', input, deciding);
    if (!decision.ok) throw new Error(`A call that waits cannot be opened: ${decision.refusal.code}`);
    const signed = signActs(caller.state, decision.value, now, signatureOf(ctx.actor, null));
    const acted = { dossier: caller, before: caller.state, after: signed.state, acts: signed.acts };
    await writeActs(ctx, transactor, acted, rules, {});
    return opened;
  });
}

async function openFor(
  ctx: Ctx,
  transactor: Transactor,
  services: DossierServices,
  caller: LoadedDossier,
  { procedure }: OpenCall,
): Promise<Outcome<LinkedDossier>> {
  const inForce = await services.inForce(procedure);
  if (!inForce) return refused({ code: 'procedure-not-offered', details: { procedure } });
  const definition = await services.procedure(procedure, inForce.version);
  const now = ctx.clock.now();
  const { state } = caller;
  const draft = { channel: caller.channel, facts: {}, answers: caller.answers ?? {}, files: [] };
  const facts = factsOf(caller.channel, {}, now);
  const answers = reachableAnswers(definition.form, draft.answers, facts);
  const competent = await services.competentUnit(definition, answers, state.receiver, facts);
  if (!competent) return refused({ code: 'no-competent-unit' });
  const today = localDate(now);
  const [unit, decider, calendar, number] = await Promise.all([
    services.unit(state.receiver),
    services.unit(competent),
    services.calendarOf(state.receiver),
    services.takeNumber(state.receiver, today, 'dossier'),
  ]);
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
          fees: owedFees(weighFiling(definition, draft, services.lists, now).fees),
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
    documents: [],
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
  return done({ homeUnit: state.receiver satisfies UnitId, id: fresh.id, code: fresh.code });
}
