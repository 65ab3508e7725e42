import { backTarget, isPlanned, openSteps } from '#capabilities/dossiers';
import { stepAfter, stepBefore } from '#capabilities/workflow';
import { radios, textarea } from '#design';
import { done, refused } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { roleNames } from '#surfaces/shared';
import { resultCard } from '../../dossier/matters.view.ts';
import type { Opened } from '../../dossier/open.ts';
import { approvalInput } from '../../signing/index.ts';
import { type ActForm, text } from '../act-form.ts';
import { reasonForm } from './reason.ts';

/** Name and place of the step before or after the present one. */
function stepName(
  { view, step, task, locale, names, say }: Opened,
  way: typeof stepAfter | typeof stepBefore,
): string {
  if (isPlanned(view.rules)) {
    const target = way === stepBefore && task && backTarget(view.rules, view.acts, task);
    return target ? `“${names.step(target.payload.step)}”` : say('bước trước', 'the step before');
  }
  const { definition, answers, facts } = view.rules;
  const found = step && way(definition.workflow, step.id, { answers, facts });
  if (!found) return say('bước trước', 'the step before');
  const unit = found.place === 'receiver' ? view.state.receiver : view.state.competent;
  return `“${inLocale(found.name, locale)}” (${inLocale(roleNames[found.role], locale)}, ${names.unit(unit)})`;
}

/** Where a plan leads to is known when the task is done: who else is still at work, and which way is open then. */
function leadOn(opened: Opened): string {
  const { view, step, say, locale } = opened;
  const name = step ? inLocale(step.name, locale) : '';
  const others = (view.state.plan?.tasks.length ?? 1) - 1;
  const beside =
    others > 0 ? say(` Còn ${others} việc khác đang làm song song.`, ` ${others} more go on beside it.`) : '';
  return say(`Kết thúc bước “${name}”.${beside}`, `Ends the step “${name}”.${beside}`);
}

export const finishStep: ActForm = {
  lead: (opened) =>
    isPlanned(opened.view.rules)
      ? leadOn(opened)
      : opened.say(
          `Hồ sơ sang ${stepName(opened, stepAfter)}.`,
          `The dossier goes to ${stepName(opened, stepAfter)}.`,
        ),
  fields: ({ opened, typed, error }) =>
    textarea({
      name: 'ghi-chu',
      label: opened.say('Lời nhắn cho bước sau', 'Note for the next step'),
      value: text(typed, 'ghi-chu'),
      error: error('ghi-chu'),
      rows: 3,
      required: false,
      locale: opened.locale,
    }),
  input: ({ typed }) => done({ note: text(typed, 'ghi-chu') }),
  controls: { note: 'ghi-chu' },
};

const backTo = (opened: Opened): string =>
  opened.say(
    `Hồ sơ trở về ${stepName(opened, stepBefore)}.`,
    `The dossier goes back to ${stepName(opened, stepBefore)}.`,
  );
const why = ({ say }: Opened): string => say('Lý do', 'Reason');

export const returnStep = reasonForm('return-step', { lead: backTo, label: why });
export const pullBack = reasonForm('pull-back', { lead: backTo, label: why });

export const assign: ActForm = {
  lead: ({ say, step, locale }) =>
    step
      ? say(
          `Bước “${inLocale(step.name, locale)}” do ${roleNames[step.role].vi} làm.`,
          `The step “${inLocale(step.name, locale)}” is done by a ${roleNames[step.role].en}.`,
        )
      : '',
  needsColleagues: true,
  fields: ({ opened, typed, error, colleagues }) =>
    radios({
      name: 'nguoi-nhan',
      label: opened.say('Giao cho ai?', 'To whom?'),
      error: error('nguoi-nhan'),
      value: text(typed, 'nguoi-nhan') || opened.view.state.assignee?.id,
      options: colleagues.map(({ officer, name, title, posts }) => ({
        value: officer,
        text: officer === opened.actor.officer ? opened.say(`${name} (bạn)`, `${name} (you)`) : name,
        hint: title || posts.map(({ role }) => inLocale(roleNames[role], opened.locale)).join(', '),
      })),
      locale: opened.locale,
    }),
  input({ typed, colleagues }) {
    const chosen = colleagues.find(({ officer }) => officer === text(typed, 'nguoi-nhan'));
    if (!chosen) return refused({ code: 'officer-missing', field: 'nguoi-nhan' });
    return done({ officer: chosen.officer, name: chosen.name });
  },
  controls: { officer: 'nguoi-nhan', name: 'nguoi-nhan' },
};

export const approveResult: ActForm = {
  lead: (opened) =>
    isPlanned(opened.view.rules)
      ? opened.say('Bạn ký duyệt dự thảo dưới đây.', 'You approve the draft below.')
      : opened.say(
          `Bạn ký duyệt dự thảo dưới đây; hồ sơ sang ${stepName(opened, stepAfter)}.`,
          `You approve the draft below; it goes to ${stepName(opened, stepAfter)}.`,
        ),
  fields: ({ opened }) => resultCard(opened),
  input: ({ ctx, doors, opened, round }) =>
    approvalInput(ctx, doors, { view: opened.view, task: opened.task?.id }, round),
  withPaper: true,
};

export const sendBackResult = reasonForm('send-back-result', {
  lead: (opened) => {
    const drafting = openSteps(opened.view.rules).find((step) => step.does === 'appraise');
    const name = drafting ? inLocale(drafting.name, opened.locale) : '';
    return opened.say(
      `Dự thảo bị hủy; hồ sơ về bước “${name}” để soạn lại.`,
      `The draft is dropped; the dossier goes back to “${name}”.`,
    );
  },
  label: why,
});
