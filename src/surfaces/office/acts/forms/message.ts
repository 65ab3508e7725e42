import { radios, textarea } from '#design';
import { done, refused } from '#kernel/outcome';
import { html } from '#platform/html';
import { type ActForm, text } from '../act-form.ts';

/** Something that the plan waits for has come, outside of the system: a paper, a decision, a call. */
export const receiveMessage: ActForm = {
  lead: ({ say }) =>
    say('Hồ sơ đi tiếp ngay khi bạn ghi nhận.', 'The dossier goes on as soon as you record it.'),
  fields({ opened, typed, error }) {
    const { say, locale, view } = opened;
    const awaited = [...new Set((view.state.plan?.messages ?? []).map(({ message }) => message))];
    return html`${radios({
      name: 'viec-da-co',
      label: say('Đã có gì?', 'What has come?'),
      value: text(typed, 'viec-da-co') || awaited[0],
      error: error('viec-da-co'),
      options: awaited.map((message) => ({ value: message, text: message })),
      locale,
    })}${textarea({
      name: 'ghi-chu',
      label: say('Số văn bản, nơi gửi, ghi chú', 'Number, sender, note'),
      value: text(typed, 'ghi-chu'),
      error: error('ghi-chu'),
      rows: 3,
      required: false,
      locale,
    })}`;
  },
  input({ typed }) {
    const message = text(typed, 'viec-da-co');
    if (message === '') return refused({ code: 'message-missing', field: 'viec-da-co' });
    return done({ message, note: text(typed, 'ghi-chu') });
  },
  controls: { message: 'viec-da-co', note: 'ghi-chu' },
};
