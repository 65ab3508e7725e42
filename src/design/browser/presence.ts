import { say } from './page.ts';

const everyMs = 15_000;
const longestMs = 120_000;

/** Asks `[data-presence-url]` who else is here and shows the answer's text; asks less often while nobody answers. */
export function presence(element: HTMLElement): void {
  const address = element.dataset.presenceUrl ?? '';
  let wait = everyMs;
  async function ask(): Promise<void> {
    if (document.visibilityState === 'visible') {
      try {
        const answer = await fetch(address, { headers: { accept: 'text/plain' }, redirect: 'manual' });
        if (!answer.ok) throw new Error(String(answer.status));
        const text = answer.status === 204 ? '' : await answer.text();
        say(element, text);
        element.hidden = text === '';
        wait = everyMs;
        document.dispatchEvent(new Event('mc-reached'));
      } catch {
        wait = Math.min(wait * 2, longestMs);
      }
    }
    setTimeout(() => void ask(), wait);
  }
  void ask();
}
