import type { LoadedDossier } from '#capabilities/dossiers';
import { type PostedFields, readPage } from '#capabilities/forms';
import type { Contact } from '#capabilities/identity';
import { button, errorSummary, textInput } from '#design';
import { inLocale } from '#kernel/text';
import { localDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { sayIn } from '../words/say.ts';

const names = { phone: 'dien-thoai', email: 'email' } as const;
export type Typed = Readonly<Record<keyof Contact, string>>;
export type Faults = Partial<Record<keyof Contact, string>>;

const asPage = (phoneRequired: boolean) => {
  const label = { vi: '' };
  return {
    id: 'lien-lac',
    title: label,
    questions: [
      { id: names.phone, type: 'phone', label, required: phoneRequired },
      { id: names.email, type: 'email', label, required: false },
    ],
  } as const;
};

export interface ReadContact {
  readonly typed: Typed;
  readonly contact: Contact;
  readonly faults: Faults;
}

const textOf = (fields: PostedFields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value.slice(0, 300) : '';
};

/** Reads a posted contact as forms read theirs, with their sentences. */
export function readContact(ctx: PageCtx, doors: Doors, phoneRequired: boolean): ReadContact {
  const today = localDate(ctx.clock.now());
  const { answers, errors } = readPage(
    asPage(phoneRequired),
    ctx.fields,
    {},
    { today, lists: doors.services.lists },
  );
  const valueOf = (name: string): string | null => {
    const value = answers[name];
    return typeof value === 'string' ? value : null;
  };
  const faultOf = (name: string): string | undefined => {
    const found = errors.find(({ field }) => field === name);
    return found && inLocale(found.message, ctx.locale);
  };
  const [phone, email] = [faultOf(names.phone), faultOf(names.email)];
  return {
    typed: { phone: textOf(ctx.fields, names.phone), email: textOf(ctx.fields, names.email) },
    contact: { phone: valueOf(names.phone), email: valueOf(names.email) },
    faults: { ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) },
  };
}

export interface ContactForm {
  readonly action: string;
  readonly title: string;
  readonly lead: string;
  readonly typed: Typed;
  readonly faults?: Faults;
  readonly phoneRequired: boolean;
}

/** One form for both: where to reach me, and where to reach me about one dossier. */
export function contactForm(ctx: PageCtx, form: ContactForm): Html {
  const say = sayIn(ctx.locale);
  const { locale } = ctx;
  const { typed, faults = {} } = form;
  const errors = (['phone', 'email'] as const).flatMap((part) => {
    const text = faults[part];
    return text === undefined ? [] : [{ text, target: names[part] }];
  });
  return html`${errors.length > 0 && errorSummary({ errors, locale })}<h1>${form.title}</h1><p>${form.lead}</p><form method="post" action="${form.action}" novalidate class="mc-stack">${csrfField(ctx)}${textInput(
    {
      name: names.phone,
      label: say('Số điện thoại', 'Phone number'),
      type: 'tel',
      inputMode: 'tel',
      autocomplete: 'tel',
      value: typed.phone,
      error: faults.phone,
      required: form.phoneRequired,
      width: 'l',
      locale,
    },
  )}${textInput({
    name: names.email,
    label: say('Thư điện tử', 'E-mail'),
    hint: say('Tin về hồ sơ được gửi tới đây.', 'News of your dossiers is sent here.'),
    type: 'email',
    autocomplete: 'email',
    spellcheck: false,
    value: typed.email,
    error: faults.email,
    required: false,
    locale,
  })}${button({ text: say('Lưu', 'Save'), kind: 'primary' })}</form>`;
}

/** What stands with the dossier now. */
export const contactOf = ({ applicant }: Pick<LoadedDossier, 'applicant'>): Typed => {
  const said = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { phone: said(applicant['phone']), email: said(applicant['email']) };
};
