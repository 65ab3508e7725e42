import { select, textarea } from '#design';
import { done } from '#kernel/outcome';
import { type Hole, html } from '#platform/html';
import type { Opened } from '../../dossier/open.ts';
import type { OfficerIntent } from '../../words/acts.ts';
import { type ActForm, type FormView, type Typed, text } from '../act-form.ts';
import { reasonPhrases } from '../phrases.ts';

/** A ready sentence, free words, or both; they go together as they stand. */
export const reasonOf = (typed: Typed): string =>
  [text(typed, 'cau-mau'), text(typed, 'ly-do')].filter((part) => part.trim() !== '').join('\n');

export function reasonFields({ opened, typed, error }: FormView, intent: OfficerIntent, label: string): Hole {
  const { say, locale } = opened;
  const phrases = reasonPhrases(intent);
  return html`${
    phrases.length > 0 &&
    select({
      name: 'cau-mau',
      label: say('Câu mẫu', 'Ready sentence'),
      hint: say(
        'Chọn câu mẫu, viết thêm bên dưới, hoặc chỉ viết.',
        'Choose one, add to it below, or only write.',
      ),
      options: phrases.map((phrase) => ({ value: phrase, text: phrase })),
      value: text(typed, 'cau-mau'),
      emptyText: say('Không dùng câu mẫu', 'None'),
      required: false,
      locale,
    })
  }${textarea({
    name: 'ly-do',
    label,
    value: text(typed, 'ly-do'),
    error: error('ly-do'),
    rows: 4,
    locale,
  })}`;
}

interface Words {
  readonly lead: (opened: Opened) => Hole;
  readonly label: (opened: Opened) => string;
  readonly warning?: boolean;
}

/** The page of an act that needs a reason and nothing else. */
export const reasonForm = (intent: OfficerIntent, { lead, label, warning = false }: Words): ActForm => ({
  lead,
  fields: (view) => reasonFields(view, intent, label(view.opened)),
  input: ({ typed }) => done({ reason: reasonOf(typed) }),
  controls: { reason: 'ly-do' },
  warning,
});
