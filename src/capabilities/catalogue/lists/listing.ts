/**
 * Lists that procedures enter and leave by decision: filed at any centre (phi địa giới), and the essential services of Đề án 06:
 * 25 (Quyết định 06/QĐ-TTg) and, with those of Quyết định 422/QĐ-TTg, 53.
 */
export const listNames = ['anywhere', 'essential-25', 'essential-53'] as const;
export type ListName = (typeof listNames)[number];

export interface ListingRow {
  readonly list: ListName;
  readonly code: string;
  readonly listed: boolean;
  /** `YYYY-MM-DD` */
  readonly from_day: string;
  readonly decision: string;
}

/**
 * Whether a decision put the procedure on the list, or took it off, on a day; undefined where none speaks of it.
 * @param rows ordered by day and then by when they were entered.
 */
export const listedOn = (
  rows: readonly ListingRow[],
  list: ListName,
  code: string,
  day: string,
): boolean | undefined => listingOn(rows, list, code, day)?.listed;

/** The decision that holds on a day. */
export const listingOn = (
  rows: readonly ListingRow[],
  list: ListName,
  code: string,
  day: string,
): ListingRow | undefined =>
  rows.findLast((each) => each.list === list && each.code === code && each.from_day <= day);
