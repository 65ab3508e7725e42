import type { ProcedureDraft } from '#capabilities/catalogue';
import {
  answersInWords,
  attempt,
  type CodeLists,
  caseOf,
  type DocumentDemand,
  type FeeLine,
  feesOwed,
  type LegalTime,
  requiredDocuments,
  timeFor,
  type WorkflowStep,
} from '#capabilities/forms';
import { buttonLink, card, notice, summaryList, tag } from '#design';
import { formatDong } from '#kernel/money';
import { inLocale } from '#kernel/text';
import { type Hole, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { draftHref } from '../core/paths-of-pages.ts';
import { type Say, sayIn } from '../core/say.ts';
import type { Invented } from './invented.ts';
import { waysToLook } from './ways.view.ts';

export interface OfficerView {
  readonly draft: ProcedureDraft;
  readonly person: Invented;
  readonly round: number;
  readonly lists: CodeLists;
}

/** Drawn as the page of a dossier draws it, with invented answers. */
export function officerView(ctx: PageCtx, { draft, person, round, lists }: OfficerView): Html {
  const say = sayIn(ctx.locale);
  const again = `${draftHref(draft.id, 'xem/can-bo')}?lan=${(round % 99) + 1}`;
  return html`${waysToLook(ctx, draft, 'xem/can-bo')}<p class="mc-quiet">${say(
    'Câu trả lời do máy đặt ra, không phải của ai.',
    'The answers are invented; they are nobody’s.',
  )} ${buttonLink({ text: say('Trả lời khác', 'Other answers'), href: again })}</p>${factsCard(ctx, say, person, lists)}${weighed(ctx, say, person)}`;
}

/** What tables and lists make of the answers; a table that cannot decide says so here as it would to a citizen. */
function weighed(ctx: PageCtx, say: Say, person: Invented): Html {
  const { definition, answers, facts } = person;
  const found = attempt(() => ({
    demands: requiredDocuments(definition, answers, facts),
    fees: feesOwed(definition, answers, facts),
    time: timeFor(definition, 'online', caseOf(definition, answers, facts), answers, facts),
  }));
  if (!found.ok)
    return notice({
      kind: 'warning',
      title: say(
        'Bảng quyết định chưa tính được với những câu trả lời này.',
        'A decision table cannot decide for these answers.',
      ),
      locale: ctx.locale,
    });
  const { demands, fees, time } = found.value;
  return html`${papersCard(ctx, say, demands)}${owedCard(ctx, say, { fees, time, steps: definition.workflow.steps })}`;
}

const lines = (text: string): Hole => text.split('\n').map((line, i) => (i === 0 ? line : html`<br>${line}`));

function factsCard(ctx: PageCtx, say: Say, { definition, answers, facts }: Invented, lists: CodeLists): Html {
  const { locale } = ctx;
  const said = answersInWords(definition.form, answers, locale, lists, facts);
  const pages = Map.groupBy(said, ({ page }) => page);
  return card({
    title: say('Tờ khai', 'The form'),
    content:
      said.length === 0
        ? html`<p class="mc-quiet">${say('Chưa có câu trả lời nào.', 'There is no answer yet.')}</p>`
        : html`${[...pages].map(
            ([title, rows]) =>
              html`<h3>${title}</h3>${summaryList({
                locale,
                rows: rows.map(({ question, answer }) => ({ label: question, value: lines(answer) })),
              })}`,
          )}`,
  });
}

function papersCard(ctx: PageCtx, say: Say, demands: readonly DocumentDemand[]): Html {
  const { locale } = ctx;
  const counts = ({ originals, copies }: DocumentDemand) =>
    [
      originals > 0 && say(`${originals} bản chính`, `${originals} originals`),
      copies > 0 && say(`${copies} bản sao`, `${copies} copies`),
    ]
      .filter(Boolean)
      .join(', ');
  const line = (demand: DocumentDemand): Html =>
    html`<li>${inLocale(demand.name, locale)} <span class="mc-quiet">${counts(demand)}</span> ${
      demand.required && tag({ text: say('bắt buộc', 'required'), tone: 'amber' })
    }${demand.alternatives.length > 0 && html`<ul>${demand.alternatives.map((other) => html`<li>${say('hoặc', 'or')} ${inLocale(other.name, locale)}</li>`)}</ul>`}</li>`;
  return card({
    title: say('Giấy tờ cần đối chiếu', 'Papers to check'),
    content:
      demands.length === 0
        ? html`<p class="mc-quiet">${say('Không đòi giấy tờ nào.', 'No paper is asked for.')}</p>`
        : html`<ul>${demands.map(line)}</ul>`,
  });
}

interface Owed {
  readonly fees: readonly FeeLine[];
  readonly time: LegalTime | undefined;
  readonly steps: readonly WorkflowStep[];
}

function owedCard(ctx: PageCtx, say: Say, { fees, time, steps }: Owed): Html {
  const { locale } = ctx;
  const units: Readonly<Record<string, string>> = {
    working_day: say('ngày làm việc', 'working days'),
    day: say('ngày', 'days'),
    hour: say('giờ làm việc', 'working hours'),
    month: say('tháng', 'months'),
  };
  return card({
    title: say('Phí và thời hạn', 'Fees and time'),
    content: summaryList({
      locale,
      rows: [
        ...fees.map(({ name, amount }) => ({ label: inLocale(name, locale), value: formatDong(amount) })),
        ...(fees.length === 0
          ? [{ label: say('Phí, lệ phí', 'Fees'), value: say('Không thu', 'None') }]
          : []),
        {
          label: say('Thời hạn giải quyết', 'Time limit'),
          value: time ? `${time.value} ${units[time.unit] ?? time.unit}` : say('chưa có', 'none yet'),
        },
        ...steps.map((step) => ({
          label: inLocale(step.name, locale),
          value: `${step.budget.value} ${units[step.budget.unit] ?? step.budget.unit}`,
        })),
      ],
    }),
  });
}
