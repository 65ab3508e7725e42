import type { Refusal } from '#kernel/outcome';
import type { Answers, Facts } from '../answers.ts';
import type {
  Channel,
  CompetenceLevel,
  EligibilityQuestion,
  Exemption,
  Fee,
  LegalTime,
  ProcedureDefinition,
  TimeUnit,
} from '../definition.ts';
import { attempt, reading, rowsOfDecision, Undecided } from './ask.ts';
import { competenceLevels, replyName, timeUnits } from './names.ts';

export interface DecidedFee {
  readonly fee: Fee;
  /** Whole đồng, for all units together. */
  readonly amount: number;
  readonly count: number;
  readonly ground: string;
  readonly exemption: Exemption | undefined;
}

/** More than any fee of the national list, less than what a number keeps exactly. */
const mostDong = 1_000_000_000_000;
const oneOf = <T extends string>(list: readonly T[], word: string | undefined): T | undefined =>
  list.find((each) => each === word);

/** Fees and amounts as the table `fees` gives them; names, kinds and exemptions are those of the definition. */
export function decidedFees(
  definition: ProcedureDefinition,
  answers: Answers,
  facts: Facts,
): readonly DecidedFee[] | undefined {
  const rows = rowsOfDecision(definition, 'fees', answers, facts);
  if (rows === undefined) return undefined;
  // A missing row is no free procedure.
  if (rows === null) throw new Undecided('fees', 'no-row');
  const met = new Set<string>();
  return rows.map((row) => {
    const { text, number, wrong } = reading('fees', row);
    const id = text('id') ?? (definition.fees.length === 1 ? definition.fees[0]?.id : undefined);
    const fee = definition.fees.find((each) => each.id === id);
    if (!fee) throw wrong('id');
    if (met.has(fee.id)) throw new Undecided('fees', 'fee-twice', { id: fee.id });
    met.add(fee.id);
    const amount = number('amount');
    if (amount === undefined || !Number.isInteger(amount) || amount < 0 || amount > mostDong)
      throw wrong('amount');
    const count = number('count') ?? 1;
    if (!Number.isInteger(count) || count < 0) throw wrong('count');
    const exempt = text('exemption');
    const exemption = fee.exemptions.find((each) => each.id === exempt);
    if (exempt !== undefined && !exemption) throw wrong('exemption');
    return { fee, amount, count, ground: text('ground') ?? fee.basis, exemption };
  });
}

/** Papers that the table `documents` asks for, with its word on whether they must be there. */
export function decidedDocuments(
  definition: ProcedureDefinition,
  answers: Answers,
  facts: Facts,
): ReadonlyMap<string, { readonly required: boolean | undefined }> | undefined {
  const rows = rowsOfDecision(definition, 'documents', answers, facts);
  if (rows === undefined) return undefined;
  const asked = new Map<string, { readonly required: boolean | undefined }>();
  for (const row of rows ?? []) {
    const { text, flag, wrong } = reading('documents', row);
    const id = text('id');
    if (id === undefined || !definition.documents.some((rule) => rule.id === id)) throw wrong('id');
    const required = flag('required') ?? asked.get(id)?.required;
    asked.set(id, { required });
  }
  return asked;
}

/** The time that the table `deadline` gives; undefined where it is silent, and the definition's own list counts. */
export function decidedTime(
  definition: ProcedureDefinition,
  channel: Channel,
  answers: Answers,
  facts: Facts,
): LegalTime | undefined {
  const [row, more] = rowsOfDecision(definition, 'deadline', answers, { ...facts, channel }) ?? [];
  if (!row) return undefined;
  if (more) throw new Undecided('deadline', 'value-shape');
  const { text, number, flag, wrong } = reading('deadline', row);
  const value = number('value');
  if (value === undefined || value <= 0 || value > 10_000) throw wrong('value');
  const unit: TimeUnit | undefined = oneOf(timeUnits, text('unit'));
  if (!unit) throw wrong('unit');
  const basis = text('ground');
  return {
    channel,
    value,
    unit,
    ...(flag('sameDay') ? { sameDay: true } : {}),
    ...(basis === undefined ? {} : { basis }),
  };
}

export interface DecidedCompetence {
  readonly level: CompetenceLevel;
  readonly department: string | undefined;
  /** Commune whose authority decides; undefined leaves it to the definition. */
  readonly commune: string | undefined;
}

/** Who decides by the table `competence`; undefined where it is silent. */
export function decidedCompetence(
  definition: ProcedureDefinition,
  answers: Answers,
  facts: Facts,
): DecidedCompetence | undefined {
  const [row, more] = rowsOfDecision(definition, 'competence', answers, facts) ?? [];
  if (!row) return undefined;
  if (more) throw new Undecided('competence', 'value-shape');
  const { text, wrong } = reading('competence', row);
  const level: CompetenceLevel | undefined = oneOf(competenceLevels, text('level'));
  if (!level) throw wrong('level');
  return { level, department: text('department'), commune: text('commune') };
}

/** Questions of the pre-check that stop the way by the table `eligibility`; undefined where it is silent. */
export function decidedEligibility(
  definition: ProcedureDefinition,
  replies: Readonly<Record<string, string | undefined>>,
  facts: Facts,
): readonly EligibilityQuestion[] | undefined {
  const known = Object.fromEntries(
    Object.entries(replies).flatMap(([id, reply]) => (reply === undefined ? [] : [[replyName(id), reply]])),
  );
  const rows = rowsOfDecision(definition, 'eligibility', known, facts);
  if (!rows || rows.length === 0) return undefined;
  return rows.flatMap((row) => {
    const { text, flag, wrong } = reading('eligibility', row);
    const passes = flag('passes');
    if (passes === undefined) throw wrong('passes');
    if (passes) return [];
    const reason = text('reason');
    const question = definition.eligibility.find((each) => each.id === reason);
    // Nobody is turned away without a sentence that says why.
    if (!question) throw wrong('reason');
    return [question];
  });
}

/** Why the tables of a procedure cannot decide for these answers; undefined when they can, or when there are none. */
export function undecided(
  definition: ProcedureDefinition,
  answers: Answers,
  facts: Facts,
): Refusal | undefined {
  const channel = facts['channel'];
  const tried = attempt(() => {
    decidedFees(definition, answers, facts);
    decidedDocuments(definition, answers, facts);
    decidedCompetence(definition, answers, facts);
    if (channel === 'online' || channel === 'direct' || channel === 'post')
      decidedTime(definition, channel, answers, facts);
  });
  return tried.ok ? undefined : tried.refusal;
}
