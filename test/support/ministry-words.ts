import type { Ministry } from './ministry.ts';

/** Words of a territory. A ministry has none, so its own sentences never use them. */
const territorial =
  /(?<!\p{L})(tỉnh|thành phố|xã|phường|đặc khu|huyện|province|provincial|provinces|commune|communes|ward|wards)(?!\p{L})/iu;
/** What people say of places all the same: where somebody lives, and words that only look alike. */
const allowed: readonly RegExp[] = [
  /hợp tác xã|(kinh tế[-– ]*)?xã hội|bảo hiểm xã|chủ nghĩa xã/giu,
  /Địa chỉ \(tỉnh, xã\)|Address \(province, commune\)/gu,
  /Tỉnh, thành phố|Tỉnh hoặc thành phố|Xã, phường( hoặc|,) đặc khu|Xã, phường cả nước|Xã, phường, thị trấn cũ/gu,
  /Số nhà, đường, ấp hoặc khóm(, xã, tỉnh\.)?|House, street, hamlet, commune, province\./gu,
  // The button beside an address lists the communes of the province chosen there.
  /(Lấy danh sách|Xem) xã, phường( của tỉnh này)?|Show the communes of this province|List its communes/gu,
  /Province or city|Commune, ward or special zone|Former commune(, ward or town| or ward)|Provinces|(?<=option>)Communes/gu,
];

const textOf = (page: string): string =>
  page
    .replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

/** Names and addresses that the records themselves have; longest first, for one may stand in another. */
async function namesIn({ db }: Ministry): Promise<readonly string[]> {
  const rows = await db.sql<{ name: string }>(`
    select name from catalogue.procedure
    union select address from organisations.unit
    union select full_name from organisations.area
    union select national->>'agency' from catalogue.procedure
    union select national->>'authority' from catalogue.procedure
    union select national->>'field' from catalogue.procedure
    union select value #>> '{}' from catalogue.procedure,
      lateral jsonb_path_query(coalesce(definition, '{}'), 'strict $.**.vi') value
    union select value #>> '{}' from catalogue.procedure,
      lateral jsonb_path_query(coalesce(definition, '{}'), 'strict $.**.en') value
    union select value #>> '{}' from catalogue.procedure, lateral jsonb_path_query(national, 'strict $.**.name') value`);
  return rows
    .map(({ name }) => name?.replace(/\s+/g, ' ').trim() ?? '')
    .filter((name) => territorial.test(name))
    .sort((a, b) => b.length - a.length);
}

/** The first word of a territory in a text that says it itself, with what stands around it. */
export function ofTerritory(said: string, names: readonly string[]): string | undefined {
  let text = said;
  for (const name of names) text = text.replaceAll(name, ' ');
  for (const words of allowed) text = text.replace(words, ' ');
  const found = territorial.exec(text);
  return found ? text.slice(Math.max(0, found.index - 40), found.index + 60) : undefined;
}

/** @returns asks a page for the first word of a territory that it says itself, with what stands around it. */
export async function territoryTold(house: Ministry): Promise<(page: string) => string | undefined> {
  const names = await namesIn(house);
  return (page) => ofTerritory(textOf(page), names);
}
