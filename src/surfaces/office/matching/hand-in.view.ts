import { button, card, dateInput, fileUpload, radios, select } from '#design';
import { attributes, type Html, html } from '#platform/html';
import { matchingAgain, matchingUpload } from './addresses.ts';
import type { OverviewView } from './overview-props.ts';
import { matchingSentence } from './sentences.ts';

/** Controls of the form by the part that a refusal names. */
export const fieldOf: Readonly<Record<string, string>> = { file: 'tep', day: 'ngay', of: 'loai' };

const megabytes = (bytes: number): string => String(Math.round(bytes / 1_000_000));
const errorOf = ({ refusal, locale }: OverviewView, field: string) =>
  refusal && (fieldOf[refusal.field ?? ''] ?? 'tep') === field
    ? matchingSentence(refusal, locale)
    : undefined;

/** One file, of a gateway or of the bank. The token stands in the address, for a form with files is read part by part. */
export function handInForm(view: OverviewView): Html {
  const { say, locale, keeps, units, yesterday, typed, maxBytes } = view;
  const gateways = keeps ? view.gateways : [];
  const [year = '', month = '', day = ''] = yesterday.split('-');
  const value = (name: string, otherwise: string) => (typed && view.refusal ? typed(name) : otherwise);
  const action = `${matchingUpload}?_csrf=${encodeURIComponent(view.csrf)}`;
  return card({
    title: say('Đưa tệp vào', 'Hand in a file'),
    content: html`<form class="mc-stack"${attributes({ method: 'post', enctype: 'multipart/form-data', novalidate: true, action })}>${radios(
      {
        name: 'loai',
        label: say('Tệp của ai?', 'Whose file is it?'),
        options: [
          ...gateways.map((each) => ({
            ...each,
            hint: say('Tệp đối soát của một ngày', 'Settlement file of a day'),
          })),
          {
            value: 'sao-ke',
            text: say('Ngân hàng', 'The bank'),
            hint: say('Sao kê tài khoản của đơn vị', "Statement of the unit's account"),
          },
        ],
        value: value('loai', gateways[0]?.value ?? 'sao-ke'),
        error: errorOf(view, 'loai'),
        locale,
      },
    )}${
      units.length > 1 &&
      select({
        name: 'don-vi',
        label: say('Đơn vị giữ tài khoản', 'Unit that keeps the account'),
        options: units,
        value: value('don-vi', units[0]?.value ?? ''),
        emptyText: null,
        locale,
      })
    }${
      keeps &&
      dateInput({
        name: 'ngay',
        label: say('Ngày của tệp đối soát', 'Day of the settlement file'),
        hint: say('Sao kê không cần ngày.', 'A statement needs no day.'),
        value: {
          day: value('ngay-day', day),
          month: value('ngay-month', month),
          year: value('ngay-year', year),
        },
        error: errorOf(view, 'ngay'),
        locale,
      })
    }${fileUpload({
      name: 'tep',
      label: say('Tệp CSV', 'CSV file'),
      hint: say(
        'Đúng như cổng hoặc ngân hàng đưa; nén gzip cũng được.',
        'As the gateway or bank gave it; may be gzipped.',
      ),
      rule: say(`Tối đa ${megabytes(maxBytes)} MB`, `At most ${megabytes(maxBytes)} MB`),
      accept: '.csv,.gz,text/csv,application/gzip',
      maxBytes,
      tooBigText: matchingSentence({ code: 'file-large' }, locale),
      error: errorOf(view, 'tep'),
      locale,
    })}${button({ text: say('Đưa vào và so sánh', 'Hand in and compare'), kind: 'primary' })}</form>`,
  });
}

/** Days that were mended since are compared once more. */
export function againForm(view: OverviewView): Html {
  const { say, locale, gateways, yesterday, typed, again, csrf } = view;
  const [year = '', month = '', day = ''] = yesterday.split('-');
  const value = (name: string, otherwise: string) => (typed && again ? typed(name) : otherwise);
  const date = (name: 'tu' | 'den', label: string) =>
    dateInput({
      name,
      label,
      value: {
        day: value(`${name}-day`, day),
        month: value(`${name}-month`, month),
        year: value(`${name}-year`, year),
      },
      error: again && name === 'tu' ? matchingSentence(again, locale) : undefined,
      locale,
    });
  return card({
    title: say('So lại', 'Compare again'),
    content: html`<form class="mc-stack" method="post" novalidate${attributes({ action: matchingAgain })}><input type="hidden" name="_csrf"${attributes({ value: csrf })}><p class="mc-quiet">${say(
      'Làm lại được bất cứ lúc nào; việc đã có không lặp lại.',
      'May be done at any time; items are never doubled.',
    )}</p>${
      gateways.length > 1
        ? select({
            name: 'loai',
            id: 'loai-so-lai',
            label: say('Cổng', 'Gateway'),
            options: gateways,
            value: value('loai', gateways[0]?.value ?? ''),
            emptyText: null,
            locale,
          })
        : html`<input type="hidden" name="loai"${attributes({ value: gateways[0]?.value ?? '' })}>`
    }${date('tu', say('Từ ngày', 'From'))}${date('den', say('Đến hết ngày', 'Until the end of'))}${button({ text: say('So lại các ngày này', 'Compare these days') })}</form>`,
  });
}
