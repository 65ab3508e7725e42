import { asDong, type Dong } from '#kernel/money';
import type { LocalText } from '#kernel/text';
import type { Answers, Facts } from './answers.ts';
import { caseOf } from './case-of.ts';
import { holds } from './condition.ts';
import { decidedFees } from './decisions/decided.ts';
import type { Exemption, Fee, ProcedureDefinition } from './definition.ts';

export interface FeeLine {
  readonly id: string;
  readonly kind: Fee['kind'];
  readonly name: LocalText;
  readonly when: Fee['when'];
  readonly count: number;
  /** For all units together; 0 when exempt. */
  readonly amount: Dong;
  readonly exemption?: { readonly id: string; readonly name: LocalText };
  readonly basis: string;
  readonly assumed: boolean;
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

function countOf(fee: Fee, answers: Answers): number {
  if (fee.per === undefined) return 1;
  const count = answers[fee.per];
  return typeof count === 'number' ? Math.max(0, Math.floor(count) - (fee.freeUnits ?? 0)) : 0;
}

interface Owed {
  readonly fee: Fee;
  readonly count: number;
  readonly amount: number;
  readonly exemption: Exemption | undefined;
  readonly basis: string;
}

const lineOf = ({ fee, count, amount, exemption, basis }: Owed): FeeLine => ({
  id: fee.id,
  kind: fee.kind,
  name: fee.name,
  when: fee.when,
  count,
  amount: asDong(exemption ? 0 : amount),
  ...(exemption ? { exemption: { id: exemption.id, name: exemption.name } } : {}),
  basis,
  assumed: fee.assumed === true,
});

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
          fee,
          count,
          amount,
          exemption: exemption ?? exemptionOf(fee, answers, facts),
          basis: ground,
        }),
      );
  const chosen = caseOf(definition, answers, facts);
  return definition.fees
    .filter((fee) => applies(fee, chosen, answers, facts))
    .flatMap((fee) => {
      const count = countOf(fee, answers);
      if (count === 0) return [];
      const exemption = exemptionOf(fee, answers, facts);
      return [lineOf({ fee, count, amount: fee.amount * count, exemption, basis: fee.basis })];
    });
}

export const totalOwed = (lines: readonly FeeLine[], when?: Fee['when']): Dong =>
  asDong(
    lines
      .filter((line) => when === undefined || line.when === when)
      .reduce((sum, line) => sum + line.amount, 0),
  );
