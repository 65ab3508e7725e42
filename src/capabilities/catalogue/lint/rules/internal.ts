import type { ProcedureDefinition } from '#capabilities/forms';
import type { OfficerRole } from '#kernel/actor';
import { isInternalCode } from '../../procedure.ts';
import { type Finding, found } from '../finding.ts';

/** Who may file for a unit and take its result: steps at the filing unit are theirs. */
const filers: readonly OfficerRole[] = ['specialist', 'head-of-office', 'unit-leader', 'clerk'];

/**
 * A procedure between agencies is filed by an officer for the unit: nothing in it may speak to a citizen, ask money, or wait
 * for a counter that the filing unit does not have. A procedure of the public is not filed by agencies as such.
 */
export function internalFindings(definition: ProcedureDefinition): readonly Finding[] {
  const { code, subjects, fees, form, workflow } = definition;
  if (!isInternalCode(code))
    return subjects.includes('agency') ? [found('internal-subject', 'subjects')] : [];
  const open: readonly (readonly [boolean, string])[] = [
    [definition.online.level !== 'none', 'online'],
    [definition.representation.allowed, 'representation'],
    [definition.assurance.identityPendingAllowed, 'assurance'],
    [definition.assurance.signed === true, 'signed'],
    [definition.lifeEvents.length > 0, 'lifeEvents'],
  ];
  return [
    ...(subjects.length === 1 && subjects[0] === 'agency' ? [] : [found('internal-subject', 'subjects')]),
    ...(fees.length > 0 ? [found('internal-fee', 'fees')] : []),
    ...open.flatMap(([is, part]) =>
      is ? [found('internal-public', part === 'signed' ? 'assurance' : part, { part })] : [],
    ),
    ...form.pages.flatMap((page) =>
      page.questions
        .filter(({ prefill }) => prefill !== undefined)
        .map(({ id }) =>
          found('internal-public', `form.pages.${page.id}.questions.${id}`, { part: 'prefill' }),
        ),
    ),
    ...workflow.steps
      .filter(({ place, role }) => place === 'receiver' && !filers.includes(role))
      .map(({ id }) => found('internal-step', `workflow.steps.${id}`, { id })),
  ];
}
