import {
  type AnswerInWords,
  type Answers,
  answersInWords,
  type CodeLists,
  type FeeLine,
  type ProcedureDefinition,
} from '#capabilities/forms';
import { type ChargeRow, chargeRows } from '#capabilities/payments';
import type { WorkflowStep } from '#capabilities/workflow';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { foldText } from '#kernel/text';
import type { Instant } from '#kernel/time';
import type { Act } from '../rules/acts.ts';
import { pricedFees } from '../rules/filing.ts';
import { actRows, iso, projectionOf, workRows } from '../rules/rows.ts';
import type { DossierState } from '../rules/state.ts';
import { workOf } from '../rules/work.ts';

/** Who asks, kept with the dossier as it was said at filing. */
export interface Applicant {
  readonly name: string;
  readonly personalNumber?: string;
  readonly birthDate?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  /** Filed for another person or a business: who is represented, and how they are related. */
  readonly represented?: { readonly name: string; readonly number?: string; readonly relation?: string };
  readonly representing?: string;
}

export interface NewDocument {
  readonly demand: string;
  readonly title: string;
  /** `linked`: came along from the dossier that opened this one. */
  readonly source: 'upload' | 'scan' | 'paper' | 'register' | 'linked';
  readonly originals: number;
  readonly copies: number;
  readonly file?: {
    readonly sha256: string;
    readonly name: string;
    readonly size: number;
    readonly kind: string;
  };
  /** Where it came from, in words that stay with it. */
  readonly note?: string;
}

export interface NewDossier {
  readonly id: string;
  readonly code: string;
  readonly secret: string;
  readonly definition: ProcedureDefinition;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly person: string | null;
  readonly helperUnit: string;
  readonly applicant: Applicant;
  readonly answers: Answers;
  readonly documents: readonly NewDocument[];
  readonly draft: string | null;
  readonly purpose: string;
}

/** Whose dossier it is: the represented one where somebody acts for another. */
export const ownerOf = (applicant: Applicant): string => applicant.represented?.name ?? applicant.name;

/** Charges for the fees of a new dossier, at the price of this moment. */
export const chargesOfNew = (
  fresh: Pick<NewDossier, 'definition' | 'procedureCode' | 'procedureName' | 'applicant'>,
  fees: readonly FeeLine[],
  payee: UnitId,
  at: Instant,
): readonly ChargeRow[] =>
  chargeRows({
    fees: pricedFees(fees),
    ownerName: ownerOf(fresh.applicant),
    procedure: { code: fresh.procedureCode, name: fresh.procedureName, version: fresh.definition.version },
    payee,
    at,
  });

/** The words of a form are kept with the answers, so that they read well in twenty years (HOUSE, "Facts"). */
export const wordsOf = (
  definition: ProcedureDefinition,
  answers: Answers,
  lists: CodeLists,
): readonly AnswerInWords[] => answersInWords(definition.form, answers, 'vi', lists);

/** All rows of a new dossier as one JSON value for the functions `dossiers.submit` and `dossiers.open`. */
export function rowsOfNewDossier(
  fresh: NewDossier,
  state: DossierState,
  acts: readonly Act[],
  words: readonly AnswerInWords[],
  now: Instant,
  step?: WorkflowStep,
) {
  const owner = ownerOf(fresh.applicant);
  const at = iso(now);
  return {
    dossier: {
      home_unit: state.receiver,
      id: fresh.id,
      code: fresh.code,
      secret: fresh.secret,
      procedure_code: fresh.procedureCode,
      procedure_version: fresh.definition.version,
      procedure_name: fresh.procedureName,
      channel: state.channel,
      person_id: fresh.person,
      applicant: fresh.applicant,
      owner_name: owner,
      owner_folded: foldText(owner),
      subject_number: fresh.applicant.represented?.number ?? fresh.applicant.personalNumber ?? null,
      helper_unit: fresh.helperUnit,
      competent_unit: state.competent,
      submitted_at: iso(state.submittedAt),
      synchronisation: 'none',
      draft_id: fresh.draft,
      purpose: fresh.purpose,
      ...projectionOf(state),
    },
    acts: actRows(state.receiver, fresh.id, acts),
    form: { home_unit: state.receiver, dossier_id: fresh.id, seq: 1, answers: fresh.answers, words },
    documents: fresh.documents.map((document) => ({
      home_unit: state.receiver,
      dossier_id: fresh.id,
      id: uuidv7(now),
      demand: document.demand,
      title: document.title,
      sha256: document.file?.sha256 ?? null,
      file_name: document.file?.name ?? null,
      size: document.file?.size ?? null,
      kind: document.file?.kind ?? null,
      source: document.source,
      originals: document.originals,
      copies: document.copies,
      seq: 1,
      added_at: at,
      note: document.note ?? '',
    })),
    work: workRows(workOf(state, step)),
  };
}
