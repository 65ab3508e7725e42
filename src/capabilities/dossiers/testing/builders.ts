import { readFileSync } from 'node:fs';
import { aFewLists, fillPage, sampleDefinition, seededPick } from '#builders/forms';
import { centreA, centreB, committeeA, committeeB } from '#builders/organisations';
import { buildCalendar, officeHours, parseHolidayTable } from '#capabilities/calendar';
import type { ProcedureDefinition } from '#capabilities/forms';
import { type Answers, nextPage, reachablePages, readPage } from '#capabilities/forms';
import type { Plan } from '#capabilities/workflow';
import type { Actor, CitizenActor, OfficerActor, OfficerRole } from '#kernel/actor';
import type { OfficerId, PersonId, UnitId } from '#kernel/ids';
import { asPlainDate, instantAt } from '#kernel/time';
import type { Act, NewAct } from '../rules/acts.ts';
import { decide } from '../rules/decide.ts';
import type { StandingPaper } from '../rules/exemption.ts';
import type { InputOf } from '../rules/inputs.ts';
import { focusOf } from '../rules/plan/focus.ts';
import type { Intent } from '../rules/possible.ts';
import type { ProcedureRules } from '../rules/rules-of-procedure.ts';
import { signActs, signatureFor, signatureOf } from '../rules/sign.ts';
import type { DossierState } from '../rules/state.ts';
import type { DossierServices } from '../services.ts';
import { samplePlan } from './plans.ts';

export { planOfXml } from './plans.ts';
export { centreA, centreB, committeeA, committeeB };

const holidays = parseHolidayTable(
  readFileSync(new URL('../../../../samples/holidays.csv', import.meta.url), 'utf8'),
);
if (!holidays.ok) throw new Error('The shipped holidays cannot be read');
export const aCalendar = buildCalendar({ hours: officeHours, days: holidays.value, version: '1/office' });

/** Units that sample diagrams name, as they stand in the small province. */
export const asked = '018f0000-0000-7000-9000-000000002001' as UnitId;
export const police = '018f0000-0000-7000-9000-000000002002' as UnitId;
export const namedUnits: Readonly<Record<string, UnitId>> = {
  'so-xay-dung': asked,
  'commune-police': police,
};

const id = (n: number) => `018f0000-0000-7000-9000-${String(n).padStart(12, '0')}`;
export const aCitizen = (n = 1, guest = false): CitizenActor => ({
  kind: 'citizen',
  person: id(n) as PersonId,
  name: guest ? '' : `Nguyễn Thị Công Dân ${n}`,
  guest,
});
export const anOfficer = (n: number, unit: UnitId, ...roles: OfficerRole[]): OfficerActor => ({
  kind: 'officer',
  officer: id(1000 + n) as OfficerId,
  name: `Trần Văn Cán Bộ ${n}`,
  posts: roles.map((role) => ({ unit, role })),
  readableUnits: [unit],
  everywhere: false,
});

export const rulesOf = (code: string, answers: Answers = {}): ProcedureRules => ({
  definition: sampleDefinition(code),
  calendar: aCalendar,
  answers,
  facts: { channel: 'online' },
});

/** Answers that fill the whole form of a definition, the same for the same seed. */
export function answersFor(definition: ProcedureDefinition, seed = 1): Answers {
  const pick = seededPick(seed);
  const facts = { channel: 'online', representing: 'self', today: '2026-11-25' };
  const context = { today: asPlainDate('2026-11-25'), lists: aFewLists(), facts };
  let answers: Answers = {};
  let page = reachablePages(definition.form, answers, facts)[0];
  while (page) {
    answers = readPage(page, fillPage(page, answers, context, pick), answers, context).answers;
    page = nextPage(definition.form, page.id, answers, facts);
  }
  return answers;
}

/** Wednesday 25/11/2026 at an hour. */
export const at = (hour: number, minute = 0, date = '2026-11-25') =>
  instantAt(asPlainDate(date), hour * 60 + minute);

export interface Told {
  readonly state: DossierState;
  readonly acts: readonly Act[];
}

