import { unitKinds } from '#capabilities/organisations';
import { radios, select, textarea, textInput } from '#design';
import { done, refused } from '#kernel/outcome';
import { html } from '#platform/html';
import { type ActForm, text } from '../act-form.ts';

export const askOpinion: ActForm = {
  lead: ({ say }) =>
    say(
      'Đơn vị được hỏi thấy hồ sơ và có hạn trả lời riêng; hạn của hồ sơ vẫn chạy.',
      'The unit asked sees the dossier and has its own deadline; the dossier’s clock goes on.',
    ),
  fields: ({ opened, typed, error }) => {
    const { say, locale, directory, view } = opened;
    const units = directory
      .ofKind(...unitKinds.filter((kind) => !kind.endsWith('-centre')))
      .filter(({ id }) => id !== view.state.holder);
    return html`${select({
      name: 'don-vi',
      label: say('Hỏi đơn vị nào?', 'Which unit?'),
      options: units.map(({ id, name }) => ({ value: id, text: name })),
      value: text(typed, 'don-vi'),
      error: error('don-vi'),
      locale,
    })}${textarea({
      name: 'cau-hoi',
      label: say('Điều cần hỏi', 'Your question'),
      value: text(typed, 'cau-hoi'),
      error: error('cau-hoi'),
      locale,
    })}${textInput({
      name: 'so-ngay',
      label: say('Hạn trả lời', 'To be answered within'),
      suffix: say('ngày làm việc', 'working days'),
      inputMode: 'numeric',
      width: 's',
      value: text(typed, 'so-ngay') || '3',
      error: error('so-ngay'),
      locale,
    })}`;
  },
  input({ typed }) {
    if (text(typed, 'don-vi') === '') return refused({ code: 'unit-missing', field: 'don-vi' });
    return done({
      unit: text(typed, 'don-vi'),
      question: text(typed, 'cau-hoi'),
      days: text(typed, 'so-ngay'),
    });
  },
  controls: {
    unit: 'don-vi',
    question: 'cau-hoi',
    days: 'so-ngay',
    'own-unit': 'don-vi',
    'asked-already': 'don-vi',
  },
};

export const giveOpinion: ActForm = {
  lead: ({ view, say, actor, names }) => {
    const asked = view.state.opinions.find(
      ({ unit, answer }) => !answer && actor.posts.some((post) => post.unit === unit),
    );
    return asked ? html`<strong>${names.unit(asked.askedBy)}:</strong> ${asked.question}` : say('', '');
  },
  fields: ({ opened, typed, error }) => {
    const { say, locale, view, actor, names } = opened;
    const open = view.state.opinions.filter(
      ({ unit, answer }) => !answer && actor.posts.some((post) => post.unit === unit),
    );
    return html`${
      open.length > 1
        ? radios({
            name: 'cau-hoi',
            label: say('Trả lời câu hỏi nào?', 'Which question?'),
            value: text(typed, 'cau-hoi') || open[0]?.id,
            options: open.map(({ id, question, unit }) => ({
              value: id,
              text: question,
              hint: names.unit(unit),
            })),
            locale,
          })
        : html`<input type="hidden" name="cau-hoi" value="${open[0]?.id}">`
    }${radios({
      name: 'dong-y',
      label: say('Ý kiến của đơn vị bạn', 'What your unit says'),
      inline: true,
      value: text(typed, 'dong-y'),
      error: error('dong-y'),
      options: [
        { value: 'co', text: say('Đồng ý', 'Agrees') },
        { value: 'khong', text: say('Không đồng ý', 'Disagrees') },
      ],
      locale,
    })}${textarea({
      name: 'noi-dung',
      label: say('Nội dung trả lời', 'Your answer'),
      value: text(typed, 'noi-dung'),
      error: error('noi-dung'),
      locale,
    })}`;
  },
  input({ typed }) {
    const agrees = text(typed, 'dong-y');
    if (agrees !== 'co' && agrees !== 'khong') return refused({ code: 'opinion-missing', field: 'dong-y' });
    return done({ id: text(typed, 'cau-hoi'), text: text(typed, 'noi-dung'), agrees: agrees === 'co' });
  },
  controls: { text: 'noi-dung', agrees: 'dong-y' },
};
