/**
 * What the house offers to each paper, by the id of its template. A replaced template may use any part of it; one that
 * asks for more is refused by name when it is drawn. Dates `YYYY-MM-DD`, moments local `YYYY-MM-DDTHH:MM`.
 */
export interface HeadValues {
  /** Body above the issuing one, e.g. "UBND tỉnh An Giang"; printed in capitals. */
  readonly superior?: string;
  readonly agency: string;
  /** Place of issue, e.g. "An Giang". */
  readonly place: string;
  readonly issued_on: string;
}

interface DossierValues {
  readonly dossier_code: string;
  /** Address behind the QR code. */
  readonly lookup_url: string;
  /** With the code it opens the look-up without signing in. */
  readonly lookup_secret?: string;
}

interface SubmitterValues {
  readonly submitter_name: string;
  readonly submitter_id?: string;
  readonly submitter_address?: string;
  readonly submitter_phone?: string;
  readonly submitter_email?: string;
}

interface CountValues {
  readonly originals?: number;
  readonly certified?: number;
  readonly photocopies?: number;
}

export interface ComponentValues extends CountValues {
  readonly name: string;
  readonly note?: string;
}

interface IntakeValues {
  readonly components: readonly ComponentValues[];
  readonly sets: number;
  readonly fee_mode: string;
  /** e.g. "03 ngày làm việc". */
  readonly legal_time: string;
  readonly received_at: string;
  readonly due_at: string;
  readonly return_place: string;
  readonly receiver_name: string;
}

interface SignerValues {
  /** Line breaks allowed: "TM. Ủy ban nhân dân\nChủ tịch". */
  readonly signer_capacity: string;
  readonly signer_name: string;
}

export interface ReceiptValues extends HeadValues, DossierValues, SubmitterValues, IntakeValues {
  readonly number: string;
  readonly procedure_name: string;
  readonly request: string;
  readonly owner_name: string;
  readonly owner_address?: string;
}

interface GuidanceValues extends HeadValues, DossierValues, SubmitterValues {
  readonly number: string;
  readonly request: string;
  readonly reason: string;
  readonly answer_by?: string;
  readonly contact_name: string;
  readonly contact_phone?: string;
}

export interface SupplementValues extends GuidanceValues {
  readonly missing: readonly (CountValues & { readonly name: string; readonly reason: string })[];
}

export interface RefusalValues extends HeadValues, DossierValues, SubmitterValues {
  readonly number: string;
  readonly request: string;
  /** In words for the citizen, never a technical code. */
  readonly reason: string;
  readonly ground?: string;
  readonly guidance?: string;
  readonly receiver_name: string;
}

export interface ApologyValues extends HeadValues, DossierValues, SignerValues {
  readonly number: string;
  readonly owner_name: string;
  readonly procedure_name: string;
  readonly received_at: string;
  readonly due_at: string;
  readonly new_due_at: string;
  readonly responsible_agency: string;
  readonly reason: string;
}

export interface StopValues extends HeadValues, DossierValues, SignerValues {
  readonly number: string;
  readonly owner_name: string;
  readonly owner_address?: string;
  readonly procedure_name: string;
  readonly received_at: string;
  readonly asked_at?: string;
  readonly asked_by?: string;
  readonly stage: string;
  readonly reason: string;
  readonly money_state: string;
  readonly papers_state?: string;
}

export interface HandoverValues {
  readonly given_by: string;
  readonly received_by: string;
  readonly given_at: string;
  readonly received_at?: string;
  readonly confirmed?: string;
  /** "Trước hạn", "Đúng hạn" or "Quá hạn". */
  readonly outcome?: string;
  readonly note?: string;
}

export interface ControlSlipValues extends HeadValues, DossierValues {
  readonly number: string;
  readonly owner_name: string;
  readonly procedure_name: string;
  readonly sets: number;
  readonly received_at: string;
  readonly due_at: string;
  readonly responsible_agency: string;
  /** e.g. "1 (chuyển kèm hồ sơ)". */
  readonly copy_name: string;
  readonly handovers: readonly HandoverValues[];
}

export interface RegisterEntryValues {
  readonly dossier_code: string;
  readonly procedure_name: string;
  readonly sets?: number;
  readonly owner_name: string;
  readonly contact?: string;
  readonly agency: string;
  readonly received_on: string;
  readonly due_on?: string;
  readonly processed_on?: string;
  readonly returned_on?: string;
  readonly way?: string;
  readonly status: string;
}

export interface RegisterValues extends HeadValues {
  readonly from: string;
  readonly to: string;
  readonly entries: readonly RegisterEntryValues[];
  readonly total_received: number;
  readonly total_processed: number;
  readonly total_returned: number;
  readonly keeper_name: string;
}

interface ResidenceValues extends HeadValues, DossierValues, SubmitterValues {
  readonly number: string;
  readonly submitter_id: string;
  readonly submitter_birth_date?: string;
  readonly request: string;
}

export interface ResidenceReceiptValues extends ResidenceValues, IntakeValues {}
export interface ResidenceGuidanceValues extends ResidenceValues, GuidanceValues {
  readonly submitter_id: string;
  readonly missing: readonly { readonly name: string; readonly reason: string }[];
}
export interface ResidenceRefusalValues extends ResidenceValues, SignerValues {
  readonly reason: string;
  readonly ground?: string;
}

export interface ResultDraftValues extends HeadValues, DossierValues {
  readonly number?: string;
  /** Kind of the paper, e.g. "Giấy khai sinh"; printed in capitals. */
  readonly kind: string;
  readonly about?: string;
  readonly owner_name: string;
  readonly owner_id?: string;
  readonly owner_address?: string;
  readonly grounds?: readonly string[];
  readonly decision?: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly signer_capacity: string;
  readonly signer_name?: string;
}
/** Number and date are absent while the leader signs: the agency's signature writes them. */
export interface ResultValues extends Omit<ResultDraftValues, 'issued_on'> {
  /** Where anybody can check the paper; without it the code leads to the dossier. */
  readonly check_address?: string;
  readonly issued_on?: string;
  readonly number?: string;
  readonly signer_name: string;
}

/** Receipt of phí, of lệ phí or of assessed money, in two copies (liên). */
export interface FeeReceiptValues extends HeadValues {
  readonly tax_code?: string;
  readonly title: string;
  readonly template: string;
  readonly symbol: string;
  readonly number: string;
  /** Of a printed form, where one was given. */
  readonly paper_number?: string;
  readonly payer_name: string;
  readonly dossier_code: string;
  readonly payment_code: string;
  readonly lines: readonly { readonly name: string; readonly counted?: string; readonly amount: number }[];
  readonly total: number;
  readonly total_words: string;
  readonly way: string;
  readonly cashier?: string;
  readonly check_url: string;
  /** When and why it no longer holds. */
  readonly cancelled?: string;
}

/** Template id → the values offered to it. */
export interface PaperValuesById {
  readonly '01': ReceiptValues;
  readonly '02': SupplementValues;
  readonly '03': RefusalValues;
  readonly '04': ApologyValues;
  readonly '05': StopValues;
  readonly '06': ControlSlipValues;
  readonly '07': RegisterValues;
  readonly 'bien-lai': FeeReceiptValues;
  readonly ct04: ResidenceReceiptValues;
  readonly ct05: ResidenceGuidanceValues;
  readonly ct06: ResidenceRefusalValues;
  readonly result: ResultValues;
  readonly 'result-draft': ResultDraftValues;
}
export type PaperId = keyof PaperValuesById;
