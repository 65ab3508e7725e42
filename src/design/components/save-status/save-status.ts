import type { Locale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { wordsOf } from '../../words.ts';

export interface SaveStatusProps {
  /** What is true when the page opens: "Đã lưu lúc 09:41." or how long the page stays valid. */
  readonly text: string;
  /** `{time}` becomes the time of the last save. */
  readonly saved?: string | undefined;
  readonly saving?: string | undefined;
  readonly failed?: string | undefined;
  readonly locale?: Locale | undefined;
}

/** The state of saving, in words; enhance.browser.ts keeps it true and raises the alarm beside it. */
export function saveStatus({ text, saved, saving, failed, locale }: SaveStatusProps): Html {
  const words = wordsOf(locale);
  const given = attributes({
    'data-saving': saving ?? words.saving,
    'data-saved': saved ?? words.saved,
    'data-failed': failed ?? words.saveFailed,
  });
  return html`<div class="mc-save"><p role="status" data-save-status${given}>${text}</p><div role="alert" data-save-alarm></div></div>`;
}
