import type { Act, DossierState, DossierView, ProcedureRules } from '#capabilities/dossiers';
import type { Unit, UnitDirectory } from '#capabilities/organisations';
import type { UnitId } from '#kernel/ids';
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
  readonly state: DossierState;
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
  state: view.state,
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
}
export const paperPlaces = async ({ place, units }: Doors): Promise<PaperPlaces> => ({
  directory: await units.directory(),
  kind: place.kind,
  seat: place.seat,
  publicUrl: place.publicUrl,
  helpPhone: place.helpPhone,
});

export const unitOf = ({ directory }: PaperPlaces, id: UnitId): Unit => directory.get(id);
