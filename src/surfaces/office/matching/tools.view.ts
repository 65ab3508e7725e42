import { toolsOf } from '#capabilities/payments';
import { button, card, details, radios, textarea, textInput } from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Hole, type Html, html } from '#platform/html';
import { stepHref, stepSlugs } from './addresses.ts';
import type { ItemView } from './item-props.ts';
import { matchingSentence } from './sentences.ts';
import { markWords } from './words.ts';

/** Control that an error is about: each form has its own. */
export const targetOf = ({ typed }: ItemView): string => {
  if (typed?.buoc === stepSlugs.assigned) return 'ma-nop';
  if (typed?.buoc === stepSlugs.tied) return 'ma-hoan';
  if (typed?.buoc === stepSlugs.closed) return 'noi-dung-dong';
  return typed?.buoc === stepSlugs.marked ? 'la' : 'noi-dung';
};

/** What can be done with this item, the likely first. */
export function toolForms(view: ItemView): Html {
  const { say, locale, look, hidden, refusal, typed } = view;
  const { item } = look;
  const tools = toolsOf(item.kind);
  const form = (step: keyof typeof stepSlugs, content: Hole) =>
    html`<form class="mc-stack" method="post" novalidate${attributes({ action: stepHref(item.id, step) })}>${hidden}${content}</form>`;
  const error = (step: keyof typeof stepSlugs) =>
    refusal && typed?.buoc === stepSlugs[step] ? matchingSentence(refusal, locale) : undefined;
  const kept = (step: keyof typeof stepSlugs) =>
    typed?.buoc === stepSlugs[step] ? typed['noi-dung'] : undefined;
  const assignable = tools.assign && look.bankLine?.state === 'surplus';
  const tieable = tools.tie && look.bankLine?.state === 'out';
  const asks = tools.ask && item.session_id !== null;
  const main = asks
    ? 'asked'
    : tools.tell
      ? 'told'
      : assignable
        ? 'assigned'
        : tieable
          ? 'tied'
          : 'explained';
  const kind = (step: string) => (step === main ? ('primary' as const) : ('secondary' as const));
  return card({
    title: say('Xử lý', 'Work it off'),
    content: html`<div class="mc-row">${
      item.state === 'open' && form('taken', button({ text: say('Nhận xử lý', 'Take it in hand'), key: 'N' }))
    }${asks && form('asked', button({ text: say('Hỏi lại cổng', 'Ask the gateway again'), kind: kind('asked'), key: 'H' }))}${
      tools.tell &&
      form(
        'told',
        button({ text: say('Báo lại cho hồ sơ', 'Tell the dossier again'), kind: kind('told'), key: 'B' }),
      )
    }</div>${
      assignable &&
      form('assigned', [
        textInput({
          name: 'ma-nop',
          label: say('Mã nộp của hồ sơ', 'Payment code of the dossier'),
          hint: say(
            '12 ký tự. Mọi khoản còn nợ của hồ sơ được trả, phần thừa giữ lại.',
            '12 characters. All that it owes is paid; what is left over stays surplus.',
          ),
          value: typed?.['ma-nop'],
          error: error('assigned'),
          width: 'm',
          locale,
        }),
        button({
          text: say('Gán tiền cho hồ sơ này', 'Give the money to this dossier'),
          kind: kind('assigned'),
        }),
      ])
    }${tieable && form('tied', tieFields(view, error('tied'), kind('tied')))}${form('explained', [
      textarea({
        name: 'noi-dung',
        label: say('Điều đã biết', 'What is known'),
        hint: say('Đã hỏi ai, trả lời thế nào.', 'Whom you asked and what they said.'),
        value: kept('explained'),
        error: error('explained'),
        rows: 3,
        locale,
      }),
      button({ text: say('Ghi giải trình', 'Write it down'), kind: kind('explained') }),
    ])}${
      tools.mark.length > 0 &&
      html`${details({
        summary: say('Đánh dấu để hoàn', 'Mark it'),
        open: error('marked') !== undefined,
        content: form('marked', [
          radios({
            name: 'la',
            label: say('Tiền này là gì?', 'What is this money?'),
            options: tools.mark.map((mark) => ({ value: mark, text: inLocale(markWords[mark], locale) })),
            value: typed?.la || (tools.mark.length === 1 ? tools.mark[0] : undefined),
            error: error('marked'),
            locale,
          }),
          button({ text: say('Đánh dấu', 'Mark') }),
        ]),
      })}`
    }${details({
      summary: say('Đóng việc này', 'Close it'),
      open: error('closed') !== undefined,
      content: form('closed', [
        textarea({
          name: 'noi-dung',
          id: 'noi-dung-dong',
          label: say('Lý do đóng', 'Why it is closed'),
          value: kept('closed'),
          error: error('closed'),
          rows: 2,
          locale,
        }),
        button({ text: say('Đóng việc', 'Close'), kind: 'warning' }),
      ]),
    })}`,
  });
}

/** Asks for the refund that the money went out for; the code of the line stands there until another is typed. */
function tieFields(
  { say, locale, look, typed }: ItemView,
  error: string | undefined,
  kind: 'primary' | 'secondary',
): Hole {
  const named = look.item.details['refund'];
  return [
    textInput({
      name: 'ma-hoan',
      label: say('Mã hoàn', 'Code of the refund'),
      hint: say(
        'HP và 12 ký tự. Khoản hoàn phải đã duyệt và đúng số tiền.',
        'HP and 12 characters. It must be approved, and of this amount.',
      ),
      value: typed?.buoc === stepSlugs.tied ? typed['ma-hoan'] : typeof named === 'string' ? named : '',
      error,
      width: 'm',
      locale,
    }),
    button({ text: say('Gắn với khoản hoàn này', 'Tie it to this refund'), kind }),
  ];
}
