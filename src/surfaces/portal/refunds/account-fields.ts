import { banks } from '#capabilities/payments';
import { select, textInput } from '#design';
import type { Refusal } from '#kernel/outcome';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { Say } from '../words/say.ts';
import { controls, textOf } from './fields.ts';
import { refundSentence } from './words.ts';

/** Bank, number and holder of the account that the money shall go to. */
export function accountFields(ctx: PageCtx, say: Say, refusal: Refusal | undefined, typed: boolean): Html {
  const { locale, actor } = ctx;
  const common = (field: 'bin' | 'number' | 'holder', label: string) => ({
    name: controls[field] ?? field,
    label,
    locale,
    value: typed ? textOf(ctx, controls[field] ?? field) : '',
    ...(refusal?.field === field ? { error: refundSentence(refusal, locale) } : {}),
  });
  const holder = common('holder', say('Chủ tài khoản', 'Holder of the account'));
  return html`${select({
    ...common('bin', say('Ngân hàng nhận tiền', 'Bank')),
    options: banks.map(({ bin, name }) => ({ value: bin, text: name })),
  })}${textInput({
    ...common('number', say('Số tài khoản', 'Account number')),
    inputMode: 'numeric',
    autocomplete: 'off',
    width: 'l',
    code: true,
  })}${textInput({
    ...holder,
    value: actor.kind === 'citizen' && !typed ? actor.name : holder.value,
    autocomplete: 'name',
    hint: say('Viết như tên ở ngân hàng.', 'As the bank has it.'),
  })}`;
}
