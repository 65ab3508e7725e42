import type { ProcedureDraft } from '#capabilities/catalogue';
import type { Road, Tried, TriedMoment } from '#capabilities/dossiers';
import { answersInWords, type CodeLists } from '#capabilities/forms';
import {
  button,
  dateInput,
  details,
  notice,
  select,
  summaryList,
  type TimelineItem,
  tag,
  timeline,
} from '#design';
import { asDong, formatDong } from '#kernel/money';
import { inLocale, type Locale } from '#kernel/text';
import { formatDate, formatDateTime, isPlainDate, type PlainDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { actInWords } from '#surfaces/shared';
import { draftHref } from '../core/paths-of-pages.ts';
import type { Say } from '../core/say.ts';
import { paces, personas } from './personas.ts';

export interface TryView {
  readonly say: Say;
  readonly locale: Locale;
  readonly draft: ProcedureDraft;
  readonly asked: {
    readonly nguoi: string;
    readonly duong: Road;
    readonly nhip: string;
    readonly noi: 'gan' | 'xa';
    readonly lan: number;
    readonly day: PlainDate;
  };
  readonly tried: Tried;
  readonly lists: CodeLists;
  readonly tookMs: number;
}

const roadNames: Readonly<Record<Road, readonly [string, string]>> = {
  granted: ['Được giải quyết', 'Granted'],
  refused: ['Bị từ chối giải quyết', 'Refused'],
  supplement: ['Phải bổ sung giấy tờ', 'Papers asked for'],
  declined: ['Không được tiếp nhận', 'Declined at intake'],
};

export function tryView(view: TryView): Html {
  return html`${ask(view)}${outcome(view)}${road(view)}${answers(view)}`;
}

function ask({ say, locale, draft, asked }: TryView): Html {
  const [year, month, day] = asked.day.split('-');
  const choice = (
    name: string,
    label: string,
    value: string,
    options: readonly { value: string; text: string }[],
  ) => select({ name, label, value, options, emptyText: null, locale });
  return html`<form class="mc-stack"${attributes({ action: draftHref(draft.id, 'chay-thu') })}><div class="mc-row">${choice(
    'nguoi',
    say('Người mẫu', 'Persona'),
    asked.nguoi,
    personas.map(({ id, name, about }) => ({
      value: id,
      text: `${inLocale(name, locale)}, ${inLocale(about, locale)}`,
    })),
  )}${choice(
    'duong',
    say('Kết cục', 'Road'),
    asked.duong,
    Object.entries(roadNames).map(([value, [vi, en]]) => ({ value, text: say(vi, en) })),
  )}${choice(
    'nhip',
    say('Cán bộ làm', 'Officers work'),
    asked.nhip,
    paces.map(({ id, name }) => ({ value: id, text: inLocale(name, locale) })),
  )}${choice('noi', say('Nộp ở', 'Filed'), asked.noi, [
    { value: 'gan', text: say('Nơi giải quyết', 'Where it is decided') },
    { value: 'xa', text: say('Trung tâm khác', 'At another centre') },
  ])}</div><div class="mc-row">${dateInput({
    name: 'tu',
    label: say('Nộp lúc 9 giờ ngày', 'Filed at 9:00 on'),
    value: { day, month, year },
    locale,
  })}<input type="hidden" name="lan"${attributes({ value: asked.lan })}></div><div class="mc-row">${button({
    text: say('Chạy thử', 'Try it'),
    kind: 'primary',
    key: 'L',
  })}<button class="mc-button" name="lan"${attributes({ value: (asked.lan % 99) + 1 })}>${say('Trả lời khác', 'Other answers')}</button></div></form>`;
}

const stuckSentences: Readonly<Record<string, readonly [string, string]>> = {
  'answers-open': ['Người mẫu không trả lời hết được tờ khai', 'The persona could not answer the whole form'],
  'papers-missing': ['Thiếu giấy tờ bắt buộc', 'A paper that must be submitted is missing'],
  'never-ends': ['Hồ sơ đi mãi không đến bước cuối', 'The dossier never comes to an end'],
  'no-steps': ['Quy trình không có bước xử lý nào', 'The workflow has no step of work'],
};

function outcome({ say, locale, tried, tookMs }: TryView): Html {
  if (tried.stuck) {
    const [vi, en] = stuckSentences[tried.stuck.code] ?? [
      `Dừng vì: ${tried.stuck.code}`,
      `Stopped: ${tried.stuck.code}`,
    ];
    return notice({
      kind: 'warning',
      title: say('Không chạy được đến cuối', 'It did not reach its end'),
      content: html`<p>${say(vi, en)}${tried.stuck.field !== undefined && `: ${tried.stuck.field}`}.</p>`,
      locale,
    });
  }
  const { state, filing, story } = tried;
  const fees = state?.fees ?? [];
  const promised = state?.firstDue?.date ?? null;
  const due = state?.due?.date ?? null;
  const day = (date: string | null): string => (date !== null && isPlainDate(date) ? formatDate(date) : '');
  return html`${summaryList({
    locale,
    rows: [
      {
        label: say('Đến cuối', 'It ended'),
        value: story.at(-1) ? formatDateTime(story.at(-1)?.at ?? 0) : '',
        note: story.some(({ late }) => late)
          ? tag({ text: say('trễ hẹn', 'late'), tone: 'red' })
          : tag({ text: say('đúng hẹn', 'in time'), tone: 'jade' }),
      },
      { label: say('Hẹn trả lúc đầu', 'Promised first'), value: day(promised) },
      { label: say('Hẹn trả sau cùng', 'Promised at the end'), value: day(due) },
      {
        label: say('Giấy tờ phải nộp', 'Papers to submit'),
        value:
          filing.demands
            .filter((demand) => demand.group === 'submit')
            .map((demand) => inLocale(demand.name, locale))
            .join('; ') || say('Không có', 'None'),
      },
      {
        label: say('Phí, lệ phí', 'Fees'),
        value:
          fees.map((fee) => `${fee.name}: ${formatDong(asDong(fee.amount))}`).join('; ') ||
          say('Không thu', 'None'),
      },
    ],
  })}<p class="mc-quiet mc-small">${say(
    `Chạy trong ${Math.ceil(tookMs)} ms, không ghi gì vào hệ thống.`,
    `It took ${Math.ceil(tookMs)} ms and stored nothing.`,
  )}</p>`;
}

function road({ say, locale, draft, tried }: TryView): Html | undefined {
  if (tried.story.length === 0) return undefined;
  const { steps } = draft.content.definition.workflow;
  const names = {
    say,
    unit: (id: string) =>
      id.endsWith('1')
        ? say('nơi tiếp nhận', 'the receiving centre')
        : say('cơ quan giải quyết', 'the deciding unit'),
    step: (id: string) => {
      const step = steps.find((each) => each.id === id);
      return step ? inLocale(step.name, locale) : id;
    },
  };
  const item = ({ at, act, status, late }: TriedMoment): TimelineItem => {
    const { title, text } = actInWords(act, names);
    return {
      state: 'done',
      title: `${formatDateTime(at)} · ${title}`,
      text: html`${text}${text !== '' && html`<br>`}${say('Trạng thái', 'Status')} ${status}${
        late && html` ${tag({ text: say('quá ngày hẹn', 'past the promised date'), tone: 'red' })}`
      }`,
    };
  };
  return html`<h2>${say('Diễn biến', 'What happened')}</h2>${timeline({ items: tried.story.map(item), dense: true, locale })}`;
}

function answers({ say, locale, draft, tried, lists }: TryView): Html {
  const said = answersInWords(draft.content.definition.form, tried.filing.answers, locale, lists);
  return details({
    summary: say(`Người mẫu đã trả lời ${said.length} câu`, `The persona answered ${said.length} questions`),
    content: summaryList({
      locale,
      rows: said.map(({ question, answer }) => ({ label: question, value: answer })),
    }),
  });
}
