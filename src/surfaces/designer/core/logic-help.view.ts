import type { ProcedureDefinition } from '#capabilities/forms';
import { details } from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { questionsKnown } from './logic-check.ts';
import type { Address } from './place.ts';
import { sayIn } from './say.ts';

const examples: readonly (readonly [text: string, vi: string, en: string])[] = [
  ['coCha = true', 'trả lời Có', 'answered Yes'],
  ['soBan >= 2', 'từ 2 trở lên', 'two or more'],
  ['email != null', 'đã trả lời', 'answered'],
  ['quanHe in ("me", "cha")', 'là một trong các lựa chọn', 'one of the choices'],
  ['age on(ngaySinh, fact.today) < 18', 'chưa đủ 18 tuổi hôm nay', 'under 18 today'],
  ['fact.channel = "online"', 'nộp trực tuyến', 'filed online'],
  ['not(coCha = true) or soBan > 3', 'ghép nhiều điều kiện', 'several conditions'],
];

/**
 * The words of conditions, with what may be named here. The script offers the same while one types, and puts what is pressed into the
 * condition that was last worked on; without it the list is read.
 */
export function logicHelp(ctx: PageCtx, definition: ProcedureDefinition, before?: Address): Html {
  const say = sayIn(ctx.locale);
  const offered = (name: string, words: string, text = name): Html =>
    html`<code${attributes({ 'data-offer': text, 'data-words': words })}>${name}</code>`;
  const questions = questionsKnown(definition, before).filter(
    ({ id }) => before === undefined || id !== before,
  );
  return details({
    summary: say('Cách ghi điều kiện, và mã của các câu hỏi', 'How to write conditions; ids of questions'),
    content: html`<p>${say(
      'So sánh bằng =, !=, <, <=, >, >=, in (…). Nối bằng and, or, not(…). Chữ đặt trong ngoặc kép.',
      'Compare with =, !=, <, <=, >, >=, in (…). Join with and, or, not(…). Text stands in quotes.',
    )}</p><dl class="mc-facts">${examples.map(
      ([text, vi, en]) => html`<div><dt>${say(vi, en)}</dt><dd><code>${text}</code></dd></div>`,
    )}</dl><h3>${say('Câu hỏi được nhắc tới', 'Questions to name')}</h3><dl class="mc-facts">${questions.map(
      ({ id, label, options = [] }) =>
        html`<div><dt>${inLocale(label, ctx.locale)}</dt><dd>${offered(id, inLocale(label, ctx.locale))}${
          options.length > 0 &&
          html`: ${options.slice(0, 30).map((option, index) => [index > 0 && ', ', offered(`"${option.value}"`, inLocale(option.label, ctx.locale))])}`
        }</dd></div>`,
    )}</dl><p hidden>${[
      offered('fact.channel', say('kênh nộp', 'way of filing')),
      offered('fact.today', say('hôm nay', 'today')),
      offered('fact.representing', say('nộp cho ai', 'filed for whom')),
      offered('age on', say('tuổi theo một ngày sinh', 'age by a birth date'), 'age on('),
      offered('days since', say('số ngày kể từ', 'days since'), 'days since('),
    ]}</p>`,
  });
}
