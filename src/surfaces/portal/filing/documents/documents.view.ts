import type { DocumentDemand } from '#capabilities/forms';
import { button, buttonGroup, notice, type TaskListItem, taskList } from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { type Say, sayIn } from '../../words/say.ts';
import { filingPage, type PageError, savedLine, stepOf } from '../core/frame.ts';
import type { OpenFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { documentsKey, stopBefore } from '../core/road.ts';
import { filesFor, registerName } from './demands.ts';

export interface DocumentsView {
  readonly filing: OpenFiling;
  readonly errors?: readonly PageError[];
  readonly back?: string | undefined;
}

/** All papers with the state of each; one page per paper takes its files. */
export function documentsView(
  ctx: PageCtx,
  doors: Doors,
  { filing, errors = [], back }: DocumentsView,
): Html {
  const { draft, demands, road } = filing;
  const say = sayIn(ctx.locale);
  const asked = demands.filter((demand) => demand.group !== 'note');
  const replaced = asked.filter((demand) => demand.replacedBy !== undefined);
  const open = asked.filter((demand) => demand.replacedBy === undefined);
  const toSubmit = open.filter((demand) => demand.group === 'submit');
  const toShow = open.filter((demand) => demand.group === 'show');
  const notes = demands.filter((demand) => demand.group === 'note');
  const title =
    toSubmit.length > 0
      ? say('Thêm giấy tờ', 'Add your papers')
      : say('Bạn không phải nộp giấy tờ nào', 'No papers to hand in');
  return filingPage(ctx, doors, {
    endTold: true,
    title,
    back:
      back === paths.fromCheck
        ? paths.check(draft.id)
        : (stopBefore(road, documentsKey)?.href ?? paths.tasks(draft.id)),
    above: stepOf(ctx, filing, documentsKey),
    errors,
    main: [
      html`<h1>${title}</h1>`,
      toSubmit.length > 0 && html`<p>${inLocale(doors.files.rule, ctx.locale)}</p>`,
      toSubmit.length > 0 && taskList({ items: toSubmit.map((demand) => item(ctx, filing, demand)) }),
      replaced.map((demand) => replacedView(ctx, demand)),
      toShow.length > 0 &&
        html`<section class="mc-stack"><h2>${say('Chỉ khi được yêu cầu', 'Only when asked')}</h2><p>${say(
          'Chưa cần nộp. Thêm ngay nếu có sẵn, để khỏi phải mang đến.',
          'Not needed now. Add them if they are at hand, to save a trip.',
        )}</p>${taskList({ items: toShow.map((demand) => item(ctx, filing, demand)) })}</section>`,
      notes.map((demand) =>
        notice({ kind: 'inset', content: inLocale(demand.name, ctx.locale), locale: ctx.locale }),
      ),
      html`<form method="post" novalidate${attributes({ action: paths.withReturn(paths.documents(draft.id), back) })}>${csrfField(ctx)}${buttonGroup(
        [
          button({ text: say('Tiếp tục', 'Continue'), kind: 'primary' }),
          button({ text: say('Lưu và thoát', 'Save and leave'), name: '_viec', value: 'thoat' }),
        ],
      )}</form>`,
      savedLine(ctx, draft.updated_at),
    ],
  });
}

function item(ctx: PageCtx, { draft }: OpenFiling, demand: DocumentDemand): TaskListItem {
  const say = sayIn(ctx.locale);
  const files = filesFor(draft, demand).length;
  const others = demand.alternatives.map((other) => inLocale(other.name, ctx.locale));
  const hints = [
    demand.hint && inLocale(demand.hint, ctx.locale),
    others.length > 0 && `${say('Hoặc', 'Or')}: ${others.join('; ')}.`,
    registersHint(say, ctx, demand),
  ].filter(Boolean);
  return {
    id: demand.id,
    text: inLocale(demand.name, ctx.locale),
    href: paths.document(draft.id, demand.id),
    ...(hints.length > 0 ? { hint: hints.join(' ') } : {}),
    status: statusOf(say, demand, files),
  };
}

const statusOf = (say: Say, demand: DocumentDemand, files: number): TaskListItem['status'] => {
  if (files > 0)
    return {
      text: say(`${files} tệp`, `${files} file${files === 1 ? '' : 's'}`),
      tone: 'jade',
      icon: 'check',
    };
  return demand.required && demand.group === 'submit'
    ? { text: say('Cần thêm', 'To add'), tone: 'amber' }
    : { text: say('Nếu có', 'If any'), tone: 'grey' };
};

/** Registers that may answer for a paper: said where the paper is asked, so that nobody hunts for it in vain. */
function registersHint(say: Say, ctx: PageCtx, { replaceableBy, group }: DocumentDemand): string | false {
  if (replaceableBy.length === 0 || group !== 'show') return false;
  const names = replaceableBy.map((id) => inLocale(registerName(id), ctx.locale)).join(', ');
  return say(`Cán bộ tra trong ${names} trước.`, `The officer looks into ${names} first.`);
}

function replacedView(ctx: PageCtx, demand: DocumentDemand): Html {
  const say = sayIn(ctx.locale);
  const register = inLocale(registerName(demand.replacedBy ?? ''), ctx.locale);
  return notice({
    kind: 'info',
    title: inLocale(demand.name, ctx.locale),
    content: say(
      `Bạn không phải nộp: chúng tôi đã lấy từ ${register}.`,
      `You need not hand it in: we took it from ${register}.`,
    ),
    locale: ctx.locale,
  });
}
