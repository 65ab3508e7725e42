import type { Applicant } from '#capabilities/dossiers';
import { type Answers, isAddress, type PostedFields, personalNumberFault } from '#capabilities/forms';
import type { PersonCard } from '#capabilities/identity';
import { cleanText } from '#kernel/text';
import { isPlainDate, type PlainDate } from '#kernel/time';
import { textOf } from '../sheet/fields.ts';
import { readIdCard } from './id-card.ts';

/** Names of the fields about who stands at the counter; an underscore keeps them apart from questions. */
export const applicantFields = {
  number: '_so',
  name: '_ten',
  birth: '_sinh',
  sex: '_gioi',
  phone: '_dien-thoai',
  email: '_thu',
  address: '_noi-o',
  representedName: '_thay-ten',
  representedNumber: '_thay-so',
} as const;
const names = applicantFields;

/** Fields after a pasted QR code or a look-up filled what was empty: what somebody typed is never overwritten. */
export function fillApplicant(fields: PostedFields, person?: PersonCard): PostedFields {
  const card = readIdCard(textOf(fields, names.number));
  const birth = card?.birthDate ?? person?.birthDate ?? '';
  const [year = '', month = '', day = ''] = birth.split('-');
  const known: Record<string, string> = {
    [names.name]: card?.name ?? person?.name ?? '',
    [`${names.birth}-day`]: day,
    [`${names.birth}-month`]: month,
    [`${names.birth}-year`]: year,
    [names.sex]: card?.sex ?? person?.sex ?? '',
    [names.phone]: person?.phone ?? '',
    [names.email]: person?.email ?? '',
    [names.address]: card?.address ?? '',
  };
  const filled: Record<string, string | readonly string[] | undefined> = { ...fields };
  if (card) filled[names.number] = card.number;
  for (const [name, value] of Object.entries(known))
    if (textOf(filled, name).trim() === '' && value !== '') filled[name] = value;
  return filled;
}

/** `birthDate` is undefined when nothing was typed, and 'wrong' when it is no date. */
export function birthDateOf(fields: PostedFields): PlainDate | 'wrong' | undefined {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((part) =>
    textOf(fields, `${names.birth}-${part}`).trim(),
  );
  if (year + month + day === '') return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? date : 'wrong';
}

const clean = (fields: PostedFields, name: string): string => cleanText(textOf(fields, name));
export const numberOf = (fields: PostedFields): string =>
  textOf(fields, names.number).replaceAll(/[\s.]/g, '');

/** What is wrong with the person's own facts, by field; the codes have sentences. */
export function applicantFaults(fields: PostedFields): readonly { code: string; field: string }[] {
  const faults: { code: string; field: string }[] = [];
  const number = numberOf(fields);
  if (number !== '' && (!/^\d{12}$/.test(number) || personalNumberFault(number) !== undefined))
    faults.push({ code: 'number-shape', field: names.number });
  if (clean(fields, names.name) === '') faults.push({ code: 'applicant-missing', field: names.name });
  if (birthDateOf(fields) === 'wrong') faults.push({ code: 'date-missing', field: `${names.birth}-day` });
  const other = clean(fields, names.representedNumber);
  if (other !== '' && clean(fields, names.representedName) === '')
    faults.push({ code: 'represented-missing', field: names.representedName });
  return faults;
}

/** Who asks, as it is kept with the dossier. */
export function applicantOf(fields: PostedFields): Applicant {
  const birthDate = birthDateOf(fields);
  const personalNumber = numberOf(fields);
  const phone = clean(fields, names.phone);
  const email = clean(fields, names.email);
  const address = clean(fields, names.address);
  const representedName = clean(fields, names.representedName);
  const representedNumber = clean(fields, names.representedNumber);
  return {
    name: clean(fields, names.name),
    ...(personalNumber !== '' && { personalNumber }),
    ...(birthDate !== undefined && birthDate !== 'wrong' && { birthDate }),
    ...(phone !== '' && { phone }),
    ...(email !== '' && { email }),
    ...(address !== '' && { address }),
    ...(representedName !== '' && {
      represented: {
        name: representedName,
        ...(representedNumber !== '' && { number: representedNumber }),
      },
    }),
    representing: representedName === '' ? 'self' : 'other',
  };
}

/** What is known of the applicant, by the source keys of definitions (`person.name`). */
export function knownOf(fields: PostedFields, person?: PersonCard): Answers {
  const { name, personalNumber, phone, email, birthDate } = applicantOf(fields);
  const sex = textOf(fields, names.sex);
  const address = person?.address as Answers[string] | undefined;
  const all = {
    'person.name': name,
    'person.personalNumber': personalNumber,
    'person.phone': phone,
    'person.email': email,
    'person.birthDate': birthDate,
    'person.sex': sex,
    // A personal number is given to Vietnamese citizens only (Luật Căn cước 26/2023/QH15, art. 12).
    'person.nationality': personalNumber === undefined ? undefined : 'VN',
    'person.address': isAddress(address) ? address : undefined,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value as Answers[string]]],
    ),
  );
}
