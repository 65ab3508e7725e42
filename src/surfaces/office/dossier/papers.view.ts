import { type DocumentPage, documentViewer, tag } from '#design';
import { formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { Opened } from './open.ts';

/** Width in pixels at which pages are drawn beside the facts, and when opened alone. */
export const pageWidth = 900;
export const largeWidth = 1600;

type Paper = Opened['view']['documents'][number];

/** Papers that stand, newest last; those that were replaced go behind them. */
export const papersInOrder = ({ view }: Pick<Opened, 'view'>): readonly Paper[] => [
  ...view.documents.filter((paper) => paper.replaced_by === null),
  ...view.documents.filter((paper) => paper.replaced_by !== null),
];

/** The chosen paper, else the first that can be looked at. */
export function chosenPaper(opened: Opened, id: string | undefined): Paper | undefined {
  const papers = papersInOrder(opened);
  return (
    papers.find((paper) => paper.id === id) ?? papers.find((paper) => paper.sha256 !== null) ?? papers[0]
  );
}

/** Where a paper came from. */
export const sourceInWords = (source: string, { say }: Pick<Opened, 'say'>): string =>
  ({
    upload: say('Người nộp tải lên', 'Uploaded by the person'),
    scan: say('Quét tại quầy', 'Scanned at the counter'),
    paper: say('Bản giấy, không có bản điện tử', 'On paper only'),
    linked: say('Từ hồ sơ liên thông', 'From a linked dossier'),
    register: say('Lấy từ cơ sở dữ liệu', 'Taken from a register'),
  })[source] ?? source;

/** The paper beside the facts: its pages as images, the raw file only to be downloaded. */
export function paperSide(
  opened: Opened,
  paper: Paper | undefined,
  pages: number,
  href: (id: string) => string,
  signed?: Html,
): Html {
  const { say, at } = opened;
  if (!paper)
    return documentViewer({
      title: say('Giấy tờ', 'Papers'),
      pages: [],
      emptyText: say('Hồ sơ này không có giấy tờ kèm theo.', 'No papers came with this dossier.'),
    });
  const sheet = (n: number) => at.below(`giay/${paper.id}/trang/${n}.png`);
  const page = (n: number): DocumentPage => ({
    src: sheet(n),
    href: `${sheet(n)}?rong=${largeWidth}`,
    alt: say(`${paper.title}, trang ${n} trên ${pages}`, `${paper.title}, page ${n} of ${pages}`),
    width: pageWidth,
    height: Math.round(pageWidth * Math.SQRT2),
  });
  const counts = [
    paper.originals > 0 && say(`${paper.originals} bản chính`, `${paper.originals} originals`),
    paper.copies > 0 && say(`${paper.copies} bản sao`, `${paper.copies} copies`),
  ];
  return documentViewer({
    title: paper.title,
    pages: Array.from({ length: pages }, (_, i) => page(i + 1)),
    ...(paper.sha256 !== null && {
      download: { href: at.below(`giay/${paper.id}/tep`), text: say('Tải tệp gốc', 'Download') },
    }),
    others: otherPapers(opened, paper, href),
    emptyText: say(
      'Không có hình để xem. Hãy xem bản giấy hoặc tải tệp gốc.',
      'No picture to show. See the paper, or download the file.',
    ),
    note: html`${signed}${[
      sourceInWords(paper.source, opened),
      ...counts,
      formatDateTime(paper.added_at),
      paper.checked,
      paper.note,
    ]
      .filter(Boolean)
      .join(' · ')}`,
  });
}

function otherPapers(opened: Opened, current: Paper, href: (id: string) => string): Html | undefined {
  const papers = papersInOrder(opened);
  if (papers.length < 2) return undefined;
  const { say } = opened;
  return html`<ul class="mc-row">${papers.map(
    (paper, i) =>
      html`<li><a${attributes({
        href: href(paper.id),
        'aria-current': paper.id === current.id && 'true',
        ...(i < 9 && { 'data-key': String(i + 1), 'aria-keyshortcuts': String(i + 1) }),
      })}>${paper.title}</a> ${paper.replaced_by !== null && tag({ text: say('đã thay', 'replaced') })}</li>`,
  )}</ul>`;
}
