import { asDong, type Dong } from '#kernel/money';
import type { LocalText } from '#kernel/text';
import type { Answers, Facts } from './answers.ts';
import { caseOf } from './case-of.ts';
import { holds } from './condition.ts';
import { decidedFees } from './decisions/decided.ts';
import type { Channel, Exemption, Fee, FeeReduction, ProcedureDefinition } from './definition.ts';
import { type ReckonedFee, reckonFee } from './reckon-fee.ts';

export interface FeeLine {
  readonly id: string;
  readonly kind: Fee['kind'];
  /** National `LoaiPhiLePhi`; ordinary when silent. */
  readonly purpose?: Fee['purpose'];
  readonly name: LocalText;
  readonly when: Fee['when'];
  readonly count: number;
  /** For all units together; 0 when exempt. */
  readonly amount: Dong;
  /** What it would be without reduction and exemption; silent where it is the amount. */
  readonly full?: Dong;
  readonly reduction?: FeeSaving;
  readonly exemption?: { readonly id: string; readonly name: LocalText };
  /** How the full sum came about, in words; silent for one plain sum. */
  readonly counted?: LocalText;
  /** It stays with the agency when the request is refused. */
  readonly refundable?: false;
  readonly basis: string;
  readonly assumed: boolean;
}
/** A reduction that was taken, with its own ground. */
export interface FeeSaving {
  readonly saved: Dong;
  readonly basis: string;
  /** Every channel when silent. */
  readonly channels?: readonly Channel[];
  /** Last day. */
  readonly until?: string;
}

function applies(fee: Fee, chosen: string | undefined, answers: Answers, facts: Facts): boolean {
  const today = facts['today'];
  if (fee.channel !== undefined && fee.channel !== facts['channel']) return false;
  if (fee.case !== undefined && fee.case !== chosen) return false;
  if (typeof today === 'string' && fee.from !== undefined && today < fee.from) return false;
  if (typeof today === 'string' && fee.until !== undefined && today > fee.until) return false;
  return holds(fee.if, answers, facts);
}

/** Facts first: an exemption that an officer granted holds whatever the answers say. */
function exemptionOf(fee: Fee, answers: Answers, facts: Facts): Exemption | undefined {
  const granted = facts['exemptions'];
  return fee.exemptions.find((exemption) =>
    Array.isArray(granted) && granted.includes(exemption.id)
      ? true
      : exemption.if !== undefined && holds(exemption.if, answers, facts),
  );
}

const savingOf = ({ basis, channels, until }: FeeReduction, saved: number): FeeSaving => ({
  saved: asDong(saved),
  basis,
  ...(channels ? { channels } : {}),
  ...(until === undefined ? {} : { until }),
});

interface Owed extends ReckonedFee {
  readonly fee: Fee;
  readonly exemption: Exemption | undefined;
  readonly basis: string;
}

function lineOf({ fee, count, amount, full, reduction, counted, exemption, basis }: Owed): FeeLine {
  const owed = exemption ? 0 : amount;
  return {
    id: fee.id,
    kind: fee.kind,
    ...(fee.purpose ? { purpose: fee.purpose } : {}),
    name: fee.name,
    when: fee.when,
    count,
    amount: asDong(owed),
    ...(full > owed ? { full: asDong(full) } : {}),
    ...(reduction && !exemption ? { reduction: savingOf(reduction, full - amount) } : {}),
    ...(exemption ? { exemption: { id: exemption.id, name: exemption.name } } : {}),
    ...(counted ? { counted } : {}),
    ...(fee.refundable === false ? { refundable: false } : {}),
    basis,
    assumed: fee.assumed === true || (reduction?.assumed === true && !exemption),
  };
}

/** A sum that a table gave is explained by the definition only where both come to the same. */
function explained(fee: Fee, amount: number, answers: Answers, facts: Facts): Omit<ReckonedFee, 'count'> {
  const listed = reckonFee(fee, answers, facts);
  return listed?.amount === amount
    ? listed
    : { amount, full: amount, reduction: undefined, counted: undefined };
}

/**
 * What is owed, line by line: phí and lệ phí stay apart, for they have receipts of their own. Where the procedure has a table
 * `fees`, it alone says which are owed and how much.
 * @throws Undecided where the table cannot decide: no other price is given in its place.
 */
export function feesOwed(
  definition: ProcedureDefinition,
  answers: Answers,
  facts: Facts = {},
): readonly FeeLine[] {
  const decided = decidedFees(definition, answers, facts);
  if (decided)
    return decided
      .filter(({ count }) => count > 0)
      .map(({ fee, count, amount, ground, exemption }) =>
        lineOf({
          ...explained(fee, amount, answers, facts),
          fee,
          count,
          exemption: exemption ?? exemptionOf(fee, answers, facts),
          basis: ground,
        }),
      );
  const chosen = caseOf(definition, answers, facts);
  return definition.fees
    .filter((fee) => applies(fee, chosen, answers, facts))
    .flatMap((fee) => {
      const reckoned = reckonFee(fee, answers, facts);
      if (!reckoned) return [];
      return [lineOf({ ...reckoned, fee, exemption: exemptionOf(fee, answers, facts), basis: fee.basis })];
    });
}

export const totalOwed = (lines: readonly FeeLine[], when?: Fee['when']): Dong =>
  asDong(
    lines
      .filter((line) => when === undefined || line.when === when)
      .reduce((sum, line) => sum + line.amount, 0),
  );
