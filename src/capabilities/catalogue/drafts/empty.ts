import type { CompetenceLevel, ProcedureDefinition } from '#capabilities/forms';
import type { DraftContent } from './content.ts';

/** A procedure of which nothing is known yet. What is still to be said is left out, so that lint asks for it. */
export const emptyContent = (code: string, level: CompetenceLevel = 'commune'): DraftContent => ({
  definition: {
    code,
    version: 0,
    validFrom: '',
    name: { vi: '', en: '' },
    competence: { level },
    assurance: { identityPendingAllowed: false },
    online: { level: 'none' },
    subjects: ['citizen'],
    representation: { allowed: false },
    time: [],
    fees: [],
    result: { code: 'local', name: { vi: '', en: '' } },
    documents: [],
    eligibility: [],
    form: { id: `form-${code}`, title: { vi: '', en: '' }, pages: [] },
    workflow: { steps: [] },
    forms: { receipt: '01', supplement: '02', refusal: '03' },
    lifeEvents: [],
    basis: [],
  } satisfies ProcedureDefinition,
});
