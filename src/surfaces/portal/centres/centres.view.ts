import { emptyState, searchBox } from '#design';
import { type Html, html } from '#platform/html';
import type { PlaceKind } from '#surfaces/shared';
import type { Say } from '../words/say.ts';

export interface CentresProps {
  readonly say: Say;
  readonly kind: PlaceKind;
  readonly title: string;
  readonly lead: string;
  readonly q: string;
  readonly total: number;
  readonly centres: readonly {
    readonly id: string;
    readonly name: string;
    readonly address: string;
    readonly hours: readonly string[];
  }[];
  readonly helpPhone: string;
}

/** Every place that receives; a ministry has one, so there is nothing to search. */
export const centresView = ({ say, kind, title, lead, q, total, centres, helpPhone }: CentresProps): Html =>
  html`<h1>${title}</h1><p>${lead}${kind === 'province' && html` <a href="/nop-moi-noi">${say('Những thủ tục nào?', 'Which procedures?')}</a>`}</p>${
    kind === 'province' &&
    searchBox({
      id: 'q',
      action: '/trung-tam',
      name: 'q',
      label: say('Tên xã, phường hoặc đặc khu', 'Commune, ward or special zone'),
      value: q,
      buttonText: say('Tìm', 'Search'),
      buttonKind: 'primary',
    })
  }${
    centres.length === 0
      ? emptyState({
          title: say('Chưa tìm thấy trung tâm nào', 'No centre found'),
          icon: 'search',
          text: html`<p>${say('Thử gõ tên xã mới, hoặc gọi', 'Try the new name of the commune, or call')} <a href="tel:${helpPhone.replaceAll(' ', '')}">${helpPhone}</a>.</p>`,
          action: html`<p><a href="/trung-tam">${say('Xem tất cả', 'See all')}</a></p>`,
        })
      : html`<p role="status">${
          centres.length < total
            ? html`${say(`${centres.length} trên ${total} nơi nhận.`, `${centres.length} of ${total} centres.`)} <a href="/trung-tam?tat=1">${say('Xem tất cả', 'See all')}</a>`
            : say(`Có ${total} nơi nhận hồ sơ.`, `${total} centre${total === 1 ? '' : 's'}.`)
        }</p><ul class="mc-files">${centres.map(
          (centre) =>
            html`<li id="${centre.id}"><span><strong>${centre.name}</strong>${centre.address && html`<br>${centre.address}`}<br><span class="mc-quiet mc-small">${centre.hours.join('; ')}</span></span></li>`,
        )}</ul>`
  }`;
