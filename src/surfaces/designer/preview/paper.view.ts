import type { ProcedureDraft } from '#capabilities/catalogue';
import { type PaperBlock, paperAsText } from '#capabilities/papers';
import { buttonGroup, buttonLink, card, summaryList, table } from '#design';
import type { Instant } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import type { FormOnPaper } from './form-on-paper.ts';
import { waysToLook } from './ways.view.ts';

export interface PaperView {
  readonly draft: ProcedureDraft;
  readonly paper: FormOnPaper;
  readonly at: Instant;
  readonly round: number;
  readonly blank: boolean;
}

/** What the printed form says, the way to its PDF, and to the other papers of the procedure. */
export function paperView(ctx: PageCtx, { draft, paper, at, round, blank }: PaperView): Html {
  const say = sayIn(ctx.locale);
  const href = (slug: string, query: Readonly<Record<string, string>>): string =>
    `${draftHref(draft.id, slug)}?${new URLSearchParams(query).toString()}`;
  const same: Readonly<Record<string, string>> = blank ? { trong: '1' } : { lan: String(round) };
  const links = [
    buttonLink({
      text: say('Mở PDF để in', 'Open the PDF'),
      href: href('xem/to-khai.pdf', same),
      kind: 'primary',
    }),
    ...(blank
      ? [buttonLink({ text: say('Bản đã trả lời', 'With answers'), href: href('xem/giay', {}) })]
      : [
          buttonLink({
            text: say('Bản trống để ghi tay', 'Empty, for the pen'),
            href: href('xem/giay', { trong: '1' }),
          }),
          buttonLink({
            text: say('Trả lời khác', 'Other answers'),
            href: href('xem/giay', { lan: String((round % 99) + 1) }),
          }),
        ]),
    buttonLink({ text: say('Các mẫu giấy khác', 'The other papers'), href: draftHref(draft.id, 'mau') }),
  ];
  return html`${waysToLook(ctx, draft, 'xem/giay')}${buttonGroup(links)}${card({
    content: html`<div class="mc-stack" lang="vi">${together(paper.template.blocks).map((blocks, index) =>
      piece(ctx, paper, at, blocks, index),
    )}</div>`,
  })}`;
}

/** Lines to be filled in that follow one another stand in one list. */
const together = (blocks: readonly PaperBlock[]): readonly (readonly PaperBlock[])[] => {
  const pieces: PaperBlock[][] = [];
  for (const block of blocks) {
    const last = pieces.at(-1);
    if (block.kind === 'fields' && last?.[0]?.kind === 'fields') last.push(block);
    else pieces.push([block]);
  }
  return pieces;
};

function piece(
  ctx: PageCtx,
  { template, values }: FormOnPaper,
  at: Instant,
  blocks: readonly PaperBlock[],
  index: number,
): Html {
  const text = paperAsText({ ...template, blocks: [...blocks] }, { at, values });
  const [first] = blocks;
  if (!text.ok || !first) return html``;
  const lines = text.value.flatMap((line) => (line.kind === 'table' ? [] : [line.text]));
  if (first.kind === 'fields')
    return summaryList({
      locale: ctx.locale,
      rows: lines.map((line) => {
        const [label = '', ...rest] = line.split(': ');
        return { label, value: rest.join(': ') };
      }),
    });
  if (first.kind === 'heading') return html`<h2 class="mc-centre">${lines}</h2>`;
  const [found] = text.value;
  if (found?.kind === 'table')
    return table({
      id: `bang-${index}`,
      caption: sayIn(ctx.locale)('Bảng trên giấy', 'Table on the paper'),
      captionHidden: true,
      columns: found.head.map((title) => ({ text: title })),
      rows: found.rows.map((row) => [...row]),
    });
  const centred = first.kind === 'paragraph' && first.align === 'center';
  const bold = first.kind === 'paragraph' && first.text.startsWith('**');
  if (bold && !centred) return html`<h3>${lines}</h3>`;
  return html`${lines.map(
    (line) =>
      html`<p${attributes({ class: centred && 'mc-centre' })}>${bold ? html`<strong>${line}</strong>` : line}</p>`,
  )}`;
}
