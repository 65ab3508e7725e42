import { z } from 'zod';
import {
  cataloguePermissions,
  effectOf,
  moveProposal,
  type Proposal,
  proposalMoves,
  simplification,
} from '#capabilities/catalogue';
import { button, buttonGroup, card, dateInput, notice, summaryList, textInput } from '#design';
import { allows } from '#kernel/actor';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { formatDate, formatDateTime, isPlainDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { dateOf, dateParts, postForm, textOf } from '../core/form.ts';
import { adminReply, officerOf } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { sentenceFor } from '../sentences.ts';
import { programmeHref, proposalHref, reviewHome, sheetHref } from './addresses.ts';
import { effectTable } from './cost.view.ts';
import { kindWords, stateWords } from './words.ts';

const path = `${reviewHome}/de-xuat/:id`;
const moves = { quyet: 'decided', 'hieu-luc': 'in-force', bac: 'rejected' } as const;

/** One proposal with its effect; a second person decides it, and says when it holds. */
export const proposalPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission: cataloguePermissions['catalogue.design'],
    audit: 'none',
    input: z.object({ id: z.uuid() }),
    handle: (ctx, { id }) => proposalReply(ctx, doors, id),
  }),
  definePage({
    method: 'POST',
    path,
    permission: cataloguePermissions['catalogue.publish'],
    audit: 'catalogue.move-proposal',
    input: z.object({
      id: z.uuid(),
      lam: z.enum(['quyet', 'hieu-luc', 'bac']),
      ban: z.coerce.number().int(),
    }),
    async handle(ctx, { id, lam, ban: revision }) {
      const moved = await moveProposal(ctx, id, {
        to: moves[lam],
        revision,
        decision: textOf(ctx.fields, 'quyet-dinh'),
        effectiveFrom: dateOf(ctx.fields, 'tu-ngay') ?? '',
      });
      return moved.ok
        ? redirectTo(`${proposalHref(id)}?xong=1`)
        : proposalReply(ctx, doors, id, moved.refusal);
    },
  }),
];

const targets: Readonly<Record<string, string>> = { decision: 'quyet-dinh', effectiveFrom: 'tu-ngay' };

async function proposalReply(ctx: PageCtx, doors: Doors, id: string, refusal?: Refusal): Promise<Reply> {
  const proposal = await simplification(ctx, id);
  if (!proposal) return problem('not-found');
  return adminReply(ctx, doors, {
    title: proposal.title,
    code: proposal.code,
    at: 'simplification',
    back: { href: sheetHref(proposal.code), text: proposal.name },
    main: html`${facts(ctx, proposal)}${effectTable(ctx, effectOf(proposal.before, proposal.after))}${decide(ctx, proposal, refusal)}`,
    refusal,
    target: targets[refusal?.field ?? ''],
  });
}

function facts(ctx: PageCtx, proposal: Proposal): Html {
  const say = sayIn(ctx.locale);
  const { kind, into_code: into, state, decision, effective_from: from, programme_id: programme } = proposal;
  return html`${summaryList({
    rows: [
      {
        label: say('Loại', 'Kind'),
        value: `${inLocale(kindWords[kind], ctx.locale)}${into === null ? '' : ` ${into}`}`,
      },
      { label: say('Tình trạng', 'State'), value: inLocale(stateWords[state], ctx.locale) },
      { label: say('Đề xuất lúc', 'Proposed'), value: formatDateTime(proposal.proposed_at) },
      ...(decision === '' ? [] : [{ label: say('Quyết định', 'Decision'), value: decision }]),
      ...(from !== null && isPlainDate(from)
        ? [{ label: say('Hiệu lực từ', 'Holds from'), value: formatDate(from) }]
        : []),
      ...(programme === null
        ? []
        : [
            {
              label: say('Chương trình', 'Programme'),
              value: html`<a${attributes({ href: programmeHref(programme) })}>${say('Mở chương trình', 'Open it')}</a>`,
            },
          ]),
    ],
    locale: ctx.locale,
  })}${proposal.text.split('\n').map((line) => html`<p>${line}</p>`)}`;
}

function decide(ctx: PageCtx, proposal: Proposal, refusal: Refusal | undefined): Html | false {
  const say = sayIn(ctx.locale);
  const { locale } = ctx;
  const possible = proposalMoves[proposal.state];
  if (possible.length === 0) return false;
  const own = proposal.proposed_by === officerOf(ctx).officer;
  if (own || !allows(ctx.actor, cataloguePermissions['catalogue.publish']))
    return notice({
      kind: 'info',
      title: say('Đề xuất này chờ người khác quyết định.', 'It waits for somebody else’s decision.'),
    });
  const error = (field: string) => (refusal?.field === field ? { error: sentenceFor(refusal, locale) } : {});
  const deciding = possible.includes('decided');
  return card({
    title: deciding ? say('Quyết định', 'Decide') : say('Đưa vào hiệu lực', 'Bring into force'),
    content: postForm(
      ctx,
      proposalHref(proposal.id),
      html`<input type="hidden" name="ban"${attributes({ value: String(proposal.revision) })}>${textInput({
        name: 'quyet-dinh',
        label: say('Số quyết định hoặc lý do', 'Decision or reason'),
        value: textOf(ctx.fields, 'quyet-dinh') || proposal.decision,
        required: true,
        locale,
        ...error('decision'),
      })}${
        deciding &&
        dateInput({
          name: 'tu-ngay',
          label: say('Hiệu lực từ', 'Holds from'),
          value: dateParts(ctx.fields, 'tu-ngay'),
          required: true,
          locale,
          ...error('effectiveFrom'),
        })
      }${buttonGroup([
        deciding
          ? button({
              text: say('Ghi là đã quyết định', 'Record as decided'),
              kind: 'primary',
              name: 'lam',
              value: 'quyet',
            })
          : button({
              text: say('Ghi là đã có hiệu lực', 'Record as in force'),
              kind: 'primary',
              name: 'lam',
              value: 'hieu-luc',
            }),
        button({ text: say('Không chấp nhận', 'Reject'), name: 'lam', value: 'bac' }),
      ])}`,
    ),
  });
}
