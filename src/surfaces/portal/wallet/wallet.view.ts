import type { Offerable } from '#capabilities/credentials';
import { button, buttonLink, notice, qrFigure, summaryList } from '#design';
import type { Locale } from '#kernel/text';
import { asPlainDate, formatDate, formatTime, type Instant } from '#kernel/time';
import { documentClaimNames, documentClaims } from '#platform/credentials';
import { type Html, html } from '#platform/html';
import { qrSvg } from '#platform/qr';
import type { Say } from '../words/say.ts';
import { claimWords } from './claim-words.ts';
import { ownOfferPath, walletPath } from './paths.ts';

interface Telling {
  readonly say: Say;
  readonly locale: Locale;
  readonly title: string;
}

const dates = ['owner_birth_date', 'issued_on', 'valid_until'];
const valueOf = (name: string, value: unknown): string =>
  dates.includes(name) ? formatDate(asPlainDate(String(value))) : String(value);

/** What the credential will tell, and that each part may be kept back later. */
export function askView({ say, locale, title }: Telling, { claims, result }: Offerable, csrf: Html): Html {
  const { open, hideable } = documentClaims(claims);
  const told: Readonly<Record<string, unknown>> = {
    ...open,
    ...hideable,
    issuing_authority: claims.authority.name,
  };
  return html`<h1>${title}</h1><p>${say(
    'Ví trên điện thoại giữ một bản điện tử của giấy này, do nơi cấp ký. Khi ai cần xem, bạn chọn phần nào cho xem.',
    'The wallet on your phone keeps an electronic copy signed by the issuer. When somebody asks, you choose which parts to show.',
  )}</p>${summaryList({
    locale,
    rows: documentClaimNames
      .filter((name) => told[name] !== undefined && name !== 'document_kind')
      .map((name) => ({
        label: locale === 'en' ? claimWords[name].en : claimWords[name].vi,
        value:
          name === 'document_sha256'
            ? html`<span class="mc-code">${valueOf(name, told[name])}</span>`
            : valueOf(name, told[name]),
      })),
  })}<p>${say(
    'Nơi cấp và loại giấy luôn hiện; các phần khác bạn giấu được từng phần.',
    'Issuer and kind are always seen; every other part can be kept back by itself.',
  )}</p><form method="post" action="${walletPath(result.id)}" class="mc-stack">${csrf}${button({
    text: say('Tạo lời mời cho ví', 'Make an offer for the wallet'),
    kind: 'primary',
  })}</form>`;
}

export interface OfferProps {
  readonly id: string;
  readonly state: 'open' | 'taken' | 'over';
  readonly until: Instant;
  readonly number: string;
  readonly result: string;
  /** What the QR holds and the button opens. */
  readonly link: string;
  /** The simulated wallet of DEMO. */
  readonly demoLink: string | undefined;
}

/** An offer for a wallet, by QR from another screen or by a link on this one; afterwards what became of it. */
export function offerView(telling: Telling, offer: OfferProps): Html {
  const { say, locale, title } = telling;
  if (offer.state === 'taken')
    return html`<h1>${title}</h1>${notice({
      kind: 'success',
      title: say('Ví đã nhận giấy này', 'The wallet has taken it'),
      content: html`<p>${say(
        'Nếu không phải bạn nhận, hãy báo cho nơi cấp ngay.',
        'If it was not you, tell the issuer at once.',
      )}</p>`,
      locale,
    })}${again(telling, offer, say('Đưa vào một ví khác', 'Add to another wallet'))}`;
  if (offer.state === 'over')
    return html`<h1>${title}</h1>${notice({
      kind: 'warning',
      title: say('Lời mời đã dùng hoặc đã hết hạn', 'The offer was used or is over'),
      content: html`<p>${say('Ví chưa nhận được giấy này.', 'The wallet has not got the paper.')}</p>`,
      locale,
    })}${again(telling, offer, say('Tạo lời mời mới', 'Make a new offer'))}`;
  return openView(telling, offer);
}

const again = (_: Telling, { result }: OfferProps, text: string): Html =>
  html`<p>${buttonLink({ text, href: walletPath(result) })}</p>`;

function openView({ say, title }: Telling, offer: OfferProps): Html {
  const { number } = offer;
  return html`<h1>${title}</h1><p>${say(
    `Lời mời dùng được một lần, đến ${formatTime(offer.until)}. Đừng gửi cho ai.`,
    `The offer works once, until ${formatTime(offer.until)}. Give it to nobody.`,
  )}</p>${qrFigure({
    large: true,
    svg: qrSvg(offer.link),
    label: say('Mã QR của lời mời, để quét bằng ví', 'QR code of the offer, to be scanned with a wallet'),
    code: `${number.slice(0, 3)} ${number.slice(3)}`,
    caption: html`<p>${say('Quét bằng ví, rồi gõ số này vào ví.', 'Scan it with the wallet, then type this number there.')}</p>`,
  })}<p>${buttonLink({ text: say('Mở ví trên máy này', 'Open the wallet on this device'), href: offer.link })}</p>${
    offer.demoLink !== undefined &&
    html`<p>${buttonLink({ text: say('Mở ví dùng thử', 'Open the trial wallet'), href: offer.demoLink })}</p>`
  }<p><a href="${ownOfferPath(offer.id)}">${say('Xem ví đã nhận chưa', 'See whether the wallet has taken it')}</a></p>`;
}

export const refusedView = ({ say, title, locale }: Telling, sentence: string): Html =>
  html`<h1>${title}</h1>${notice({
    kind: 'warning',
    title: say('Chưa đưa giấy này vào ví được', 'This paper cannot be added now'),
    content: html`<p>${sentence}</p>`,
    locale,
  })}`;
