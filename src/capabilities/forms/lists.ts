import { foldText, inLocale, type Locale, type LocalText } from '#kernel/text';
import ethnicGroups from './lists/ethnic-groups.json' with { type: 'json' };
import identityDocumentTypes from './lists/identity-document-types.json' with { type: 'json' };
import nationalities from './lists/nationalities.json' with { type: 'json' };
import sexes from './lists/sexes.json' with { type: 'json' };

export interface ListItem {
  readonly value: string;
  readonly label: LocalText;
  /** Code of the item this one lies in: the province of a commune. */
  readonly within?: string;
}
/** Code lists a question may draw on by name (`optionsFrom`). */
export interface CodeLists {
  /** Items in their order, of one `within` when it is named; undefined for an unknown list. */
  items(list: string, within?: string): readonly ListItem[] | undefined;
  /** The code for a typed code or name (accents and case do not matter, one match only); undefined when there is none. */
  find(list: string, typed: string, within?: string): string | undefined;
  label(list: string, value: string): LocalText | undefined;
  item(list: string, value: string): ListItem | undefined;
}

const national: Readonly<Record<string, readonly ListItem[]>> = {
  'ethnic-groups': ethnicGroups.items,
  nationalities: nationalities.items,
  'identity-document-types': identityDocumentTypes.items,
  sexes: sexes.items,
};
/** A national list that is drawn whole on the page, so that a browser may hold it too. */
export const shortList = (list: string): readonly ListItem[] | undefined => {
  const items = national[list];
  return items && items.length <= 20 ? items : undefined;
};
/** Lists every instance has; `provinces`, `communes` and `home-communes` come from the instance. */
export const placeLists = ['provinces', 'communes', 'home-communes'] as const;
/**
 * The three tiers before 1/7/2025, each `within` the one above, and `communes-of-old-wards`: today's communes `within` the
 * old ward they took in, several where it was divided.
 */
export const oldPlaceLists = [
  'old-provinces',
  'old-districts',
  'old-wards',
  'communes-of-old-wards',
] as const;
export const knownLists: readonly string[] = [...Object.keys(national), ...placeLists, ...oldPlaceLists];

const kinds = /^(xa|phuong|dac khu|tinh|thanh pho|tp\.?) /;

interface Index {
  readonly items: readonly ListItem[];
  readonly byValue: ReadonlyMap<string, ListItem>;
  readonly within: Map<string, readonly ListItem[]>;
}
function indexOf(items: readonly ListItem[]): Index {
  const within = new Map<string, ListItem[]>();
  for (const item of items)
    if (item.within !== undefined) {
      const rows = within.get(item.within);
      if (rows) rows.push(item);
      else within.set(item.within, [item]);
    }
  return { items, byValue: new Map(items.map((item) => [item.value, item])), within };
}

/** The national lists and those of the instance: provinces, all communes (`within` their province), own communes. */
export function createCodeLists(own: Readonly<Record<string, readonly ListItem[]>> = {}): CodeLists {
  const lists = new Map(Object.entries({ ...national, ...own }).map(([name, rows]) => [name, indexOf(rows)]));
  const items = (list: string, within?: string) => {
    const index = lists.get(list);
    return within === undefined ? index?.items : index && (index.within.get(within) ?? []);
  };
  return {
    items,
    find(list, typed, within) {
      const exact = lists.get(list)?.byValue.get(typed);
      if (exact && (within === undefined || exact.within === within)) return exact.value;
      const folded = foldText(typed);
      if (folded === '') return undefined;
      const rows = items(list, within) ?? [];
      for (const shape of [(name: string) => name, (name: string) => name.replace(kinds, '')]) {
        const wanted = shape(folded);
        const found = rows.filter(
          (row) => shape(foldText(row.label.vi)) === wanted || shape(foldText(row.label.en ?? '')) === wanted,
        );
        if (found.length === 1) return found[0]?.value;
      }
      return undefined;
    },
    label: (list, value) => lists.get(list)?.byValue.get(value)?.label,
    item: (list, value) => lists.get(list)?.byValue.get(value),
  };
}

/** The list a question draws on, when it draws on one. */
export const listOf = (question: {
  readonly type: string;
  readonly optionsFrom?: string;
}): string | undefined =>
  question.type === 'nationality'
    ? 'nationalities'
    : question.type === 'ethnic-group'
      ? 'ethnic-groups'
      : question.optionsFrom;

/** In which list the `within` of a list is found. */
const above: Readonly<Record<string, string>> = {
  communes: 'provinces',
  'home-communes': 'provinces',
  'old-wards': 'old-districts',
  'old-districts': 'old-provinces',
};

/** A place with everything it lies in: "Phường Châu Phú A, Thành phố Châu Đốc, Tỉnh An Giang". */
export function fullLabel(lists: CodeLists, list: string, value: string, locale: Locale): string {
  const item = lists.item(list, value);
  if (!item) return value;
  const own = inLocale(item.label, locale);
  const outer = above[list];
  return outer === undefined || item.within === undefined
    ? own
    : `${own}, ${fullLabel(lists, outer, item.within, locale)}`;
}
