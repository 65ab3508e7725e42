/** `corrected`: the value changed; `kept`: doubtful but left as found; `set-aside`: not in the result. */
export type ImportAction = 'corrected' | 'kept' | 'set-aside';

export interface ReportLine {
  readonly code: string;
  readonly field: string;
  readonly action: ImportAction;
  readonly from: string;
  readonly to: string;
  /** A key of `reasons`, so that lines can be counted by kind of defect. */
  readonly reason: ReasonKey;
}

export interface ImportCounts {
  readonly rows: number;
  readonly imported: number;
  readonly rowsSetAside: number;
  readonly detailLines: number;
  readonly detailsUsed: number;
  readonly detailsSetAside: number;
  readonly documents: number;
  readonly documentsKept: number;
  readonly documentsMerged: number;
}

export interface ImportReport {
  readonly counts: ImportCounts;
  readonly lines: readonly ReportLine[];
}

/** Why a value was touched, in words for the person who reads the report. */
export const reasons = {
  'text-cleaned': 'Unicode form, invisible marks or spaces put right',
  'no-information': 'The portal writes "Không có thông tin" (or its page furniture) where it has nothing',
  'name-missing': 'No name in the sources: a plain one was made from field and code',
  'name-recalled': 'The name is not from the source but from memory: confirm it',
  'wrong-record': 'The crawled page carried another code; its content was removed, only the code is sure',
  'printed-code': 'The page prints another code than the one it was fetched under',
  'duplicate-row': 'The code comes twice; the fuller row was taken',
  'same-name': 'Another code has the same name',
  'bad-code': 'Not a national procedure code (n.nnnnnn)',
  'unknown-value': 'A value outside the list of the field',
  'internal-code': 'Codes 5 and 6 are procedures inside the administration: not public',
  'subjects-split': 'One kind of applicant was cut at its commas',
  'decision-several': 'Several decisions for one procedure: the last is in force',
  'law-number': 'The year of the law was glued to its number',
  'results-unpaired': 'Numbers of result names and codes differ: not paired',
  'fee-thousands-confirmed': 'Thousands were cut; the note names the full sum',
  'fee-thousands': 'Thousands were cut ("135 VNĐ"); no fee is that small',
  'fee-too-small': 'A sum of a few đồng that nothing explains: text kept, no amount taken',
  'fee-free-but-amount': '"Miễn phí" with a sum in its note: the text counts, not the word',
  'fee-free-but-set': '"Miễn phí" although a council or circular sets the fee: no number had been entered',
  'fee-free-but-unclear': '"Miễn phí" with a note that names a fee: not taken as free',
  'fee-note-differs': 'The note names another sum than the figure: no amount taken, the text tells',
  'fee-several': 'Several fees for one channel: no single amount taken, the text tells',
  'fee-foreign': 'Fee in a foreign currency: text kept, no amount in đồng',
  'fee-unread': 'No clear sum in the text: text kept',
  'time-zero': 'A time of 0 says nothing',
  'time-no-unit': 'A number without unit: kept without unit',
  'time-unit-from-note': 'The unit was missing and stands in the note of the same channel',
  'channel-twice': 'The same channel with the same time and fee again',
  'channel-from-list': 'No detail: channels, time and fee come from the list row',
  'case-is-group': 'Headings such as "Giấy tờ phải xuất trình" are groups of papers, not cases',
  'count-swallowed': 'A number at the end of the text was swallowed into the count of originals',
  'count-high': 'An unusually high count of originals',
  'count-from-text': 'The count was 0 and stands in the words',
  'count-unknown': 'A real paper with 0 originals and 0 copies',
  'note-as-document': 'A note, condition or heading posing as a paper',
  'document-twice': 'The same paper again in the same case',
  'document-empty': 'No words at all',
  'list-marks': 'List marks at the beginning of names taken away',
  'form-name': 'A form name with half a sentence before it',
  'steps-cut': 'Only the first 700 characters of the steps are in the source',
  'detail-without-row': 'A detail line for a code that the list does not have',
  'detail-unreadable': 'A line that is not the expected JSON',
  'assumed-defaults': 'Online level and assurance are not in the sources: sample defaults, marked assumed',
} as const;
export type ReasonKey = keyof typeof reasons;

export type Note = (
  field: string,
  action: ImportAction,
  reason: ReasonKey,
  from?: string,
  to?: string,
) => void;

/** Collects lines; the same line twice for one code is one line. */
export class ReportBook {
  readonly #lines = new Map<string, ReportLine>();

  noteFor(code: string): Note {
    return (field, action, reason, from = '', to = '') => {
      const line: ReportLine = { code, field, action, from, to, reason };
      this.#lines.set(JSON.stringify(line), line);
    };
  }

  get lines(): readonly ReportLine[] {
    return [...this.#lines.values()];
  }
}
