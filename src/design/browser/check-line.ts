import { all, say } from './page.ts';

const pauseMs = 500;

/**
 * `[data-check="/address"]` holds a field and `[data-verdict]`: what is typed is asked there as `?chu=`, and the plain text of the
 * answer is shown. Without an answer nothing is said; the server judges again when the form is sent.
 */
export function checkLines(): void {
  for (const box of all<HTMLElement>('[data-check]')) {
    const field = box.querySelector<HTMLTextAreaElement>('textarea, input');
    const verdict = box.querySelector('[data-verdict]');
    let timer = 0;
    field?.addEventListener('input', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void ask(box.dataset['check'] ?? '', field, verdict), pauseMs);
    });
  }
}

async function ask(
  address: string,
  field: HTMLTextAreaElement | HTMLInputElement,
  verdict: Element | null,
): Promise<void> {
  const typed = field.value;
  try {
    const answer = await fetch(
      `${address}${address.includes('?') ? '&' : '?'}chu=${encodeURIComponent(typed)}`,
    );
    if (answer.ok && field.value === typed) say(verdict, await answer.text());
  } catch {
    say(verdict, '');
  }
}
