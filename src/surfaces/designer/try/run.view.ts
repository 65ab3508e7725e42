import { costsOfTried, desksAt, type TriedDesk, type TriedMoment } from '#capabilities/dossiers';
import { answersInWords, reachablePages } from '#capabilities/forms';
import { checkWorkflow } from '#capabilities/workflow';
import { card, details, notice, summaryList, type TimelineItem, tag, timeline } from '#design';
import { asDong, formatDong } from '#kernel/money';
import { inLocale } from '#kernel/text';
import { formatDate, formatDateTime, localDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { actInWords, roleNames } from '#surfaces/shared';
import { draftHref } from '../core/paths-of-pages.ts';
import { queryOf } from './asked.ts';
import { deskHref } from './desk-href.ts';
import type { TryView } from './props.ts';
import { unitInWords } from './run.ts';
import { stageInWords } from './stage-words.ts';
import { dayOf } from './together.view.ts';

const stuckSentences: Readonly<Record<string, readonly [string, string]>> = {
  'decision-failed': [
    'Một bảng quyết định không tính được; xem trang Quyết định',
    'A decision table fails; see the page of decisions',
  ],
  'answers-open': ['Người mẫu không trả lời hết được tờ khai', 'The persona could not answer the whole form'],
  'papers-missing': ['Thiếu giấy tờ bắt buộc', 'A paper that must be submitted is missing'],
  'never-ends': ['Hồ sơ đi mãi không đến bước cuối', 'The dossier never comes to an end'],
  'no-steps': ['Quy trình không có bước xử lý nào', 'The workflow has no step of work'],
};

/** The end of the run in words, and how things stand when the clock was set. */
export function outcomeView({ say, locale, asked, shown, draft }: TryView): Html {
  const { tried, person } = shown;
  const heading = html`<h2>${inLocale(person.name, locale)}</h2>`;
  if (tried.stuck) {
    const [vi, en] = stuckSentences[tried.stuck.code] ?? [
      `Dừng vì: ${tried.stuck.code}`,
      `Stopped: ${tried.stuck.code}`,
    ];
    return html`${heading}${notice({
      kind: 'warning',
      title: say('Không chạy được đến cuối', 'It did not reach its end'),
      content:
        tried.stuck.code === 'road-broken'
          ? html`<ul>${checkWorkflow(draft.content.definition.workflow).map(({ text }) => html`<li>${inLocale(text, locale)}</li>`)}</ul>`
          : html`<p>${say(vi, en)}${tried.stuck.field !== undefined && `: ${tried.stuck.field}`}.</p>`,
      locale,
    })}`;
  }
  const { state, filing, story } = tried;
  const fees = state?.fees ?? [];
  const costs = costsOfTried(filing);
  const stands = asked.until && story.findLast(({ at }) => localDate(at) <= (asked.until ?? ''));
  return html`${heading}${summaryList({
    locale,
    rows: [
      ...(asked.until === undefined
        ? []
        : [
            {
              label: say(`Hết ngày ${formatDate(asked.until)}`, `At the end of ${formatDate(asked.until)}`),
              value: stands ? stageInWords(stands.stage, say) : say('Chưa nộp', 'Not yet filed'),
            },
          ]),
      {
        label: say('Đến cuối', 'It ended'),
        value: story.at(-1) ? formatDateTime(story.at(-1)?.at ?? 0) : '',
        note: story.some(({ late }) => late)
          ? tag({ text: say('trễ hẹn', 'late'), tone: 'red' })
          : tag({ text: say('đúng hẹn', 'in time'), tone: 'jade' }),
      },
      { label: say('Hẹn trả lúc đầu', 'Promised first'), value: dayOf(state?.firstDue?.date) },
      { label: say('Hẹn trả sau cùng', 'Promised at the end'), value: dayOf(state?.due?.date) },
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
          fees.map((fee) => `${fee.name}: ${formatDong(asDong(costs([fee.id])))}`).join('; ') ||
          say('Không thu', 'None'),
      },
    ],
  })}`;
}

/** The pages of the form that this person comes to, each with its answers, as this person sees it. */
export function screensView({ say, locale, draft, asked, shown }: TryView): Html {
  const { definition, tried, person } = shown;
  const { answers, facts } = tried.filing;
  const pages = reachablePages(definition.form, answers, facts);
  const looks = person.looks['_khung']
    ? say('trên điện thoại', 'on a phone')
    : person.looks['_chu']
      ? say('chữ lớn', 'in large letters')
      : person.looks['_script']
        ? say('không có script', 'without script')
        : say('bằng tiếng Anh', 'in English');
  return card({
    title: say(`Các trang đã qua, ${looks}`, `The pages on the way, ${looks}`),
    content: html`<ol>${pages.map(
      (page) =>
        html`<li><a${attributes({ href: `${draftHref(draft.id, `chay-thu/trang/${page.id}`)}?${queryOf(asked)}` })}>${inLocale(page.title, locale) || page.id}</a></li>`,
    )}</ol>`,
  });
}

/** Every act with its time; what lies after the clock is still to come. */
export function roadView({ say, locale, draft, asked, shown }: TryView): Html | undefined {
  const { tried, definition } = shown;
  if (tried.story.length === 0) return undefined;
  const { steps } = definition.workflow;
  const names = {
    say,
    unit: (id: string) => inLocale(unitInWords(id), locale),
    step: (id: string) => {
      const step = steps.find((each) => each.id === id);
      return step ? inLocale(step.name, locale) : id;
    },
    costs: costsOfTried(tried.filing),
  };
  const { rules } = tried;
  /** Whoever has it on the desk then; each desk is a page of the office. */
  const deskLinks = (desks: readonly TriedDesk[], index: number) =>
    desks.map(
      ({ id, role, unit }) =>
        html` · <a${attributes({ href: deskHref(draft.id, asked, index + 1, id) })}>${say('Cán bộ thấy gì', 'What the officer sees')}: ${inLocale(roleNames[role], locale)}, ${names.unit(unit)}</a>`,
    );
  const item = ({ at, act, state, status, late }: TriedMoment, index: number): TimelineItem => {
    const { title, text } = actInWords(act, names);
    const passed = asked.until === undefined || localDate(at) <= asked.until;
    return {
      state: passed ? 'done' : 'to-come',
      title: `${formatDateTime(at)} · ${title}`,
      text: html`${text}${text !== '' && html`<br>`}${say('Trạng thái', 'Status')} ${status}${
        late && html` ${tag({ text: say('quá ngày hẹn', 'past the promised date'), tone: 'red' })}`
      } · <a${attributes({ href: `${draftHref(draft.id, `chay-thu/theo-doi/${index + 1}`)}?${queryOf(asked)}`, 'aria-label': `${say('Người nộp thấy gì', 'What the person sees')}: ${index + 1}. ${title}` })}>${say('Người nộp thấy gì', 'What the person sees')}</a>${rules && deskLinks(desksAt(rules, state), index)}`,
    };
  };
  return html`<h2>${say('Diễn biến', 'What happened')}</h2>${timeline({ items: tried.story.map(item), dense: true, locale })}`;
}

/** Every paper of the dossier as its PDF, from the templates of the draft. */
export function papersView({ say, locale, draft, asked, papers }: TryView): Html | undefined {
  if (papers.length === 0) return undefined;
  return card({
    title: say('Giấy in ra', 'Papers'),
    content: html`<ul>${papers.map(
      ({ name, title }) =>
        html`<li><a${attributes({ href: `${draftHref(draft.id, `chay-thu/giay/${name}`)}?${queryOf(asked)}` })}>${inLocale(title, locale)}</a> (PDF)</li>`,
    )}</ul>`,
  });
}

/** What the person was told, in the words that go into the inbox and by e-mail. */
export function messagesView({ say, locale, shown }: TryView): Html | undefined {
  if (shown.told.length === 0) return undefined;
  return card({
    title: say('Tin nhắn đã gửi', 'Messages sent'),
    content: html`${shown.told.map(({ at, title, body }) =>
      details({
        summary: `${formatDateTime(at)} · ${inLocale(title, locale)}`,
        content: inLocale(body, locale)
          .split('\n')
          .map((line) => html`<p>${line}</p>`),
      }),
    )}`,
  });
}

export function answersView({ say, locale, shown, lists }: TryView): Html {
  const { tried, definition } = shown;
  const said = answersInWords(definition.form, tried.filing.answers, locale, lists, tried.filing.facts);
  return details({
    summary: say(`Người mẫu đã trả lời ${said.length} câu`, `The persona answered ${said.length} questions`),
    content: summaryList({
      locale,
      rows: said.map(({ question, answer }) => ({ label: question, value: answer })),
    }),
  });
}
