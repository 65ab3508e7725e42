import { z } from 'zod';
import { isUuid } from '#kernel/ids';
import { flagNames } from '../words/state.ts';

/** What a list is narrowed by; every part stands in the address, so a filtered list can be kept and sent. */
export interface ListQuery {
  readonly unit?: string;
  readonly procedure?: string;
  readonly channel?: 'online' | 'direct' | 'post';
  readonly assignee?: 'mine' | 'unassigned';
  readonly flag?: string;
  /** From 1. */
  readonly page: number;
  /** Rows a page. */
  readonly size: number;
}

const channelSlugs = { 'truc-tuyen': 'online', 'truc-tiep': 'direct', 'buu-chinh': 'post' } as const;
const assigneeSlugs = { 'cua-toi': 'mine', 'chua-giao': 'unassigned' } as const;
const sizes = [20, 50, 100, 200];
export const usualSize = 50;

const text = z.union([z.string(), z.array(z.string())]).optional();
/** Anything may stand in a query; what is not understood narrows nothing. */
export const listFields = {
  'don-vi': text,
  'thu-tuc': text,
  kenh: text,
  nguoi: text,
  'luu-y': text,
  trang: text,
  'so-dong': text,
};
type Raw = Readonly<Record<string, string | readonly string[] | undefined>>;

const one = (raw: Raw, name: string): string => {
  const value = raw[name];
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
};

const named = <T>(slugs: Readonly<Record<string, T>>, slug: string): T | undefined =>
  Object.hasOwn(slugs, slug) ? slugs[slug] : undefined;

export function readListQuery(raw: Raw): ListQuery {
  const unit = one(raw, 'don-vi');
  const procedure = one(raw, 'thu-tuc');
  const channel = named(channelSlugs, one(raw, 'kenh'));
  const assignee = named(assigneeSlugs, one(raw, 'nguoi'));
  const flag = one(raw, 'luu-y');
  const page = Number(one(raw, 'trang'));
  const size = Number(one(raw, 'so-dong'));
  return {
    ...(isUuid(unit) && { unit }),
    ...(/^\d\.\d{6}$/.test(procedure) && { procedure }),
    ...(channel && { channel }),
    ...(assignee && { assignee }),
    ...(Object.hasOwn(flagNames, flag) && { flag }),
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
    size: sizes.includes(size) ? size : usualSize,
  };
}

const slugOf = (slugs: Readonly<Record<string, string>>, value: string | undefined): string =>
  Object.keys(slugs).find((slug) => slugs[slug] === value) ?? '';

/** The narrowing parts as fields of an address or of a saved filter; the page is not one of them. */
export function filterFields(query: ListQuery): Record<string, string> {
  const all = {
    'don-vi': query.unit ?? '',
    'thu-tuc': query.procedure ?? '',
    kenh: slugOf(channelSlugs, query.channel),
    nguoi: slugOf(assigneeSlugs, query.assignee),
    'luu-y': query.flag ?? '',
    'so-dong': query.size === usualSize ? '' : String(query.size),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

export const queryText = (query: ListQuery, page = query.page): string =>
  new URLSearchParams({ ...filterFields(query), ...(page > 1 && { trang: String(page) }) }).toString();
