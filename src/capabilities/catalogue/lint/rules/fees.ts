import type { ProcedureDefinition } from '#capabilities/forms';
import { type Finding, found } from '../finding.ts';

/** Fees without a legal ground, and fees whose days are over or never come. */
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
    return findings;
  });
}
