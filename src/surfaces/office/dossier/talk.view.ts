import { button, card, errorSummary, fileUpload, textarea } from '#design';
import { inLocale, type LocalText } from '#kernel/text';
import { formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { sentenceFor } from '../sentences.ts';
import type { Opened } from './open.ts';

export interface TalkTyped {
  /** Which of the two forms was sent. */
  readonly form: 'tin-nhan' | 'ghi-chu';
  readonly text: string;
  readonly error: string;
  readonly at: 'noi-dung' | 'tep';
}

/** What a message may carry, and the token that a form with files has in its address. */
export interface Uploads {
  readonly csrf: string;
  readonly rule: LocalText;
  readonly maxBytes: number;
}

interface Props {
  readonly opened: Opened;
  readonly hidden: Html;
  readonly uploads: Uploads;
  readonly may: { readonly message: boolean; readonly note: boolean };
  readonly typed?: TalkTyped | undefined;
}

const lines = (text: string): Html => html`${text.split('\n').map((line) => html`<p>${line}</p>`)}`;

function sayForm(
  { opened, hidden, typed, uploads }: Props,
  form: TalkTyped['form'],
  label: string,
  verb: string,
): Html {
  const own = typed?.form === form ? typed : undefined;
  const withFiles = form === 'tin-nhan';
  const address = opened.at.below(form);
  return html`<form class="mc-stack" method="post" novalidate data-unsaved${attributes({
    action: withFiles ? `${address}?_csrf=${encodeURIComponent(uploads.csrf)}` : address,
    enctype: withFiles ? 'multipart/form-data' : undefined,
  })}>${!withFiles && hidden}${textarea({
    name: 'noi-dung',
    id: `${form}-noi-dung`,
    label,
    rows: 3,
    maxLength: 4000,
    value: own?.text,
    error: own?.at === 'noi-dung' ? own.error : undefined,
    locale: opened.locale,
  })}${withFiles && fileField(opened, uploads, own?.at === 'tep' ? own.error : undefined)}${button({ text: verb })}</form>`;
}

const fileField = ({ say, locale }: Opened, { rule, maxBytes }: Uploads, error: string | undefined): Html =>
  fileUpload({
    name: 'tep',
    id: 'tin-nhan-tep',
    label: say('Kèm ảnh hoặc tệp', 'Attach photos or files'),
    required: false,
    rule: inLocale(rule, locale),
    accept: 'image/*,application/pdf',
    multiple: true,
    maxBytes,
    tooBigText: sentenceFor({ code: 'file.too-large' }, locale),
    error,
    locale,
  });

/** The dialogue with the person (B16) and the notes among officers, each with its own form. */
export function talkSide(props: Props): Html {
  const { opened, may, typed } = props;
  const { view, say, names, locale } = opened;
  const base = opened.at.below('tin-nhan');
  const messages = view.messages.map(
    (message) =>
      html`<h3>${message.author_name || say('Người nộp', 'The person')}${
        message.unit_id && html` · ${names.unit(message.unit_id)}`
      } <span class="mc-quiet">${formatDateTime(message.at)}</span></h3>${lines(message.body)}${
        message.files.length > 0 &&
        html`<ul>${message.files.map(
          (file, i) =>
            html`<li><a download${attributes({ href: `${base}/${message.id}/tep/${i}` })}>${file.name}</a></li>`,
        )}</ul>`
      }`,
  );
  const notes = view.notes.map(
    (note) =>
      html`<h3>${note.officer_name} · ${names.unit(note.unit_id)} <span class="mc-quiet">${formatDateTime(
        note.at,
      )}</span></h3>${lines(note.body)}`,
  );
  const none = (text: string) => html`<p class="mc-quiet">${text}</p>`;
  return html`${
    typed && errorSummary({ errors: [{ text: typed.error, target: `${typed.form}-${typed.at}` }], locale })
  }${card({
    title: say('Trao đổi với người nộp', 'Messages with the person'),
    content: html`${messages.length > 0 ? messages : none(say('Chưa có tin nhắn nào.', 'No messages yet.'))}${
      may.message &&
      sayForm(
        props,
        'tin-nhan',
        say('Viết cho người nộp', 'Write to the person'),
        say('Gửi tin nhắn', 'Send'),
      )
    }`,
  })}${card({
    title: say('Ghi chú nội bộ', 'Notes among officers'),
    content: html`${
      notes.length > 0
        ? notes
        : none(say('Chưa có ghi chú. Người nộp không thấy phần này.', 'None. The person does not see these.'))
    }${
      may.note &&
      sayForm(
        props,
        'ghi-chu',
        say('Ghi chú mới, người nộp không thấy', 'New note; the person does not see it'),
        say('Lưu ghi chú', 'Keep the note'),
      )
    }`,
  })}`;
}
