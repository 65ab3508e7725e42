import { button, buttonLink, details } from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { sentenceFor } from '../sentences.ts';
import { type OfficerIntent, officerActs } from '../words/acts.ts';
import { type Actions, actionsOf } from './actions.ts';
import type { Opened } from './open.ts';

/** Acts that need nothing said: one stroke on the dossier's page does them. */
const atOnce: readonly OfficerIntent[] = ['take-over', 'resume'];
/** So many stand beside the title; the rest in a row of their own. */
const besideTitle = 1;

interface Props {
  readonly opened: Opened;
  readonly from: string;
  readonly hidden: Html;
}

function actButton({ opened, from, hidden }: Props, intent: OfficerIntent, primary: boolean): Html {
  const { slug, name, key } = officerActs[intent];
  const looks = {
    text: inLocale(name, opened.locale),
    key,
    kind: primary ? ('primary' as const) : ('secondary' as const),
  };
  const href = opened.at.act(slug, from);
  // In a try-out the page of the act is looked at, and nothing is done.
  if (opened.tried || !atOnce.includes(intent)) return buttonLink({ ...looks, href });
  return html`<form method="post"${attributes({ action: href })}>${hidden}<input type="hidden" name="expectedSeq"${attributes(
    { value: opened.view.state.seq },
  )}>${button(looks)}</form>`;
}

/** Beside the title: the next act, filled, and the likeliest other. */
export function actionButtons(props: Props): readonly Html[] {
  const { next, others } = actionsOf(props.opened);
  return [
    ...others.slice(0, besideTitle).map((intent) => actButton(props, intent, false)),
    ...(next === undefined ? [] : [actButton(props, next, true)]),
  ];
}

/** Below the title: every other act that is possible, and why the rest is not. */
export function otherActions(props: Props): Html {
  const { opened } = props;
  const { say } = opened;
  const actions = actionsOf(opened);
  const rest = actions.others.slice(besideTitle);
  return html`<div class="mc-row">${rest.map((intent) => actButton(props, intent, false))}${details({
    summary: say(
      `Vì sao chưa làm được ${actions.impossible.length} việc khác?`,
      `Why can ${actions.impossible.length} other things not be done?`,
    ),
    content: impossibleList(opened, actions),
  })}</div>`;
}

const impossibleList = ({ view, step, locale }: Opened, { impossible }: Actions): Html =>
  html`<div class="mc-grid">${impossible.map(({ intent, code }) =>
    button({
      text: inLocale(officerActs[intent].name, locale),
      id: `chua-${officerActs[intent].slug}`,
      type: 'button',
      disabledReason: sentenceFor({ code }, locale, { state: view.state, step }),
    }),
  )}</div>`;
