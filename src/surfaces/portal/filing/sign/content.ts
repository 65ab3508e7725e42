import type { DeclaredContent } from '#capabilities/declarations';
import type { WeighedDraft } from '#capabilities/dossiers';
import type { OpenFiling } from '../core/open-filing.ts';
import { ways } from '../delivery/delivery-page.ts';
import { findDemand } from '../documents/demands.ts';
import { relationNames } from '../represented/represented-page.ts';

type Rows = DeclaredContent['sections'][number]['rows'];

export interface Declared {
  readonly filing: OpenFiling;
  readonly weighed: WeighedDraft;
  /** Names of the applicant, the receiving centre and the unit that decides. */
  readonly applicant: string;
  readonly centre: string;
  readonly competent: string;
}

/** What is signed: the filing as the check page shows it, in Vietnamese, for the text must not depend on who reads it. */
export function declaredContent({
  filing,
  weighed,
  applicant,
  centre,
  competent,
}: Declared): DeclaredContent {
  const { draft, definition, demands } = filing;
  return {
    procedure: {
      code: draft.procedure_code,
      version: draft.procedure_version,
      name: definition.name.vi,
    },
    to: competent,
    applicant,
    sections: [
      { title: 'Người nộp', rows: representedRows(filing) },
      ...pagesOf(weighed),
      { title: 'Nộp và nhận', rows: deliveryRows(filing, centre) },
    ].filter(({ rows }) => rows.length > 0),
    files: draft.files.map(({ demand, name, sha256 }) => ({
      title: findDemand(demands, demand)?.demand.name.vi ?? 'Giấy tờ khác',
      name,
      sha256,
    })),
    bodyHash: weighed.hash,
  };
}

function pagesOf({ words }: WeighedDraft): readonly { title: string; rows: Rows }[] {
  const pages = new Map<string, { title: string; rows: { label: string; value: string }[] }>();
  for (const { pageId, page, question, answer } of words) {
    const one = pages.get(pageId) ?? { title: page, rows: [] };
    one.rows.push({ label: question, value: answer });
    pages.set(pageId, one);
  }
  return [...pages.values()];
}

function representedRows({ draft }: OpenFiling): Rows {
  const { representing, represented } = draft.facts;
  if (representing !== 'other' && representing !== 'business')
    return [{ label: 'Nộp cho', value: 'Chính người nộp' }];
  const relation = relationNames[represented?.relation ?? ''];
  return [
    { label: 'Nộp cho', value: represented?.name ?? '' },
    { label: representing === 'other' ? 'Số định danh' : 'Mã số', value: represented?.number ?? '' },
    ...(relation ? [{ label: 'Quan hệ', value: relation.vi }] : []),
  ];
}

function deliveryRows({ draft: { delivery, facts } }: OpenFiling, centre: string): Rows {
  const given = (label: string, value: string | undefined): Rows => (value ? [{ label, value }] : []);
  return [
    { label: 'Nơi nhận hồ sơ', value: centre },
    ...given('Cách nhận kết quả', delivery.way && ways[delivery.way].vi),
    ...given('Địa chỉ nhận', delivery.way === 'post' ? delivery.address : undefined),
    ...given('Số điện thoại báo tin', facts.contact?.phone),
    ...given('Thư điện tử báo tin', facts.contact?.email),
  ];
}
