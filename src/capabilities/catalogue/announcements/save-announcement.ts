import { record } from '#capabilities/audit';
import { uuidv7 } from '#kernel/ids';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { isPlainDate, localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import { approverOf, notYours } from '../drafts/draft.ts';
import * as sql from './queries.ts';

export interface AnnouncementToSave {
  /** Of one that is changed, with the revision that was looked at. */
  readonly known?: { readonly id: string; readonly revision: number };
  readonly number: string;
  readonly issuer: string;
  readonly about: string;
  /** Days as `YYYY-MM-DD`. */
  readonly decidedOn: string;
  readonly effectiveOn: string;
  readonly publishedOn: string | null;
  readonly law: string;
  readonly lawEffectiveOn: string | null;
  /** The signed decision; without it the file that is there stays. */
  readonly file?: { readonly sha256: string; readonly name: string };
  readonly items: readonly sql.AnnouncedItem[];
}

export interface AnnouncementToLoad extends Omit<AnnouncementToSave, 'known' | 'file'> {
  readonly id: string;
}

const mostItems = 3000;

/** Writes down a decision that announces procedures, or mends what was written of it. */
export async function saveAnnouncement(ctx: Ctx, wanted: AnnouncementToSave): Promise<Outcome<string>> {
  const officer = approverOf(ctx);
  if (!officer) return notYours;
  const now = ctx.clock.now();
  const fault = faultOf(wanted, localDate(now));
  if (fault) return refused(fault);
  const { known, file } = wanted;
  const number = cleanText(wanted.number);
  const issuer = cleanText(wanted.issuer);
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const same = await transactor.find(sql.sameAnnouncement, {
      number,
      issuer,
      decided_on: wanted.decidedOn,
    });
    if (same && same.id !== known?.id) return refused({ code: 'announcement-known', field: 'number' });
    const kept = known && (await transactor.find(sql.lockAnnouncement, { id: known.id }));
    if (known && !kept) return refused({ code: 'announcement-unknown' });
    if (kept && kept.revision !== known.revision) return refused({ code: 'changed-meanwhile' });
    const id = known?.id ?? uuidv7(now);
    const columns = {
      id,
      number,
      issuer,
      about: cleanText(wanted.about),
      decided_on: wanted.decidedOn,
      effective_on: wanted.effectiveOn,
      published_on: wanted.publishedOn,
      law: cleanText(wanted.law),
      law_effective_on: wanted.lawEffectiveOn,
      file_sha256: file?.sha256 ?? null,
    };
    if (known) {
      await transactor.get(sql.updateAnnouncement, { ...columns, file_name: file?.name ?? null });
      await transactor.rows(sql.clearItems, { id });
    } else {
      const at = new Date(now).toISOString();
      await transactor.get(sql.insertAnnouncement, {
        ...columns,
        file_name: file?.name ?? '',
        by: officer.officer,
        at,
      });
    }
    await transactor.rows(sql.putItems, { id, rows: json(wanted.items) });
    await record(transactor, ctx, {
      action: known ? 'catalogue.change-announcement' : 'catalogue.announce',
      subject: `announcement:${id}`,
      details: { number, decidedOn: wanted.decidedOn, procedures: wanted.items.length },
    });
    return done(id);
  });
}

function faultOf(wanted: AnnouncementToSave, today: string): Refusal | undefined {
  const { decidedOn, effectiveOn, publishedOn, lawEffectiveOn, items } = wanted;
  if (cleanText(wanted.number) === '') return { code: 'decision-missing', field: 'number' };
  if (cleanText(wanted.issuer) === '') return { code: 'issuer-missing', field: 'issuer' };
  if (!isPlainDate(decidedOn)) return { code: 'date-missing', field: 'decidedOn' };
  if (decidedOn > today) return { code: 'date-in-future', field: 'decidedOn' };
  if (!isPlainDate(effectiveOn)) return { code: 'date-missing', field: 'effectiveOn' };
  if (effectiveOn < decidedOn) return { code: 'before-decision', field: 'effectiveOn' };
  if (publishedOn !== null && !isPlainDate(publishedOn))
    return { code: 'date-missing', field: 'publishedOn' };
  if (publishedOn !== null && publishedOn < decidedOn)
    return { code: 'before-decision', field: 'publishedOn' };
  if (publishedOn !== null && publishedOn > today) return { code: 'date-in-future', field: 'publishedOn' };
  if (lawEffectiveOn !== null && !isPlainDate(lawEffectiveOn))
    return { code: 'date-missing', field: 'lawEffectiveOn' };
  if (items.length === 0) return { code: 'codes-missing', field: 'items' };
  if (items.length > mostItems) return { code: 'codes-too-many', field: 'items' };
  const codes = items.map(({ code }) => code);
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  return twice === undefined ? undefined : { code: 'code-twice', field: 'items', details: { code: twice } };
}

/** For the seed: decisions that were made before the first day of the instance. One that is there already is left. */
export async function loadAnnouncements(
  transactor: Transactor,
  at: number,
  announcements: readonly AnnouncementToLoad[],
): Promise<number> {
  let loaded = 0;
  for (const { id, items, ...each } of announcements) {
    if (await transactor.find(sql.findAnnouncement, { id })) continue;
    await transactor.get(sql.insertAnnouncement, {
      id,
      number: each.number,
      issuer: each.issuer,
      about: each.about,
      decided_on: each.decidedOn,
      effective_on: each.effectiveOn,
      published_on: each.publishedOn,
      law: each.law,
      law_effective_on: each.lawEffectiveOn,
      file_sha256: null,
      file_name: '',
      by: null,
      at: new Date(at).toISOString(),
    });
    await transactor.rows(sql.putItems, { id, rows: json(items) });
    loaded += 1;
  }
  return loaded;
}

/** Decisions of a span of days, the latest first; open to everybody, as they are published. */
export const announcementsBetween = (
  ctx: Ctx,
  span: { readonly from: string; readonly before: string },
  most = 500,
): Promise<readonly sql.Announcement[]> =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(sql.listAnnouncements, { ...span, most }));

export const announcementOf = (ctx: Ctx, id: string): Promise<sql.Announcement | undefined> =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.find(sql.findAnnouncement, { id }));