/** A dossier told act by act: `aDossier().does('accept', {}, officer, at(9))`. A refusal throws its code. */
export class ADossier {
  readonly rules: ProcedureRules;
  /** Papers that stand in it. */
  papers: readonly StandingPaper[] = [];
  #acts: Act[];
  #state: DossierState;
  #ids = 0;

  constructor(rules: ProcedureRules, submitted: NewAct, when: number) {
    this.rules = rules;
    const signed = signActs(undefined, [submitted], when, signatureOf(aCitizen(), null));
    this.#acts = [...signed.acts];
    this.#state = signed.state;
  }
  get state(): DossierState {
    return this.#state;
  }
  get acts(): readonly Act[] {
    return this.#acts;
  }
  /** The code of the refusal, or undefined when it was done. */
  tries<I extends Intent>(intent: I, input: InputOf<I>, actor: Actor, when: number): string | undefined {
    const decision = decide(intent, input, {
      state: this.#state,
      rules: this.rules,
      actor,
      now: when,
      acts: this.#acts,
      papers: this.papers,
      freshId: () => id(5000 + this.#ids++),
    });
    if (!decision.ok) return decision.refusal.code;
    const { task } = input as { readonly task?: string };
    const focus = focusOf(this.rules, this.#state, intent, { actor, now: when, task });
    const signed = signActs(this.#state, decision.value, when, signatureFor(focus.state, intent, actor));
    this.#acts.push(...signed.acts);
    this.#state = signed.state;
    return undefined;
  }
  does<I extends Intent>(intent: I, input: InputOf<I>, actor: Actor, when: number): this {
    const refusal = this.tries(intent, input, actor, when);
    if (refusal) throw new Error(`${intent} was refused: ${refusal}`);
    return this;
  }
}

export function aDossier(
  code = '1.004873',
  options: {
    competent?: UnitId;
    when?: number;
    fees?: number;
    plan?: Pick<ProcedureRules, 'plan' | 'units' | 'answers'>;
  } = {},
): ADossier {
  const when = options.when ?? at(8);
  return new ADossier(
    { ...rulesOf(code), ...options.plan },
    {
      kind: 'submitted',
      payload: {
        channel: 'online',
        receiver: centreA,
        competent: options.competent ?? committeeA,
        identityPending: false,
        delivery: 'counter',
        answerBy: when + 8 * 3600_000,
        fees: options.fees ? [{ id: 'f1', kind: 'le-phi', name: 'Lệ phí', when: 'submission' }] : [],
      },
    },
    when,
  );
}

/** A dossier of a version with this plan; `answers` are what its conditions ask. */
export function aPlannedDossier(plan: Plan, answers: Answers = {}): ADossier {
  return aDossier('1.004873', { competent: committeeB, plan: { plan, answers, units: namedUnits } });
}

/** Services over the sample definitions and the small province of `#builders/organisations`. */
export function someServices(take: DossierServices['takeNumber']): DossierServices {
  const names = new Map([
    [centreA, { name: 'Trung tâm xã An Phú', place: '30337', code: 'H01.101.1', kind: 'commune-centre' }],
    [
      centreB,
      { name: 'Trung tâm phường Bình Đức', place: '30292', code: 'H01.102.1', kind: 'commune-centre' },
    ],
    [committeeA, { name: 'UBND xã An Phú', place: '30337', code: 'H01.101', kind: 'commune-committee' }],
    [
      committeeB,
      { name: 'UBND phường Bình Đức', place: '30292', code: 'H01.102', kind: 'commune-committee' },
    ],
  ]);
  return {
    procedure: async (code) => sampleDefinition(code),
    plan: async (code) => samplePlan(code),
    inForce: async (code) => ({ version: 1, name: sampleDefinition(code).name.vi }),
    unitNamed: async (name) => namedUnits[name],
    calendarOf: async () => aCalendar,
    pinnedCalendar: async () => aCalendar,
    unit: async (unit) => names.get(unit) ?? { name: unit, code: 'H01', kind: 'department', place: '91' },
    competentUnit: async (_, __, receiver) => (receiver === centreA ? committeeA : committeeB),
    whyNotFiled: async () => undefined,
    takeNumber: take,
    lists: aFewLists(),
    codePattern: '{unit}-{yyMMdd}-{n:4}',
  };
}
