import { type OfficerRole, officerRoles } from '#kernel/actor';
import { officialsHeader, type RoleWords } from '../officials/index.ts';

/** Roles by the words of tests: `Vai specialist`. */
export const roleWords = Object.fromEntries(
  officerRoles.map((role) => [role, { vi: `Vai ${role}`, en: role }]),
) as RoleWords;

export interface OfficialToWrite {
  readonly name?: string;
  /** The last digits of a number; `n` makes name, e-mail and account too. */
  readonly n: number;
  readonly email?: string;
  readonly account?: string;
  readonly unit: string;
  readonly title?: string;
  readonly roles: readonly OfficerRole[] | string;
  readonly from?: string;
  readonly until?: string;
}

export const numberOf = (n: number): string => `0890${String(n).padStart(8, '0')}`;

/** Digits as letters, for names hold no digits. */
const lettersOf = (n: number): string => [...String(n)].map((digit) => 'abcdeghikl'[Number(digit)]).join('');

/** A file as an office would write it. */
export const aFileOf = (officials: readonly OfficialToWrite[], header = officialsHeader): Uint8Array =>
  new TextEncoder().encode([header, ...officials.map(lineOf)].map((line) => `${line}\r\n`).join(''));

const lineOf = (each: OfficialToWrite): string =>
  [
    each.name ?? `Nguyễn Văn ${lettersOf(each.n)}`,
    numberOf(each.n),
    each.email ?? `o${each.n}@angiang.example.vn`,
    each.account ?? `sso-${each.n}`,
    each.unit,
    each.title ?? 'Chuyên viên',
    typeof each.roles === 'string' ? each.roles : each.roles.join('|'),
    each.from ?? '',
    each.until ?? '',
  ].join(';');
