import type { LocalText } from '#kernel/text';

export type DifferenceKind = 'question' | 'rule' | 'document' | 'fee' | 'step' | 'time' | 'text' | 'template';

/** One thing that is other than before, named by what people call it. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** Path by ids: `form.questions.hoTen.label`; the same in both contents, wherever the thing stands. */
  readonly at: string;
  /** Its label, name or title (of the new content, if it is still there). */
  readonly what: LocalText;
  /** Which of its properties changed. */
  readonly part?: string;
  /**
   * The property's value, absent where there was none. Texts are LocalText, conditions are Conditions; of a move it is the title
   * of the page, or the place in the list counted from 1.
   */
  readonly before?: unknown;
  readonly after?: unknown;
}
