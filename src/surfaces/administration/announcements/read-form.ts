import {
  type AnnouncedItem,
  type Announcement,
  type AnnouncementToSave,
  announcedWhat,
} from '#capabilities/catalogue';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { codesIn } from '../core/codes.ts';
import { dateOf, textOf } from '../core/form.ts';

type Fields = PageCtx['fields'];

/** Names of the controls, by what the command calls them. */
export const controls = {
  number: 'so',
  issuer: 'co-quan',
  about: 'trich-yeu',
  decidedOn: 'ngay-ky',
  effectiveOn: 'hieu-luc',
  publishedOn: 'cong-khai',
  law: 'van-ban',
  lawEffectiveOn: 'van-ban-hieu-luc',
  file: 'tep',
} as const;
export const itemControls = { announce: 'moi', amend: 'sua-doi', abolish: 'bai-bo' } as const;

const isEmpty = (fields: Fields, name: string): boolean =>
  ['day', 'month', 'year'].every((part) => textOf(fields, `${name}-${part}`).trim() === '');

/** What was typed, as the command takes it. The version a decision announces is the newest that is published here. */
export async function readAnnouncement(
  fields: Fields,
  doors: Doors,
  known: Announcement | undefined,
): Promise<Outcome<Omit<AnnouncementToSave, 'file'>>> {
  const field = (name: string) => textOf(fields, name);
  // A day that cannot be read stays as text that no day has: the command names its field.
  const day = (name: string) => dateOf(fields, name) ?? '?';
  const maybeDay = (name: string) => (isEmpty(fields, name) ? null : day(name));
  const items: AnnouncedItem[] = [];
  for (const what of announcedWhat) {
    const { codes, strange } = codesIn(field(itemControls[what]));
    if (strange[0] !== undefined)
      return refused({ code: 'code-shape', field: itemControls[what], details: { word: strange[0] } });
    for (const code of codes) {
      const before = known?.items.find((item) => item.code === code && item.what === what);
      const newest = what === 'abolish' ? undefined : (await doors.catalogue.versions(code))[0];
      items.push({ code, what, version: before?.version ?? newest?.version ?? null });
    }
  }
  return done({
    ...(known ? { known: { id: known.id, revision: Number(field('phien-ban')) } } : {}),
    number: field(controls.number),
    issuer: field(controls.issuer),
    about: field(controls.about),
    decidedOn: day(controls.decidedOn),
    effectiveOn: day(controls.effectiveOn),
    publishedOn: maybeDay(controls.publishedOn),
    law: field(controls.law),
    lawEffectiveOn: maybeDay(controls.lawEffectiveOn),
    items,
  });
}
