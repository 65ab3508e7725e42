import { createHmac } from 'node:crypto';
import { foldText } from '#kernel/text';

/** An invented holder of an electronic identification account. */
export interface SimulatedPerson {
  readonly subject: string;
  readonly personalNumber: string;
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  /** Said under the name: the commune, or what is special about this person. */
  readonly note?: string;
}

/** An invented officer in the province's own directory. */
export interface SimulatedOfficer {
  readonly subject: string;
  readonly name: string;
  readonly title: string;
  readonly unit: string;
}

/** One line of the choice of persons. */
export interface Choice {
  readonly subject: string;
  readonly name: string;
  readonly note: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** The claims that VNeID sends (DOMAIN §1.4 A1), in its own words. */
export const choiceOfPerson = (person: SimulatedPerson): Choice => ({
  subject: person.subject,
  name: person.name,
  note: [person.birthDate.split('-').reverse().join('/'), person.note].filter(Boolean).join(' · '),
  claims: {
    LoaiTaiKhoan: 'CONG_DAN',
    SoDinhDanh: person.personalNumber,
    HoVaTen: person.name,
    NgayThangNamSinh: person.birthDate.split('-').reverse().join('/'),
    TechID: `mo-phong-${person.subject}`,
    loAs: '2',
    IAL: '2',
  },
});

export const choiceOfOfficer = (officer: SimulatedOfficer): Choice => ({
  subject: officer.subject,
  name: officer.name,
  note: `${officer.title} · ${officer.unit}`,
  claims: { name: officer.name },
});

const shown = 40;

/** Those whose name or note holds the words, with or without accents. */
export function search(choices: readonly Choice[], words: string): readonly Choice[] {
  const wanted = foldText(words).split(' ').filter(Boolean);
  const found: Choice[] = [];
  for (const choice of choices) {
    const text = foldText(`${choice.name} ${choice.note} ${choice.subject}`);
    if (wanted.every((word) => text.includes(word))) found.push(choice);
    if (found.length === shown) break;
  }
  return found;
}

const stepMs = 30_000;

/** The six digits an officer's device would show now. */
export function codeOf(codeKey: string, subject: string, atMs: number): string {
  const step = Math.floor(atMs / stepMs);
  const digest = createHmac('sha256', codeKey).update(`${subject}:${step}`).digest();
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

/** The code of now or of the half minute before. */
export const codeIsRight = (codeKey: string, subject: string, code: string, atMs: number): boolean =>
  [atMs, atMs - stepMs].some((at) => codeOf(codeKey, subject, at) === code.replace(/\s/g, ''));
