import { button, card, errorSummary, textarea } from '#design';
import { formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { Opened } from './open.ts';

export interface TalkTyped {
  /** Which of the two forms was sent. */
  readonly form: 'tin-nhan' | 'ghi-chu';
  readonly text: string;
  readonly error: string;
}

interface Props {
  readonly opened: Opened;
  readonly hidden: Html;
  readonly may: { readonly message: boolean; readonly note: boolean };
  readonly typed?: TalkTyped | undefined;
}

const lines = (text: string): Html => html`${text.split('\n').map((line) => html`<p>${line}</p>`)}`;

function sayForm(
  { opened, hidden, typed }: Props,
  form: TalkTyped['form'],
  label: string,
  verb: string,
): Html {
  const own = typed?.form === form ? typed : undefined;
  return html`<form class="mc-stack" method="post" novalidate data-unsaved${attributes({
    action: `/mot-cua/ho-so/${encodeURIComponent(opened.code)}/${form}`,
  })}>${hidden}${textarea({
    name: 'noi-dung',
    id: `${form}-noi-dung`,
    label,
    rows: 3,
    maxLength: 4000,
    value: own?.text,
    error: own?.error,
    locale: opened.locale,
  })}${button({ text: verb })}</form>`;
}

/** The dialogue with the person (B16) and the notes among officers, each with its own form. */
export function talkSide(props: Props): Html {
  const { opened, may, typed } = props;
  const { view, say, names, locale } = opened;
  const base = `/mot-cua/ho-so/${encodeURIComponent(opened.code)}/tin-nhan`;
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
    typed && errorSummary({ errors: [{ text: typed.error, target: `${typed.form}-noi-dung` }], locale })
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
