import type { NamedKey } from '#capabilities/signing';
import { button, card, errorSummary, pageHeading, radios, status, summaryList, tag } from '#design';
import type { Locale } from '#kernel/text';
import { formatDate, formatDateTime, type Instant, localDate } from '#kernel/time';
import { type Hole, type Html, html } from '#platform/html';
import type { Say } from '../words/say.ts';
import { ownKeyPath } from './addresses.ts';

export interface OwnKeyView {
  readonly say: Say;
  readonly locale: Locale;
  readonly title: string;
  /** Whose page it is. */
  readonly name: string;
  readonly named: NamedKey | undefined;
  readonly now: Instant;
  readonly providers: readonly { readonly key: string; readonly name: string }[];
  readonly hidden: Html;
  readonly done: boolean;
  readonly error: string | undefined;
}

export function ownKeyView(view: OwnKeyView): Html {
  const { say, locale, title, done, error } = view;
  return html`${error && errorSummary({ errors: [{ text: error, target: 'nha-cung-cap' }], locale })}${
    done &&
    status({ text: say('Từ nay bạn ký bằng khóa này.', 'You sign with this key from now on.'), locale })
  }${pageHeading({ title })}${standing(view)}${remoteForm(view)}`;
}

function standing({ say, named, now }: OwnKeyView): Html {
  const title = say('Khóa đang dùng', 'The key in use');
  if (!named)
    return card({
      title,
      content: html`<p>${say(
        'Chưa gắn chứng thư nào cho bạn. Quản trị gắn giúp, hoặc bạn chọn khóa ở nơi ký số từ xa bên dưới.',
        'No certificate is named for you yet. The administrator names one, or you choose a key at a provider below.',
      )}</p>`,
    });
  const over = named.until <= now;
  return card({
    title,
    content: summaryList({
      rows: [
        { label: say('Nơi giữ khóa', 'Kept'), value: placeOf(say, named) },
        { label: say('Tên trong chứng thư', 'Name in the certificate'), value: named.name },
        {
          label: say('Số chứng thư', 'Serial number'),
          value: html`<span class="mc-code">${named.serial}</span>`,
        },
        {
          label: say('Hết hạn', 'Ends'),
          value: html`${formatDate(localDate(named.until))} ${over && tag({ text: say('Đã hết hạn', 'Expired'), tone: 'red' })}`,
        },
        { label: say('Gắn từ', 'Named'), value: formatDateTime(named.since) },
      ],
    }),
  });
}

const placeOf = (say: Say, { store, provider }: NamedKey): string =>
  store === 'remote'
    ? say(`${provider}, bạn đồng ý ở đó mỗi lần ký`, `${provider}, where you agree to each signing`)
    : store === 'token'
      ? say('Thiết bị ký số của cơ quan', 'The office’s token')
      : say('Kho khóa mã hóa của hệ thống này', 'The encrypted key store of this system');

function remoteForm({ say, locale, providers, hidden, name, error }: OwnKeyView): Hole {
  const [first] = providers;
  if (!first) return undefined;
  return card({
    title: say('Dùng khóa ở nơi ký số từ xa', 'Use a key that a provider keeps'),
    content: html`<form class="mc-stack" method="post" action="${ownKeyPath}">${hidden}<p>${say(
      `Khóa phải mang tên ${name} và số định danh của bạn. Mỗi lần ký, bạn được đưa sang trang của nơi đó để đồng ý; không cần cài gì.`,
      `The key has to bear the name ${name} and your personal number. Each time you sign you agree on the page of the provider; nothing has to be installed.`,
    )}</p>${radios({
      name: 'nha-cung-cap',
      label: say('Nơi ký số từ xa', 'Provider'),
      value: first.key,
      error,
      options: providers.map(({ key, name: text }) => ({ value: key, text })),
      locale,
    })}${button({ text: say('Dùng khóa của tôi ở đây', 'Use my key there') })}</form>`,
  });
}
