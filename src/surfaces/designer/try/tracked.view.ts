import type { ProcedureDraft } from '#capabilities/catalogue';
import { citizenFrame, htmlDocument, previewFrame } from '#design';
import type { Locale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { Doors } from '#surfaces/shared';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';

/** The page of tracking as the tried person sees it; what it would lead to does not exist, so its links stay on it. */
export function trackedView(
  doors: Doors,
  {
    draft,
    locale,
    looks,
    back,
    tracking,
  }: {
    readonly draft: ProcedureDraft;
    readonly locale: Locale;
    readonly looks: Readonly<Record<string, string>>;
    readonly back: string;
    readonly tracking: Html;
  },
): Html {
  const say = sayIn(locale);
  return htmlDocument({
    locale,
    title: say('Xem trước: trang theo dõi', 'Preview: tracking'),
    stylesheets: [doors.asset('citizen.css')],
    scripts: [],
    large: looks['_chu'] === 'lon',
    icon: '/favicon.svg',
    robots: 'noindex',
    body: previewFrame({
      barLabel: say('Bản xem trước', 'Preview'),
      bar: html`<ul><li><strong>${say('Trang theo dõi lúc đó', 'The page of tracking then')}</strong></li><li><a${attributes({ href: back })}>${say('Về chạy thử', 'Back to the try-out')}</a></li></ul>`,
      phone: looks['_khung'] === 'dien-thoai',
      page: citizenFrame({
        locale,
        placeName: doors.place.name,
        session: {
          kind: 'filling',
          text: say('Thoát', 'Leave'),
          leave: { href: draftHref(draft.id, 'chay-thu') },
        },
        help: { href: '/tro-giup' },
        main: tracking,
      }),
    }),
  });
}
