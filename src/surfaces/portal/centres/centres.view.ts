import { emptyState, searchBox } from '#design';
import { type Html, html } from '#platform/html';
import type { Say } from '../words/say.ts';

export interface CentresProps {
  readonly say: Say;
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

/** Every place that receives, whatever commune one lives in. */
export const centresView = ({ say, q, total, centres, helpPhone }: CentresProps): Html =>
  html`<h1>${say('Trung tâm nào gần bạn?', 'Which centre is near you?')}</h1><p>${say(
    'Mọi trung tâm đều nhận hồ sơ của bạn, dù bạn ở xã nào trong tỉnh.',
    'Every centre receives your dossier, wherever in the province you live.',
  )}</p>${searchBox({
    id: 'q',
    action: '/trung-tam',
    name: 'q',
    label: say('Tên xã, phường hoặc đặc khu', 'Commune, ward or special zone'),
    value: q,
    buttonText: say('Tìm', 'Search'),
    buttonKind: 'primary',
  })}${
    centres.length === 0
      ? emptyState({
          title: say('Chưa tìm thấy trung tâm nào', 'No centre found'),
          icon: 'search',
          text: html`<p>${say('Thử gõ tên xã mới, hoặc gọi', 'Try the new name of the commune, or call')} <a href="tel:${helpPhone.replaceAll(' ', '')}">${helpPhone}</a>.</p>`,
          action: html`<p><a href="/trung-tam">${say('Xem tất cả', 'See all')}</a></p>`,
        })
      : html`<p role="status">${
          centres.length < total
            ? html`${say(`${centres.length} trên ${total} trung tâm.`, `${centres.length} of ${total} centres.`)} <a href="/trung-tam?tat=1">${say('Xem tất cả', 'See all')}</a>`
            : say(`Có ${total} trung tâm.`, `${total} centre${total === 1 ? '' : 's'}.`)
        }</p><ul class="mc-files">${centres.map(
          (centre) =>
            html`<li id="${centre.id}"><span><strong>${centre.name}</strong>${centre.address && html`<br>${centre.address}`}<br><span class="mc-quiet mc-small">${centre.hours.join('; ')}</span></span></li>`,
        )}</ul>`
  }`;
