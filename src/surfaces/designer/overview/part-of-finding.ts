/** Which page mends what lint names: by the first step of its path, and where the form is meant by the question. */
const slugs: Readonly<Record<string, string>> = {
  form: 'to-khai',
  documents: 'giay-to',
  fees: 'phi',
  time: 'thoi-han',
  workflow: 'quy-trinh',
  cases: 'truong-hop',
  caseFrom: 'chung',
  basis: 'can-cu',
};

export interface PlaceOfFinding {
  readonly slug: string;
  /** Leads to the question, page or entry itself. */
  readonly query: string;
}

export function partOfFinding(at: string): PlaceOfFinding {
  const [part = '', ...rest] = at.split('.');
  const slug = slugs[part] ?? 'chung';
  const after = (word: string): string | undefined => {
    const index = rest.lastIndexOf(word);
    return index < 0 ? undefined : rest[index + 1];
  };
  const query = new URLSearchParams();
  if (slug === 'to-khai') {
    const [question, item, page] = [after('questions'), after('items'), after('pages')];
    if (question) query.set('cau', item ? `${question}.${item}` : question);
    else if (page) query.set('trang', page);
  } else if (slug === 'quy-trinh') {
    if (rest[1]) query.set('muc', rest[1]);
  } else if (slug === 'thoi-han') {
    // Entries without ids are called by their place from 1.
    if (/^\d+$/.test(rest[0] ?? '')) query.set('muc', String(Number(rest[0]) + 1));
  } else if (slug !== 'chung' && slug !== 'can-cu' && rest[0]) query.set('muc', rest[0]);
  return { slug, query: query.toString() };
}
