import type { DraftOrigin } from '#capabilities/catalogue';
import { button, card, fileUpload, summaryList, tag } from '#design';
import type { Refusal } from '#kernel/outcome';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField } from '#surfaces/shared';
import { draftHref, home, versionsHref } from '../core/paths-of-pages.ts';
import { type Say, sayIn } from '../core/say.ts';
import { sentenceFor } from '../core/sentences.ts';

/** Brings a package in; the token stands in the address, for a form with files is read part by part. */
export function importCard(ctx: PageCtx, refusal: Refusal | undefined): Html {
  const say = sayIn(ctx.locale);
  return card({
    title: say('Nhập một gói thủ tục', 'Bring a package'),
    content: html`<form class="mc-stack"${attributes({ method: 'post', enctype: 'multipart/form-data', novalidate: true, action: `${home}/goi?_csrf=${encodeURIComponent(ctx.csrf)}` })}>${fileUpload(
      {
        name: 'goi',
        label: say('Tệp gói (.zip)', 'Package (.zip)'),
        rule: say(
          'Tối đa 2 MB. Gói trở thành bản soạn mới; công bố vẫn cần hai người.',
          'At most 2 MB. It becomes a new draft; two people publish it.',
        ),
        accept: '.zip,application/zip',
        ...(refusal?.field === 'goi' ? { error: sentenceFor(refusal, ctx.locale) } : {}),
        locale: ctx.locale,
      },
    )}${button({ text: say('Nhập gói', 'Bring it in') })}</form>`,
  });
}

/** A form of one button, for a file is made and written into the journal. */
export const versionPackage = (ctx: PageCtx, say: Say, code: string, version: number): Html =>
  html`<form${attributes({ method: 'post', action: `${versionsHref(code)}/goi` })}>${csrfField(ctx)}<button class="mc-link-button" name="_ban"${attributes({ value: String(version), 'aria-label': say(`Tải gói của phiên bản ${version}`, `Download the package of version ${version}`) })}>${say('Tải gói', 'Package')}</button></form>`;

export const draftPackage = (ctx: PageCtx, draft: string): Html =>
  html`<form${attributes({ method: 'post', action: draftHref(draft, 'goi') })}>${csrfField(ctx)}${button({ text: sayIn(ctx.locale)('Tải bản soạn thành gói', 'Download the draft') })}</form>`;

/** Where a draft came from, and who vouches for it. */
export function originCard(ctx: PageCtx, origin: DraftOrigin): Html {
  const say = sayIn(ctx.locale);
  const { signer } = origin;
  const standing = {
    own: tag({ text: say('ký tại đây', 'signed here'), tone: 'jade' }),
    known: tag({ text: say('khóa đã tin', 'trusted key'), tone: 'jade' }),
    unknown: tag({ text: say('khóa lạ', 'unknown key'), tone: 'amber' }),
  }[signer.standing];
  return card({
    title: say('Bản soạn này đến từ một gói', 'This draft came as a package'),
    content: summaryList({
      locale: ctx.locale,
      rows: [
        {
          label: say('Gói', 'Package'),
          value:
            origin.kind === 'draft'
              ? say('một bản soạn chưa ai duyệt', 'a draft that nobody approved')
              : say(`phiên bản ${origin.version} đã công bố`, `published version ${origin.version}`),
        },
        {
          label: say('Người ký', 'Signed by'),
          value: signer.name ?? signer.id,
          note: standing,
        },
        { label: say('Khóa', 'Key'), value: html`<span class="mc-code">${signer.id}</span>` },
        { label: 'SHA-256', value: html`<span class="mc-code">${origin.sha256}</span>` },
      ],
    }),
  });
}
