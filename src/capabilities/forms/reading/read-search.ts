import { cleanText } from '#kernel/text';
import { fitsSearch, searchChoices, searchedList } from '../search-list.ts';
import { messages } from './messages.ts';
import { mostCharacters } from './read-text.ts';
import { type Asked, answer, type Fault, nothing, type Reader, textOf } from './reader.ts';

/** End of the name of the box one types in; the choice itself has the name of its question. */
export const searchPart = '-search';

/**
 * The choice that was made among what was found, or the only one that what was typed can mean. A choice from a search
 * before the present one does not count: what stands in the box was typed later.
 */
function chosen({ question, name, fields, context }: Asked, field: string): string | Fault | undefined {
  const { lists } = context;
  const typed = textOf(fields, name + searchPart).trim();
  const sent = textOf(fields, field).trim();
  const list = searchedList(question);
  const known =
    list === undefined
      ? question.options?.some((option) => option.value === sent) === true
      : lists.item(list, sent) !== undefined;
  if (sent !== '' && known && (typed === '' || fitsSearch(question, sent, typed, lists))) return sent;
  if (typed === '') return sent === '' ? undefined : { part: searchPart, message: messages.notOption };
  const { items } = searchChoices(question, typed, lists, 'vi', 2);
  const [only] = items;
  if (only && items.length === 1) return only.value;
  return { part: searchPart, message: only ? messages.searchMany : messages.searchNone };
}

export const readSearchChoice: Reader = (asked) => {
  const value = chosen(asked, asked.name);
  if (value === undefined) return nothing;
  return typeof value === 'string' ? answer(value) : { faults: [value] };
};

/**
 * Fields `id-ward` (code of the old ward), `id-commune` (only where the ward was divided) and `id-detail`. Everything
 * else follows from the ward: the tiers above it, and where it belongs today.
 */
export const readOldAddress: Reader = (asked) => {
  const { name, fields, context } = asked;
  const { lists } = context;
  const detail = cleanText(textOf(fields, `${name}-detail`)).replace(/\n/g, ' ');
  const ward = chosen(asked, `${name}-ward`);
  if (ward === undefined && detail === '') return nothing;
  const faults: Fault[] = [];
  if (ward === undefined) faults.push({ part: searchPart, message: messages.oldWard });
  else if (typeof ward !== 'string') faults.push(ward);
  if (detail === '') faults.push({ part: '-detail', message: messages.detail });
  else if ([...detail].length > mostCharacters.detail)
    faults.push({ part: '-detail', message: messages.tooLong(mostCharacters.detail, [...detail].length) });
  const wardItem = typeof ward === 'string' ? lists.item('old-wards', ward) : undefined;
  const district = lists.item('old-districts', wardItem?.within ?? '');
  const todays = wardItem ? (lists.items('communes-of-old-wards', wardItem.value) ?? []) : [];
  const sent = textOf(fields, `${name}-commune`);
  const commune = todays.length === 1 ? todays[0]?.value : todays.find((each) => each.value === sent)?.value;
  const province = lists.item('communes', commune ?? '')?.within;
  if (wardItem && faults.length === 0 && commune === undefined)
    faults.push({ part: '-commune', message: messages.wardDivided });
  if (faults.length > 0 || !wardItem || !district?.within || commune === undefined || province === undefined)
    return { faults: faults.length > 0 ? faults : [{ part: searchPart, message: messages.searchNone }] };
  const old = { province: district.within, district: district.value, ward: wardItem.value };
  return answer({ province, commune, detail, old });
};
