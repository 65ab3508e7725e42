import { cataloguePermissions, type Duty, type DutyKind, dutyMoves } from '#capabilities/catalogue';
import { button, card, dateInput, notice, select, summaryList, textarea, textInput } from '#design';
import { allows } from '#kernel/actor';
import type { Refusal } from '#kernel/outcome';
import { inLocale, type LocalText } from '#kernel/text';
import { formatDate, isPlainDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { postForm, textOf } from '../core/form.ts';
import { officerOf } from '../core/frame.ts';
import { type Say, sayIn } from '../core/say.ts';
import { sentenceFor } from '../sentences.ts';
import { dutiesHome, dutyHref } from './addresses.ts';
import { dutyStateWords, formWords, frequencyWords } from './words.ts';

/** What stands in the form, as text. */
export type DutyFields = Readonly<Record<string, string | readonly string[]>>;
const plain = ['name', 'ground', 'field', 'who', 'note'] as const;
const ofReport = ['recipient', 'frequency', 'form'] as const;

/** Controls by what the command calls them. */
export const dutyTargets: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...plain, ...ofReport, 'procedures'].map((name) => [name, name])),
  decision: 'quyet-dinh',
  cutFrom: 'tu-ngay',
};

export function contentOfFields(fields: PageCtx['fields'], kind: DutyKind): DutyFields {
  const names = kind === 'report' ? [...plain, ...ofReport] : plain;
  return {
    kind,
    ...Object.fromEntries(names.map((name) => [name, textOf(fields, name)])),
    procedures: textOf(fields, 'procedures')
      .split(/[\s,;]+/)
      .filter(Boolean),
  };
}
export const contentOfDuty = (duty: Duty): DutyFields => ({
  ...Object.fromEntries([...plain, ...ofReport].map((name) => [name, duty[name]])),
  procedures: duty.procedures,
});

export interface DutyView {
  readonly kind: DutyKind;
  readonly duty: Duty | undefined;
  readonly content: DutyFields;
  readonly refusal: Refusal | undefined;
  readonly cut: {
    readonly decision: string;
    readonly from: { readonly day: string; readonly month: string; readonly year: string };
  };
}

export function dutyView(ctx: PageCtx, view: DutyView): Html {
  const { duty, kind } = view;
  const say = sayIn(ctx.locale);
  const action = duty ? dutyHref(duty.id) : `${dutiesHome}/them`;
  const over = duty?.state === 'cut';
  return html`${duty && standing(ctx, say, duty)}${
    over
      ? false
      : postForm(
          ctx,
          action,
          html`<input type="hidden" name="loai"${attributes({ value: kind })}>${duty && revision(duty)}${fieldsOf(ctx, say, view)}${button(
            { text: say('Lưu', 'Save'), kind: 'primary', name: 'lam', value: 'luu' },
          )}`,
        )
  }${duty && moves(ctx, say, duty, view)}`;
}

const revision = (duty: Duty): Html =>
  html`<input type="hidden" name="ban"${attributes({ value: String(duty.revision) })}>`;

function fieldsOf(ctx: PageCtx, say: Say, { content, refusal, kind }: DutyView): Html {
  const { locale } = ctx;
  const value = (name: string): string => {
    const held = content[name];
    return typeof held === 'string' ? held : (held ?? []).join(' ');
  };
  const error = (name: string) => (refusal?.field === name ? { error: sentenceFor(refusal, locale) } : {});
  const text = (name: string, label: string, hint?: string) =>
    textInput({
      name,
      label,
      value: value(name),
      required: true,
      locale,
      ...(hint && { hint }),
      ...error(name),
    });
  const pick = (name: string, label: string, words: Readonly<Record<string, LocalText>>) =>
    select({
      name,
      label,
      options: Object.entries(words).map(([key, each]) => ({ value: key, text: inLocale(each, locale) })),
      value: value(name),
      width: 'l',
      required: true,
      locale,
      ...error(name),
    });
  return html`${text('name', say('Nội dung', 'What is demanded'))}${text('who', say('Ai phải làm', 'Who must'))}<div class="mc-grid">${text('field', say('Ngành nghề, lĩnh vực', 'Line of business'))}${text('ground', say('Căn cứ', 'Ground'), say('Văn bản và điều, khoản.', 'Instrument and article.'))}</div>${
    kind === 'report' &&
    html`<div class="mc-grid">${text('recipient', say('Nộp báo cáo cho', 'Sent to'))}${pick('frequency', say('Bao lâu một lần', 'How often'), frequencyWords)}${pick('form', say('Hình thức', 'Form'), formWords)}</div>`
  }${textInput({
    name: 'procedures',
    label: say('Thủ tục có liên quan', 'Procedures it belongs to'),
    hint: say('Mã thủ tục, cách nhau bằng dấu cách.', 'Codes, separated by spaces.'),
    value: value('procedures'),
    required: false,
    code: true,
    locale,
    ...error('procedures'),
  })}${textarea({ name: 'note', label: say('Ghi chú', 'Note'), value: value('note'), rows: 2, required: false, locale })}`;
}

const standing = (ctx: PageCtx, say: Say, duty: Duty): Html =>
  summaryList({
    rows: [
      { label: say('Tình trạng', 'State'), value: inLocale(dutyStateWords[duty.state], ctx.locale) },
      ...(duty.decision === '' ? [] : [{ label: say('Quyết định', 'Decision'), value: duty.decision }]),
      ...(duty.cut_from !== null && isPlainDate(duty.cut_from)
        ? [{ label: say('Cắt từ', 'Cut from'), value: formatDate(duty.cut_from) }]
        : []),
      ...(duty.source === '' ? [] : [{ label: say('Nguồn', 'Source'), value: duty.source }]),
    ],
    locale: ctx.locale,
  });

function moves(ctx: PageCtx, say: Say, duty: Duty, { cut, refusal }: DutyView): Html {
  const possible = dutyMoves[duty.state];
  const act = (value: string, text: string) =>
    postForm(ctx, dutyHref(duty.id), html`${revision(duty)}${button({ text, name: 'lam', value })}`);
  const decides =
    allows(ctx.actor, cataloguePermissions['catalogue.publish']) &&
    duty.changed_by !== officerOf(ctx).officer;
  const error = (field: string) =>
    refusal?.field === field ? { error: sentenceFor(refusal, ctx.locale) } : {};
  return html`${possible.includes('proposed') && act('de-xuat', say('Đề xuất cắt', 'Propose to cut it'))}${
    possible.includes('in-force') && act('thoi', say('Thôi đề xuất', 'Take the proposal back'))
  }${
    possible.includes('cut') &&
    (decides
      ? card({
          title: say('Ghi quyết định cắt', 'Record the decision'),
          content: postForm(
            ctx,
            dutyHref(duty.id),
            html`${revision(duty)}${textInput({ name: 'quyet-dinh', label: say('Số quyết định', 'Number of the decision'), value: cut.decision, required: true, locale: ctx.locale, ...error('decision') })}${dateInput(
              {
                name: 'tu-ngay',
                label: say('Cắt từ ngày', 'Cut from'),
                value: cut.from,
                required: true,
                locale: ctx.locale,
                ...error('cutFrom'),
              },
            )}${button({ text: say('Ghi là đã cắt', 'Record it as cut'), name: 'lam', value: 'cat' })}`,
          ),
        })
      : notice({
          kind: 'info',
          title: say(
            'Người khác, có quyền công bố, ghi quyết định cắt.',
            'Somebody else who may publish records the decision.',
          ),
        }))
  }`;
}
