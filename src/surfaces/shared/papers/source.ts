import type { Act, DossierState, DossierView, ProcedureRules } from '#capabilities/dossiers';
import type { Answers, CodeLists, ProcedureDefinition } from '#capabilities/forms';
import type { Unit, UnitDirectory } from '#capabilities/organisations';
import { type OwnPapers, openOwnPapers } from '#capabilities/papers';
import type { UnitId } from '#kernel/ids';
import type { Locale } from '#kernel/text';
import type { Doors, PlaceKind } from '../doors.ts';

export interface PaperPerson {
  readonly name: string;
  readonly personalNumber?: string;
  /** `YYYY-MM-DD` */
  readonly birthDate?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
}
export interface PaperDocument {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly originals: number;
  readonly copies: number;
  readonly seq: number;
  readonly replacedBy: string | null;
}

/** All of a dossier that its papers say. What a reader may not know is absent, and the papers that need it are not offered. */
export interface PaperSource {
  readonly code: string;
  /** For the receipt in the hand of the person alone. */
  readonly secret?: string;
  readonly procedureName: string;
  readonly ownerName: string;
  readonly applicant: PaperPerson;
  readonly documents?: readonly PaperDocument[];
  /** What was answered, for a procedure's own papers; absent where the reader holds no more than the secret. */
  readonly answers?: Answers;
  readonly state: DossierState;
  readonly charges: DossierView['charges'];
  readonly acts: readonly Act[];
  readonly rules: ProcedureRules;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** Keeps what is a filled text: the column `applicant` was written by several versions of the product. */
function personOf(applicant: Readonly<Record<string, unknown>>): PaperPerson {
  const known = ['personalNumber', 'birthDate', 'phone', 'email', 'address'].flatMap((key) => {
    const value = text(applicant[key]);
    return value === undefined ? [] : [[key, value]];
  });
  return { name: text(applicant['name']) ?? '', ...Object.fromEntries(known) };
}

/** Papers of a dossier that the reader may see in full: its owner, or an officer concerned with it. */
export const paperSourceOf = (view: DossierView): PaperSource => ({
  code: view.dossier.code,
  secret: view.dossier.secret,
  procedureName: view.dossier.procedure_name,
  ownerName: view.dossier.owner_name,
  applicant: personOf(view.dossier.applicant),
  documents: view.documents.map((row) => ({
    id: row.id,
    title: row.title,
    source: row.source,
    originals: row.originals,
    copies: row.copies,
    seq: row.seq,
    replacedBy: row.replaced_by,
  })),
  answers: view.rules.answers,
  state: view.state,
  charges: view.charges,
  acts: view.acts,
  rules: view.rules,
});

/** Names and places that stand on papers. */
export interface PaperPlaces {
  readonly directory: UnitDirectory;
  readonly kind: PlaceKind;
  /** `An Giang`, `Hà Nội`. */
  readonly seat: string;
  readonly publicUrl: string;
  readonly helpPhone: string;
  /** Papers that this version of the procedure brings along, in the language in which they are read. */
  readonly own: OwnPapers;
  readonly language: Locale;
  readonly lists: CodeLists;
}

/** @param pinned the version that the dossier stays on: its own papers go before the common ones. */
export const paperPlaces = async (
  { place, units, catalogue, services }: Doors,
  pinned: Pick<ProcedureDefinition, 'code' | 'version'>,
  language: Locale = 'vi',
): Promise<PaperPlaces> => ({
  directory: await units.directory(),
  own: openOwnPapers(await catalogue.templatesOf(pinned.code, pinned.version)),
  language,
  lists: services.lists,
  kind: place.kind,
  seat: place.seat,
  publicUrl: place.publicUrl,
  helpPhone: place.helpPhone,
});

export const unitOf = ({ directory }: PaperPlaces, id: UnitId): Unit => directory.get(id);
