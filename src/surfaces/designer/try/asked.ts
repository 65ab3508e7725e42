import { z } from 'zod';
import { roads } from '#capabilities/dossiers';
import type { PlainDate } from '#kernel/time';
import { typedDate } from '#surfaces/shared';
import { paces, personas } from './personas.ts';

const part = z.string().max(4).default('');
const ids = personas.map(({ id }) => id) as [PersonaId, ...PersonaId[]];
export type PersonaId = (typeof personas)[number]['id'];

/** What a try-out is asked for, as it stands in the address of its pages: a run is made anew from these words each time. */
export const askedShape = {
  draft: z.uuid(),
  /** Who files; three at once unless told. */
  nguoi: z
    .union([z.enum(ids), z.array(z.enum(ids)).max(ids.length)])
    .optional()
    .catch(undefined),
  /** Whose run is told in full. */
  xem: z.enum(ids).optional().catch(undefined),
  duong: z.enum(roads).catch('granted'),
  nhip: z.enum(paces.map(({ id }) => id)).catch('dung-han'),
  noi: z.enum(['gan', 'xa']).catch('gan'),
  lan: z.coerce.number().int().min(1).max(99).catch(1),
  'tu-day': part,
  'tu-month': part,
  'tu-year': part,
  /** The clock: what had come to pass by the end of that day. */
  'den-day': part,
  'den-month': part,
  'den-year': part,
};
const shape = z.object(askedShape);
export type TryInput = z.output<typeof shape>;

export interface Asked {
  readonly people: readonly PersonaId[];
  readonly shown: PersonaId;
  readonly road: TryInput['duong'];
  readonly pace: TryInput['nhip'];
  readonly place: TryInput['noi'];
  readonly round: number;
  readonly from: PlainDate;
  readonly until: PlainDate | undefined;
}

const usual = ids.slice(0, 3);

const dateOf = (input: TryInput, name: 'tu' | 'den'): PlainDate | undefined =>
  typedDate(input[`${name}-day`], input[`${name}-month`], input[`${name}-year`]);

export function readAsked(input: TryInput, today: PlainDate): Asked {
  const people = input.nguoi === undefined ? usual : [...new Set([input.nguoi].flat())];
  const first = people[0] ?? ids[0];
  return {
    people: people.length === 0 ? usual : people,
    shown: input.xem && people.includes(input.xem) ? input.xem : first,
    road: input.duong,
    pace: input.nhip,
    place: input.noi,
    round: input.lan,
    from: dateOf(input, 'tu') ?? today,
    until: dateOf(input, 'den'),
  };
}

/** The same words for a link or a hidden field. */
export function wordsOf(asked: Asked, change: Partial<Asked> = {}): readonly (readonly [string, string])[] {
  const { people, shown, road, pace, place, round, from, until } = { ...asked, ...change };
  const date = (name: string, day: PlainDate): readonly (readonly [string, string])[] => {
    const [year = '', month = '', of = ''] = day.split('-');
    return [
      [`${name}-day`, of],
      [`${name}-month`, month],
      [`${name}-year`, year],
    ];
  };
  return [
    ...people.map((person) => ['nguoi', person] as const),
    ['xem', shown],
    ['duong', road],
    ['nhip', pace],
    ['noi', place],
    ['lan', String(round)],
    ...date('tu', from),
    ...(until === undefined ? [] : date('den', until)),
  ];
}

export const queryOf = (asked: Asked, change?: Partial<Asked>): string =>
  new URLSearchParams(wordsOf(asked, change).map(([name, value]) => [name, value])).toString();
