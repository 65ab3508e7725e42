import type { ProcedureDraft } from '#capabilities/catalogue';
import { button, card, emptyState, keyHint, table, textInput } from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Hole, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { placesOf } from '../core/blocks.ts';
import { draftForm } from '../core/draft-form.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import type { Offered } from './shelf.ts';

export interface BlocksView {
  readonly offered: readonly Offered[];
  readonly typed: string;
}

export function blocksView(ctx: PageCtx, draft: ProcedureDraft, { offered, typed }: BlocksView): Html {
  const say = sayIn(ctx.locale);
  return html`<p>${say(
    'Một khối là nhóm câu hỏi viết một lần, đặt được nhiều chỗ trong tờ khai. Sửa khối một lần thì mọi chỗ đặt đổi theo.',
    'A block is a group of questions that is written once and placed as often as needed. Every place follows a change.',
  )}</p>${ownBlocks(ctx, draft, offered)}${card({ content: addForm(ctx, draft, typed) })}${otherBlocks(ctx, draft, offered)}`;
}

const post = (
  ctx: PageCtx,
  draft: ProcedureDraft,
  hidden: Readonly<Record<string, string>>,
  content: Hole,
): Html => draftForm(ctx, { draft, action: draftHref(draft.id, 'khoi'), hidden }, content);

function ownBlocks(ctx: PageCtx, draft: ProcedureDraft, offered: readonly Offered[]): Html {
  const say = sayIn(ctx.locale);
  const { definition } = draft.content;
  const entries = Object.entries(definition.blocks ?? {});
  if (entries.length === 0)
    return emptyState({
      title: say('Thủ tục này chưa có khối nào', 'This procedure has no block yet'),
      text: say('Hãy đặt tên cho khối đầu tiên, hoặc lấy của thủ tục khác.', 'Name the first, or take one.'),
    });
  return table({
    id: 'khoi',
    caption: say('Khối của thủ tục này', 'Blocks of this procedure'),
    rowHeaders: true,
    columns: [
      { text: say('Khối', 'Block') },
      { text: say('Số câu hỏi', 'Questions'), numeric: true },
      { text: say('Đặt ở', 'Placed at') },
      { text: say('Ở thủ tục khác', 'In other procedures') },
      { text: say('Việc', 'Acts') },
    ],
    rows: entries.map(([name, { title, questions }]) => {
      const href = `${draftHref(draft.id, 'to-khai')}?${new URLSearchParams({ khoi: name }).toString()}`;
      const places = placesOf(definition, name);
      const same = offered.filter((each) => each.name === name && each.here === 'same');
      return [
        html`<div data-row><a${attributes({ href })}>${inLocale(title, ctx.locale)}</a></div>`,
        String(questions.length),
        places.length === 0 ? say('chưa đặt ở đâu', 'nowhere yet') : places.join('; '),
        same.length === 0 ? '–' : say(`giống ở ${same.length} nơi`, `the same in ${same.length} places`),
        places.length === 0 &&
          post(
            ctx,
            draft,
            { _muc: name },
            button({ text: say('Bỏ khối', 'Remove the block'), name: '_lam', value: 'bo' }),
          ),
      ];
    }),
  });
}

const addForm = (ctx: PageCtx, draft: ProcedureDraft, typed: string): Html => {
  const say = sayIn(ctx.locale);
  return post(
    ctx,
    draft,
    {},
    html`${textInput({
      name: '_moi',
      label: say('Tên khối mới', 'Name of the new block'),
      value: typed,
      key: 'N',
      hint: keyHint({ keys: 'N' }),
      required: true,
    })}${button({ text: say('Thêm khối', 'Add the block'), kind: 'primary', name: '_lam', value: 'them' })}`,
  );
};

/** What is written elsewhere and not here, or otherwise than here. */
function otherBlocks(ctx: PageCtx, draft: ProcedureDraft, offered: readonly Offered[]): Html | false {
  const say = sayIn(ctx.locale);
  const others = offered.filter(({ here }) => here !== 'same');
  if (others.length === 0) return false;
  return table({
    id: 'khoi-noi-khac',
    caption: say('Khối của thủ tục khác', 'Blocks of other procedures'),
    rowHeaders: true,
    columns: [
      { text: say('Khối', 'Block') },
      { text: say('Thủ tục', 'Procedure') },
      { text: say('So với ở đây', 'Compared with here') },
      { text: say('Việc', 'Acts') },
    ],
    rows: others.map(({ from, procedure, drafted, name, block, here }) => [
      inLocale(block.title, ctx.locale),
      html`${procedure} <span class="mc-quiet">${from.replace(/\.soan$/, '')}${drafted && say(', bản đang soạn', ', draft')}</span>`,
      here === 'other' ? say('Khác nội dung', 'Differs') : say('Chưa có', 'Not here'),
      post(
        ctx,
        draft,
        { _tu: from, _muc: name },
        button({
          text:
            here === 'other'
              ? say('Thay bằng bản này', 'Replace by this one')
              : say('Lấy về dùng', 'Take it'),
          name: '_lam',
          value: 'lay',
        }),
      ),
    ]),
  });
}
