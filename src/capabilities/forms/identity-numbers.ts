/**
 * Structure of the personal number (Nghị định 137/2015/NĐ-CP art. 13, Thông tư 07/2016/TT-BCA art. 7): three digits of
 * the place of birth registration, one of century and sex, two of the year of birth, six by chance. No check digit.
 */
const provinceCodes = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 ' +
    '044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 ' +
    '089 091 092 093 094 095 096'
  ).split(' '),
);

export type Sex = '1' | '2';
export type PersonalNumberFault = 'length' | 'place' | 'birth-year' | 'sex';

/** What is wrong with a personal number (digits only), judged also against birth date and sex when they are known. */
export function personalNumberFault(
  digits: string,
  known: { readonly birthDate?: string; readonly sex?: string } = {},
): PersonalNumberFault | undefined {
  if (!/^\d{12}$/.test(digits)) return 'length';
  // Codes from 100 on are countries, for births registered abroad.
  if (digits.startsWith('0') && !provinceCodes.has(digits.slice(0, 3))) return 'place';
  const centurySex = Number(digits[3]);
  const year = 1900 + Math.floor(centurySex / 2) * 100 + Number(digits.slice(4, 6));
  if (known.birthDate !== undefined && Number(known.birthDate.slice(0, 4)) !== year) return 'birth-year';
  if (known.sex !== undefined && known.sex !== String((centurySex % 2) + 1)) return 'sex';
  return undefined;
}

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
export type EnterpriseCodeFault = 'shape' | 'check-digit';

/** Enterprise or tax code: 10 digits with a check digit, or 13 with the branch (`0312687878-001`). */
export function enterpriseCodeFault(code: string): EnterpriseCodeFault | undefined {
  const parts = /^(\d{2})(\d{7})(\d)(?:-(\d{3}))?$/.exec(code);
  if (!parts || parts[1] === '00' || parts[2] === '0000000' || parts[4] === '000') return 'shape';
  const sum = weights.reduce((total, weight, i) => total + weight * Number(code[i]), 0);
  return 10 - (sum % 11) === Number(parts[3]) ? undefined : 'check-digit';
}
