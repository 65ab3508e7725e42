import { emptyState, pageHeading, searchBox, table, tag } from '#design';
import { attributes, type Html, html } from '#platform/html';
import { number, type Say } from '../../words/say.ts';
import { counterHome, sheetHref } from '../addresses.ts';

interface Choice {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly live: boolean;
}

export interface ChooseView {
  readonly say: Say;
  readonly typed: string;
  readonly found: readonly Choice[];
  readonly total: number;
  /** Received lately by this officer. */
  readonly recent: readonly Choice[];
  /** Procedures with a form of their own. */
  readonly everyday: readonly Choice[];
}

/** Number keys lead straight to the first nine of the list in front. */
export function chooseView(view: ChooseView): Html {
  const { say, typed, found, total, recent, everyday } = view;
  const heading = pageHeading({ title: say('Người dân cần làm thủ tục gì?', 'Which procedure?') });
  const search = searchBox({
    id: 'q',
    name: 'q',
    action: counterHome,
    label: say('Tìm theo tên, từ quen dùng hoặc mã', 'By name, everyday word or code'),
    value: typed,
    buttonText: say('Tìm thủ tục', 'Search'),
    buttonKind: 'primary',
    key: '/',
  });
  if (typed !== '')
    return html`${heading}${search}${
      found.length === 0
        ? emptyState({
            title: say(`Không thấy thủ tục nào khớp “${typed}”`, `Nothing matches “${typed}”`),
            text: say('Thử ít chữ hơn, hoặc gõ mã thủ tục.', 'Try fewer words, or the code.'),
          })
        : list(
            say,
            'tim-thay',
            say(`Tìm thấy ${number(total)} thủ tục`, `${number(total)} found`),
            found,
            true,
          )
    }`;
  return html`${heading}${search}${
    recent.length > 0 && list(say, 'gan-day', say('Bạn vừa nhận', 'Received lately'), recent, true)
  }${list(
    say,
    'thuong-lam',
    say('Có tờ khai điện tử', 'With a form of their own'),
    everyday,
    recent.length === 0,
  )}`;
}

const list = (say: Say, id: string, caption: string, choices: readonly Choice[], keys: boolean): Html =>
  table({
    id,
    caption,
    columns: [
      { text: say('Phím', 'Key') },
      { text: say('Thủ tục', 'Procedure') },
      { text: say('Mã', 'Code') },
      { text: say('Tờ khai', 'Form') },
    ],
    rows: choices.map((choice, i) => {
      const key = keys && i < 9 ? String(i + 1) : undefined;
      const link = attributes({
        href: sheetHref(choice.code),
        'data-key': key,
        'aria-keyshortcuts': key,
      });
      return [
        key && html`<kbd class="mc-key">${key}</kbd>`,
        html`<a${link}>${choice.name}</a>`,
        html`<span class="mc-code">${choice.code}</span>`,
        choice.live
          ? tag({ text: say('Riêng', 'Own'), tone: 'jade' })
          : tag({ text: say('Chung', 'Generic'), tone: 'grey' }),
      ];
    }),
  });
