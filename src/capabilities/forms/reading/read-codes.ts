import { enterpriseCodeFault, personalNumberFault } from '../identity-numbers.ts';
import { messages } from './messages.ts';
import { answer, fault, nothing, type Reader, textOf } from './reader.ts';

const squeeze = (typed: string): string => typed.normalize('NFKC').replace(/[\s.\u2010-\u2015-]/g, '');

export const readPersonalNumber: Reader = ({ question, name, fields, answers }) => {
  const digits = squeeze(textOf(fields, name));
  if (digits === '') return nothing;
  if (!/^\d+$/.test(digits)) return fault(messages.personalNumberDigits);
  const at = (key: string | undefined) => (key === undefined ? undefined : answers[key]);
  const birthDate = at(question.agreesWith?.birthDate);
  const sex = question.agreesWith?.sexIs ?? at(question.agreesWith?.sex);
  switch (
    personalNumberFault(digits, {
      ...(typeof birthDate === 'string' ? { birthDate } : {}),
      ...(typeof sex === 'string' ? { sex } : {}),
    })
  ) {
    case 'length':
      return fault(messages.personalNumberLength(digits.length));
    case 'place':
      return fault(messages.personalNumberPlace);
    case 'birth-year':
      return fault(messages.personalNumberYear);
    case 'sex':
      return fault(messages.personalNumberSex);
    default:
      return answer(digits);
  }
};

export const readEnterpriseCode: Reader = ({ name, fields }) => {
  const digits = squeeze(textOf(fields, name));
  if (digits === '') return nothing;
  const code = digits.length === 13 ? `${digits.slice(0, 10)}-${digits.slice(10)}` : digits;
  const wrong = enterpriseCodeFault(code);
  if (wrong === undefined) return answer(code);
  return fault(wrong === 'shape' ? messages.enterpriseShape : messages.enterpriseCheck);
};

/** Mobile numbers of ten digits by today's prefixes, landlines of eleven. */
export const phonePattern = '0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])[0-9]{7}|02[0-9]{9}';
const phoneShape = new RegExp(`^(?:${phonePattern})$`);

export const readPhone: Reader = ({ name, fields }) => {
  const digits = squeeze(textOf(fields, name))
    .replace(/[()]/g, '')
    .replace(/^(\+84|0084)0?/, '0');
  if (digits === '') return nothing;
  return phoneShape.test(digits) ? answer(digits) : fault(messages.phone);
};

export const emailPattern =
  '[A-Za-z0-9._%+\\-]{1,64}@([A-Za-z0-9]([A-Za-z0-9\\-]{0,61}[A-Za-z0-9])?\\.){1,8}[A-Za-z]{2,24}';
const emailShape = new RegExp(`^(?:${emailPattern})$`);

export const readEmail: Reader = ({ name, fields }) => {
  const typed = textOf(fields, name).normalize('NFKC').trim();
  if (typed === '') return nothing;
  if (typed.length > 254 || !emailShape.test(typed) || /\.\.|^\.|\.@/.test(typed))
    return fault(messages.email);
  const at = typed.indexOf('@');
  return answer(typed.slice(0, at) + typed.slice(at).toLowerCase());
};
