import type { Page, ProcedureDefinition, WorkflowStep } from '#capabilities/forms';
import { ask, mayAsk, page } from './form/ask.ts';
import { wish } from './form/fields-of-things.ts';

/** What one unit tells another: who answers for the request, and what is asked. */
const fromUnit: readonly Page[] = [
  page('don-vi', 'Đơn vị đề nghị', 'The unit that asks', [
    ask('text', 'donViDauMoi', 'Người phụ trách hồ sơ này', 'Who is in charge of this dossier', {
      format: 'person-name',
      maxLength: 100,
    }),
    mayAsk('text', 'donViSoVanBan', 'Số văn bản đề nghị', 'Number of the letter', { maxLength: 60 }),
  ]),
  page('noi-dung', 'Nội dung đề nghị', 'What you ask for', [wish]),
];

const own: ReadonlySet<WorkflowStep['does']> = new Set(['receive', 'return']);

/**
 * A procedure between agencies is filed by an officer for the unit: no account to fill in from, nothing to pay, no counter.
 * Pages that choose the case or the place stay.
 */
export const betweenAgencies = (definition: ProcedureDefinition): ProcedureDefinition => ({
  ...definition,
  subjects: ['agency'],
  online: { level: 'none' },
  assurance: { identityPendingAllowed: false },
  representation: { allowed: false },
  fees: [],
  time: definition.time.filter(({ channel }) => channel !== 'online'),
  documents: definition.documents.flatMap(({ if: condition, ...rule }) => {
    if (condition === undefined || !('fact' in condition))
      return [{ ...rule, ...(condition && { if: condition }) }];
    // Nobody stands for a unit but its officers; and what an e-form would have told is handed in.
    return condition.fact === 'representing' ? [] : [rule];
  }),
  lifeEvents: [],
  form: {
    ...definition.form,
    pages: [
      ...definition.form.pages.filter(({ id }) => id === 'truong-hop' || id === 'noi-giai-quyet'),
      ...fromUnit,
    ],
  },
  workflow: {
    ...definition.workflow,
    steps: definition.workflow.steps.map((step) =>
      step.place === 'receiver' && own.has(step.does) ? { ...step, role: 'clerk' } : step,
    ),
  },
});
