import type { Draft, DraftChange } from '#capabilities/dossiers';
import {
  type Answers,
  type AnswerValue,
  type Facts,
  openQuestions,
  type Page,
  type ProcedureDefinition,
  type Question,
} from '#capabilities/forms';

/** Begins with a sign that no page of a definition may have in its id. */
export const deliveryKey = '@nhan-ket-qua';

export const ways = {
  electronic: { vi: 'Bản điện tử', en: 'Electronic result' },
  counter: { vi: 'Nhận tại nơi nhận hồ sơ', en: 'Collect it at the receiving centre' },
  post: { vi: 'Gửi qua bưu chính', en: 'By post' },
} as const;

const way: Question = {
  id: 'cach',
  type: 'choice',
  label: { vi: 'Cách nhận kết quả', en: 'How to get the result' },
  required: true,
  options: [
    {
      value: 'electronic',
      label: ways.electronic,
      hint: { vi: 'Xem và tải về trong Giấy tờ của tôi.', en: 'See and download it under My papers.' },
    },
    {
      value: 'counter',
      label: ways.counter,
      hint: { vi: 'Mang theo giấy tờ tùy thân.', en: 'Bring your identity paper.' },
    },
    {
      value: 'post',
      label: ways.post,
      hint: { vi: 'Cước do bưu chính thu khi phát.', en: 'The carrier collects its own charge.' },
    },
  ],
};
const address: Question = {
  id: 'diaChi',
  type: 'text',
  label: { vi: 'Địa chỉ nhận', en: 'Address to send it to' },
  hint: { vi: 'Số nhà, đường, ấp hoặc khóm, xã, tỉnh.', en: 'House, street, hamlet, commune, province.' },
  required: true,
  if: { q: 'cach', is: 'post' },
  maxLength: 300,
  prefill: 'person.addressInWords',
};
const phone: Question = {
  id: 'dienThoai',
  type: 'phone',
  label: { vi: 'Số điện thoại để báo tin', en: 'Phone number for notices' },
  required: true,
  prefill: 'person.phone',
};
const email: Question = {
  id: 'email',
  type: 'email',
  label: { vi: 'Thư điện tử để báo tin', en: 'E-mail for notices' },
  required: false,
  prefill: 'person.email',
};

export interface Answered {
  readonly definition: ProcedureDefinition;
  readonly answers: Answers;
  readonly facts: Facts;
}

/** The answer that the form itself already holds for a source key, so that nobody is asked twice. */
export function answered({ definition, answers, facts }: Answered, source: string): AnswerValue | undefined {
  for (const page of definition.form.pages)
    for (const question of page.questions) {
      const value = answers[question.id];
      if (question.prefill !== source || value === undefined) continue;
      if (openQuestions(ofTheFiler(question), answers, facts).length > 0) return value;
    }
  return undefined;
}

/** `prefillIf` says of whom a question asks: of the one who files, or of somebody else. */
const ofTheFiler = (question: Question): Page => ({
  id: question.id,
  title: question.label,
  questions: [
    {
      id: question.id,
      type: question.type,
      label: question.label,
      ...(question.prefillIf && { if: question.prefillIf }),
    },
  ],
});

/** How the result comes back, and where to send word unless the form asked that. */
export const deliveryPage = (filing: Answered): Page => ({
  id: deliveryKey,
  title: { vi: 'Bạn muốn nhận kết quả thế nào?', en: 'How do you want to get the result?' },
  questions: [
    way,
    address,
    ...(answered(filing, 'person.phone') === undefined ? [phone] : []),
    ...(answered(filing, 'person.email') === undefined ? [email] : []),
  ],
});

export function deliveryAnswers({ delivery, facts }: Pick<Draft, 'delivery' | 'facts'>): Answers {
  const { phone: number, email: mail } = facts.contact ?? {};
  return {
    ...(delivery.way ? { cach: delivery.way } : {}),
    ...(delivery.address ? { diaChi: delivery.address } : {}),
    ...(number ? { dienThoai: number } : {}),
    ...(mail ? { email: mail } : {}),
  };
}

const isWay = (value: unknown): value is keyof typeof ways =>
  typeof value === 'string' && Object.hasOwn(ways, value);

export function deliveryChange(answers: Answers): DraftChange {
  const text = (id: string) => (typeof answers[id] === 'string' ? answers[id] : '');
  return {
    delivery: { ...(isWay(answers['cach']) ? { way: answers['cach'] } : {}), address: text('diaChi') },
    facts: {
      contact: {
        ...(text('dienThoai') ? { phone: text('dienThoai') } : {}),
        ...(text('email') ? { email: text('email') } : {}),
      },
    },
  };
}
