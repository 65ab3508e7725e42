import { isInternalCode } from '#capabilities/catalogue';
import {
  type Answers,
  checkAnswers,
  feesOwed,
  reachableAnswers,
  requiredDocuments,
  undecided,
} from '#capabilities/forms';
import { raiseCharges } from '#capabilities/payments';
import { allows } from '#kernel/actor';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { actorId, type Ctx, scopeOf } from '#platform/context';
import { json } from '#platform/db';
import { dossierPermissions } from '../permissions.ts';
import { openDossierOnce, openDossierRows } from '../queries/open-dossier.ts';
import { formatDossierCode, newSecret } from '../rules/code.ts';
import { decide } from '../rules/decide.ts';
import { demandTitle, factsOf, owedFees } from '../rules/filing.ts';
import { iso } from '../rules/rows.ts';
import { answerByFor, type ProcedureRules, stepOf } from '../rules/rules-of-procedure.ts';
import { signActs, signatureOf } from '../rules/sign.ts';
import type { DossierServices } from '../services.ts';
import { planFor } from './act-on-dossier.ts';
import {
  type Applicant,
  chargesOfNew,
  type NewDocument,
  rowsOfNewDossier,
  wordsOf,
} from './compose-dossier.ts';

export interface CounterFiling {
  readonly unit: UnitId;
  readonly procedureCode: string;
  readonly procedureVersion: number;
  readonly procedureName: string;
  readonly channel: 'direct' | 'post';
  readonly person: string | null;
  readonly applicant: Applicant;
  readonly answers: Answers;
  readonly case?: string;
  /** Papers handed over, by demand: how many originals and copies, with a scan when there is one. */
  readonly papers: readonly (Omit<NewDocument, 'title'> & { readonly title?: string })[];
  readonly delivery: 'counter' | 'post' | 'electronic';
  readonly purpose: string;
  /** Made when the sheet was shown; of all sendings with the same key one becomes a dossier. */
  readonly key?: string;
}

export interface ReceivedAtCounter {
  readonly homeUnit: string;
  readonly id: string;
  readonly code: string;
  /** This sheet had become a dossier before: what follows a receipt was done then. */
  readonly again: boolean;
}

/** A procedure between agencies is filed by an officer for the unit; everything else comes to a counter. */
const rightFor = (procedure: string) =>
  isInternalCode(procedure) ? 'dossiers.file-for-unit' : 'dossiers.receive-at-counter';

/** A walk-in or a letter: submitted and accepted in one transaction by the officer at the counter (– → 2). */
export async function receiveAtCounter(
  ctx: Ctx,
  services: DossierServices,
  filing: CounterFiling,
): Promise<Outcome<ReceivedAtCounter>> {
  const { actor } = ctx;
  if (
    actor.kind !== 'officer' ||
    !allows(actor, dossierPermissions[rightFor(filing.procedureCode)], filing.unit)
  ) {
    return refused({ code: 'not-yours' });
  }
  if (filing.applicant.name === '') return refused({ code: 'applicant-missing', field: 'applicant' });
  const definition = await services.procedure(filing.procedureCode, filing.procedureVersion);
  const now = ctx.clock.now();
  const facts = factsOf(filing.channel, filing.case ? { case: filing.case } : {}, now);
  const answers = reachableAnswers(definition.form, filing.answers, facts);
  const [faulty] = checkAnswers(definition.form, filing.answers, {
    today: localDate(now),
    lists: services.lists,
    facts,
  });
  if (faulty) return refused({ code: 'answers-open', field: faulty.errors[0]?.field ?? faulty.page });
  const trouble = undecided(definition, answers, facts);
  if (trouble) return refused(trouble);
  const competent = await services.competentUnit(definition, answers, filing.unit, facts);
  if (!competent) return refused({ code: 'no-competent-unit' });
  const [unit, decider, calendar, number] = await Promise.all([
    services.unit(filing.unit),
    services.unit(competent),
    services.calendarOf(filing.unit),
    services.takeNumber(filing.unit, localDate(now), 'dossier'),
  ]);
  // Between agencies no boundary is crossed: the unit files what is its own.
  const elsewhere = unit.place !== decider.place && !isInternalCode(filing.procedureCode);
  const hindrance = await services.whyNotFiled({
    definition,
    channel: filing.channel,
    competent,
    elsewhere,
  });
  if (hindrance) return refused(hindrance);
  const lines = feesOwed(definition, answers, facts);
  const signature = signatureOf(actor, filing.unit);
  const first = signActs(
    undefined,
    [
      {
        kind: 'submitted',
        payload: {
          channel: filing.channel,
          receiver: filing.unit,
          competent,
          identityPending: false,
          ...(elsewhere ? { elsewhere: true } : {}),
          delivery: filing.delivery,
          answerBy: answerByFor(calendar, now),
          fees: owedFees(lines),
        },
      },
    ],
    now,
    signature,
  );
  const rules: ProcedureRules = {
    definition,
    calendar: await services.calendarOf(competent),
    answers,
    facts,
    ...(await planFor(services, {
      code: filing.procedureCode,
      version: filing.procedureVersion,
      competent,
      answers,
    })),
  };
  const decision = decide(
    'accept',
    {},
    {
      state: first.state,
      rules,
      actor: { kind: 'system', name: 'counter' },
      now,
      freshId: () => uuidv7(now),
    },
  );
  if (!decision.ok) return decision;
  const signed = signActs(first.state, decision.value, now, signature);
  const demands = requiredDocuments(definition, answers, facts);
  const id = uuidv7(now);
  const code = formatDossierCode(services.codePattern, unit.code, localDate(now), number);
  const acts = [...first.acts, ...signed.acts];
  const rows = rowsOfNewDossier(
    {
      id,
      code,
      secret: newSecret(),
      definition,
      procedureCode: filing.procedureCode,
      procedureName: filing.procedureName,
      person: filing.person,
      helperUnit: filing.unit,
      applicant: filing.applicant,
      answers,
      documents: filing.papers.map((paper) => ({
        ...paper,
        title: paper.title ?? demandTitle(demands, paper.demand),
      })),
      draft: null,
      purpose: filing.purpose,
    },
    signed.state,
    acts,
    wordsOf(definition, answers, services.lists),
    now,
    stepOf(rules, signed.state),
  );
  const audit = acts.map((act) => ({
    id: uuidv7(now),
    at: iso(now),
    actor_kind: 'officer',
    actor_id: actorId(actor),
    actor_unit: filing.unit,
    action: `dossier.${act.kind}`,
    request: ctx.requestId,
  }));
  const events = acts.map((act) => ({
    id: uuidv7(now),
    at: iso(now),
    topic: `dossier.${act.kind}`,
    subject: id,
    payload: { code, seq: act.seq },
  }));
  const body = json({ ...rows, audit, events });
  const charges = chargesOfNew({ ...filing, definition }, lines, competent, now);
  const opened = await ctx.db.transact(scopeOf(actor), async (transactor) => {
    const open = async () => {
      if (filing.key !== undefined)
        return transactor.get(openDossierOnce, { officer: actor.officer, key: filing.key, body });
      await transactor.get(openDossierRows, { body });
      return { outcome: 'new', home_unit: filing.unit, dossier_id: id, code } as const;
    };
    const answer = await open();
    if (answer.outcome === 'new')
      await raiseCharges(transactor, { homeUnit: filing.unit, id, code, person: filing.person }, charges);
    return answer;
  });
  return done({
    homeUnit: opened.home_unit,
    id: opened.dossier_id,
    code: opened.code,
    again: opened.outcome === 'same',
  });
}
