import { z } from 'zod';
import {
  type MassChange,
  type MassSelection,
  massChangeShape,
  massSelectionShape,
} from '#capabilities/catalogue';
import { isMassKind } from './words.ts';

/** Fields of the form: the same names in the address of the preview and in the form that makes the drafts. */
export const massFields = z.object({
  viec: z.string().max(40).default(''),
  'linh-vuc': z.string().max(200).default(''),
  cap: z.string().max(40).default(''),
  muc: z.string().max(40).default(''),
  ma: z.string().max(6000).default(''),
  tu: z.string().max(400).default(''),
  den: z.string().max(400).default(''),
  'can-cu': z.string().max(400).default(''),
  kenh: z.string().max(10).default(''),
  'don-vi-tinh': z.string().max(20).default(''),
  'phan-tram': z.string().max(10).default(''),
  mau: z.string().max(20).default(''),
  'ly-do': z.string().max(600).default(''),
  xem: z.string().max(1).default(''),
});
export type MassFields = z.output<typeof massFields>;

/** `10.000`, `10 000 đồng` → 10000; what is no number stays none. */
export const wholeNumber = (text: string): number | undefined => {
  const bare = text.replace(/[\s.]|đồng|đ$/gu, '');
  return /^\d{1,12}$/.test(bare) ? Number(bare) : undefined;
};

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

export function selectionOf(fields: MassFields): MassSelection | undefined {
  const codes = fields.ma.split(/[\s,;]+/).filter(Boolean);
  const read = massSelectionShape.safeParse({
    ...(codes.length > 0 && { codes }),
    ...(given(fields['linh-vuc']) && { field: fields['linh-vuc'] }),
    ...(given(fields.cap) && { level: fields.cap }),
    ...(given(fields.muc) && { online: fields.muc }),
  });
  return read.success ? read.data : undefined;
}

/** @param templates papers that there are: no procedure is given another. */
export function changeOf(fields: MassFields, templates: readonly string[]): MassChange | undefined {
  const { viec: kind, tu: from, den: to, 'can-cu': ground } = fields;
  if (!isMassKind(kind)) return undefined;
  if (kind === 'template' && !templates.includes(to)) return undefined;
  const channel = given(fields.kenh);
  const numbers = { from: wholeNumber(from), to: wholeNumber(to) };
  const own = {
    'fee-amount': { ...numbers, ground },
    'fee-ground': { from, to },
    basis: { from, to },
    deadline: { ...numbers, ground, unit: fields['don-vi-tinh'], ...(channel && { channel }) },
    'deadline-cut': { percent: wholeNumber(fields['phan-tram']), ground, ...(channel && { channel }) },
    'agency-name': { from, to },
    word: { from, to },
    template: { from, to, use: fields.mau },
  }[kind];
  const read = massChangeShape.safeParse({ kind, ...own });
  return read.success && !isSame(read.data) ? read.data : undefined;
}

/** From a thing to itself is no change. */
const isSame = (change: MassChange): boolean => 'from' in change && change.from === change.to;
