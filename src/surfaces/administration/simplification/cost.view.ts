import {
  abandonment,
  averageTenths,
  type BurdenMeasure,
  type Change,
  type CostSheet,
  costByActivity,
  costPerDossier,
  costPerYear,
  dossiersPerYear,
  type Effect,
} from '#capabilities/catalogue';
import { notice, summaryList, table } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { number, type Say, sayIn } from '../core/say.ts';
import { activityWords, hoursInWords, money, percent, tenths } from './words.ts';

/** What a sheet comes to: for one dossier and for the year, by part. */
export function costTable(ctx: PageCtx, sheet: CostSheet): Html {
  const say = sayIn(ctx.locale);
  return table({
    id: 'chi-phi',
    caption: say(
      `Chi phí tuân thủ, ${number(dossiersPerYear(sheet))} hồ sơ một năm`,
      `Compliance cost, ${number(dossiersPerYear(sheet))} dossiers a year`,
    ),
    rowHeaders: true,
    columns: [
      { text: say('Phần', 'Part') },
      { text: say('Một hồ sơ', 'One dossier'), numeric: true },
      { text: say('Một năm', 'A year'), numeric: true },
    ],
    rows: [
      ...costByActivity(sheet)
        .filter(({ dossier, year }) => dossier > 0 || year > 0)
        .map(({ activity, dossier, year }) => [
          inLocale(activityWords[activity], ctx.locale),
          money(dossier),
          money(year),
        ]),
      [
        html`<strong>${say('Cộng', 'Total')}</strong>`,
        html`<strong>${money(costPerDossier(sheet))}</strong>`,
        html`<strong>${money(costPerYear(sheet))}</strong>`,
      ],
    ],
  });
}

/** Before and after, in money and in time. */
export function effectTable(ctx: PageCtx, effect: Effect): Html {
  const say = sayIn(ctx.locale);
  const row = (
    label: string,
    { before, after, saved, permille }: Change,
    words: (value: number) => string,
  ) => [label, words(before), words(after), words(saved), percent(permille)];
  const hours = (value: number) => (value < 0 ? `−${hoursInWords(-value, say)}` : hoursInWords(value, say));
  return table({
    id: 'hieu-qua',
    caption: say('Trước và sau', 'Before and after'),
    rowHeaders: true,
    columns: [
      { text: say('Tính theo', 'Of') },
      { text: say('Trước', 'Before'), numeric: true },
      { text: say('Sau', 'After'), numeric: true },
      { text: say('Giảm', 'Saved'), numeric: true },
      { text: say('Tỷ lệ giảm', 'Share'), numeric: true },
    ],
    rows: [
      row(say('Chi phí một hồ sơ', 'Cost of a dossier'), effect.dossier, money),
      row(say('Chi phí một năm', 'Cost of a year'), effect.year, money),
      row(say('Thời hạn một hồ sơ', 'Legal time of a dossier'), effect.legalHours, hours),
    ],
  });
}

/** What real dossiers asked of people. */
export function burdenView(ctx: PageCtx, measure: BurdenMeasure): Html {
  const say = sayIn(ctx.locale);
  const { dossiers } = measure;
  const given = abandonment(measure);
  return html`${summaryList({
    rows: [
      { label: say('Hồ sơ trong 12 tháng', 'Dossiers in 12 months'), value: number(dossiers) },
      {
        label: say('Nộp trực tuyến, 90 ngày qua', 'Filed online, last 90 days'),
        value: `${measure.onlineShare} %`,
      },
      {
        label: say('Câu hỏi phải trả lời, trung bình', 'Questions answered, on average'),
        value: tenths(averageTenths(measure.questions, dossiers)),
      },
      {
        label: say('Giấy tờ phải nộp, trung bình', 'Papers handed in, on average'),
        value: tenths(averageTenths(measure.documents, dossiers)),
      },
      {
        label: say('Hồ sơ bị yêu cầu bổ sung', 'Dossiers asked for more'),
        value: share(say, measure.supplemented, dossiers, measure.supplements),
      },
      {
        label: say('Bỏ dở khi khai trực tuyến', 'Given up while filling in online'),
        value: given === undefined ? '–' : percent(given),
      },
    ],
    locale: ctx.locale,
  })}${left(say, measure)}`;
}

const share = (say: Say, some: number, all: number, asked: number): string =>
  all === 0
    ? '–'
    : say(
        `${percent(Math.round((some * 1000) / all))} · ${number(asked)} lần yêu cầu`,
        `${percent(Math.round((some * 1000) / all))} · asked ${number(asked)} times`,
      );

function left(say: Say, { left: pages, leftAtStart }: BurdenMeasure): Html {
  const rows = [
    ...(leftAtStart > 0 ? [[say('Chưa trả lời trang nào', 'No page answered'), number(leftAtStart)]] : []),
    ...pages.filter(({ drafts }) => drafts > 0).map(({ title, drafts }) => [title, number(drafts)]),
  ];
  if (rows.length === 0)
    return notice({
      kind: 'info',
      title: say('Không có tờ khai nào bị bỏ dở quá bảy ngày.', 'No draft was left for more than a week.'),
    });
  return table({
    id: 'bo-do',
    caption: say('Tờ khai bỏ dở, theo trang cuối đã trả lời', 'Drafts given up, by the last page answered'),
    columns: [{ text: say('Trang', 'Page') }, { text: say('Tờ khai', 'Drafts'), numeric: true }],
    rows,
  });
}
