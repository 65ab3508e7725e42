import type { ProcedureDraft } from '#capabilities/catalogue';
import type { PaperLine } from '#capabilities/papers';
import { buttonLink, card, splitView, table } from '#design';
import type { LocalText } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';

/** The text of a paper with invented people on it, the pictures of its pages beside it, and the way to its PDF. */
export function paperLook(
  ctx: PageCtx,
  {
    draft,
    key,
    own,
    lines,
    pictures,
  }: {
    readonly draft: ProcedureDraft;
    readonly key: string;
    readonly own: boolean;
    readonly lines: readonly PaperLine[];
    readonly pictures: Html;
  },
): Html {
  const say = sayIn(ctx.locale);
  const href = draftHref(draft.id, `mau/${key}`);
  return html`<p class="mc-row">${buttonLink({ text: say('Mở PDF', 'Open the PDF'), href: `${href}/pdf`, kind: 'primary' })}${
    own && buttonLink({ text: say('Sửa mẫu', 'Change it'), href })
  }${buttonLink({ text: say('Các mẫu', 'All templates'), href: draftHref(draft.id, 'mau') })}</p>${splitView({
    leftLabel: say('Nội dung bằng chữ', 'As text'),
    left: card({
      title: say('Nội dung với dữ liệu mẫu', 'With invented data'),
      content: html`<div${attributes({ lang: key.endsWith('-en') ? 'en' : 'vi' })}>${lines.map((line, at) => lineView(ctx, line, at))}</div>`,
    }),
    right: pictures,
  })}`;
}

function lineView(ctx: PageCtx, line: PaperLine, at: number): Html {
  if (line.kind === 'table')
    return table({
      id: `bang-${at}`,
      caption: sayIn(ctx.locale)('Bảng trên giấy', 'Table on the paper'),
      columns: line.head.map((text) => ({ text })),
      rows: line.rows.map((row) => [...row]),
    });
  if (line.kind === 'heading') return html`<h3>${line.text}</h3>`;
  return line.kind === 'note' ? html`<p><em>${line.text}</em></p>` : html`<p>${line.text}</p>`;
}

/** A message as it arrives, in both languages. */
export function messageLook(
  ctx: PageCtx,
  {
    draft,
    key,
    own,
    title,
    body,
  }: {
    readonly draft: ProcedureDraft;
    readonly key: string;
    readonly own: boolean;
    readonly title: LocalText;
    readonly body: LocalText;
  },
): Html {
  const say = sayIn(ctx.locale);
  const href = draftHref(draft.id, `mau/${key}`);
  const one = (lang: 'vi' | 'en', subject: string, text: string): Html =>
    card({
      title: lang === 'vi' ? say('Tiếng Việt', 'In Vietnamese') : say('Tiếng Anh', 'In English'),
      content: html`<div${attributes({ lang })}><p><strong>${subject}</strong></p>${text
        .split('\n')
        .map((each) => html`<p>${each}</p>`)}</div>`,
    });
  return html`<p class="mc-row">${own && buttonLink({ text: say('Sửa mẫu', 'Change it'), href, kind: 'primary' })}${buttonLink({ text: say('Các mẫu', 'All templates'), href: draftHref(draft.id, 'mau') })}</p>${one('vi', title.vi, body.vi)}${one('en', title.en ?? '', body.en ?? '')}`;
}
