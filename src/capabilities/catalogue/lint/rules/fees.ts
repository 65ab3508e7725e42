import { type Fee, type FeeFault, feeFaults, type ProcedureDefinition } from '#capabilities/forms';
import { type Finding, found, type LintCode } from '../finding.ts';

const codeOf: Readonly<Record<FeeFault, LintCode>> = {
  'nothing-counted': 'fee-uncounted',
  'copies-uncounted': 'fee-uncounted',
  'tiers-disordered': 'fee-tiers-wrong',
  'reduction-unclear': 'fee-reduction-wrong',
  'reduction-of-tiers': 'fee-reduction-wrong',
  'reduction-no-less': 'fee-reduction-wrong',
};

/** Fees without a legal ground, fees whose days are over or never come, and fees that cannot be counted as they are written. */
export function feeFindings(definition: ProcedureDefinition, today: string): readonly Finding[] {
  return definition.fees.flatMap((fee) => {
    const at = `fees.${fee.id}`;
    const findings: Finding[] = [];
    if (fee.basis.trim() === '') findings.push(found('fee-without-ground', at));
    if (fee.until !== undefined && fee.from !== undefined && fee.until < fee.from)
      findings.push(found('fee-dates-wrong', at, { from: fee.from, until: fee.until }));
    else if (fee.until !== undefined && fee.until < definition.validFrom)
      findings.push(found('fee-dates-wrong', at, { from: definition.validFrom, until: fee.until }));
    else if (fee.until !== undefined && fee.until < today)
      findings.push(found('fee-expired', at, { until: fee.until }));
    findings.push(...feeFaults(fee).map((fault) => found(codeOf[fault], at)));
    return [...findings, ...reductionFindings(fee, at, today)];
  });
}

/** A draft may lack what a definition must have. */
const lacking = (text: string | undefined): boolean => (text ?? '').trim() === '';

/** A reduction has a ground and days of its own; one that is over is told, for the fee itself goes on. */
function reductionFindings({ reduction }: Fee, fee: string, today: string): readonly Finding[] {
  if (!reduction) return [];
  const { from, until, basis } = reduction;
  const at = `${fee}.reduction`;
  const findings: Finding[] = [];
  if (lacking(basis)) findings.push(found('fee-without-ground', at));
  if (from !== undefined && until !== undefined && until < from)
    findings.push(found('fee-dates-wrong', at, { from, until }));
  else if (until !== undefined && until < today) findings.push(found('fee-reduction-over', at, { until }));
  return findings;
}
