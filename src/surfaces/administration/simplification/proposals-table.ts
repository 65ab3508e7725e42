import { effectOf, type Proposal } from '#capabilities/catalogue';
import { table, tag } from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { number, sayIn } from '../core/say.ts';
import { proposalHref } from './addresses.ts';
import { kindWords, money, percent, stateWords } from './words.ts';

/** Proposals with what each saves a year. */
export function proposalsTable(ctx: PageCtx, proposals: readonly Proposal[]): Html {
  const say = sayIn(ctx.locale);
  return table({
    id: 'de-xuat',
    caption: say(`${number(proposals.length)} đề xuất`, `${number(proposals.length)} proposals`),
    columns: [
      { text: say('Đề xuất', 'Proposal') },
      { text: say('Thủ tục', 'Procedure') },
      { text: say('Loại', 'Kind') },
      { text: say('Giảm một năm', 'Saved a year'), numeric: true },
      { text: say('Tỷ lệ', 'Share'), numeric: true },
      { text: say('Tình trạng', 'State') },
    ],
    rows: proposals.map((each) => {
      const { year } = effectOf(each.before, each.after);
      const state = stateWords[each.state];
      return [
        html`<a${attributes({ href: proposalHref(each.id) })}>${each.title}</a>`,
        html`<span class="mc-code">${each.code}</span> ${each.name}`,
        inLocale(kindWords[each.kind], ctx.locale),
        money(year.saved),
        percent(year.permille),
        tag({ text: inLocale(state, ctx.locale), tone: state.tone, icon: 'dot' }),
      ];
    }),
  });
}
