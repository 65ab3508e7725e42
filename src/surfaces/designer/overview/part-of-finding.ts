/** Which page mends what lint names: by the first step of its path, and where the form is meant by the question. */
const slugs: Readonly<Record<string, string>> = {
  form: 'to-khai',
  documents: 'giay-to',
  fees: 'phi',
  time: 'thoi-han',
  workflow: 'quy-trinh',
  decisions: 'quyet-dinh',
  templates: 'mau',
  runs: 'chay-thu',
  cases: 'truong-hop',
  caseFrom: 'chung',
  basis: 'can-cu',
  online: 'cach-nop',
  assurance: 'cach-nop',
  representation: 'cach-nop',
  eligibility: 'hoi-truoc',
  result: 'ket-qua',
  otherResults: 'ket-qua-khac',
  notes: 'ghi-chu',
  lifeEvents: 'ghi-chu',
};

/** Parts of which each entry is edited by itself; those without ids are called by their place from 1. */
const byPlace: ReadonlySet<string> = new Set(['thoi-han', 'ket-qua-khac']);
const byId: ReadonlySet<string> = new Set(['giay-to', 'phi', 'truong-hop', 'hoi-truoc']);

export interface PlaceOfFinding {
  readonly slug: string;
  /** Leads to the question, page or entry itself. */
  readonly query: string;
}

/** @param entries where the entry stands that asks a question; a person or block asks several. */
export function partOfFinding(at: string, entries?: ReadonlyMap<string, string>): PlaceOfFinding {
  const [part = '', ...rest] = at.split('.');
  if (part === 'blocks') return inBlock(rest);
  if (part === 'templates' && rest[0]) return { slug: `mau/${rest[0]}`, query: '' };
  if (at === 'form.title') return { slug: 'chung', query: '' };
  // What is drawn is mended where it is drawn; only the steps of the list have entries of their own.
  if (part === 'workflow' && rest[0] !== 'steps') return { slug: 'so-do', query: '' };
  const slug = slugs[part] ?? 'chung';
  const after = (word: string): string | undefined => {
    const index = rest.lastIndexOf(word);
    return index < 0 ? undefined : rest[index + 1];
  };
  const query = new URLSearchParams();
  if (slug === 'to-khai') {
    const [question, item, page] = [after('questions'), after('items'), after('pages')];
    const address = item ? `${question}.${item}` : question;
    if (address) query.set('cau', entries?.get(address) ?? address);
    else if (page) query.set('trang', page);
  } else if (slug === 'quy-trinh') {
    if (rest[1]) query.set('muc', rest[1]);
  } else if (slug === 'quyet-dinh') {
    if (rest[0]) query.set('bang', rest.join('.'));
  } else if (byPlace.has(slug)) {
    if (/^\d+$/.test(rest[0] ?? '')) query.set('muc', String(Number(rest[0]) + 1));
  } else if (byId.has(slug) && rest[0]) query.set('muc', rest[0]);
  return { slug, query: query.toString() };
}

function inBlock([name = '', , question, , item]: readonly string[]): PlaceOfFinding {
  const query = new URLSearchParams({ khoi: name });
  if (question) query.set('cau', item ? `${question}.${item}` : question);
  return { slug: 'to-khai', query: query.toString() };
}
