import { say } from './page.ts';

const warnBeforeMs = 5 * 60_000;
const lookEveryMs = 10_000;
const shared = 'mc-session-until';

/** Tabs share one session: the last word of any of them counts. */
function remember(until: number): void {
  try {
    localStorage.setItem(shared, String(until));
  } catch {}
}
function recall(): number {
  try {
    return Number(localStorage.getItem(shared));
  } catch {
    return 0;
  }
}

const clock = (at: number): string =>
  new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/**
 * `dialog[data-session-keep]` opens five minutes before the session ends; its button asks the server, which keeps it.
 * Whatever else reaches the server (a draft saved by itself) says so with the event `mc-reached`.
 */
export function sessionEnd(dialog: HTMLDialogElement): void {
  const { left, most, text = '', kept = '', failed = '', over = '', sessionKeep = '' } = dialog.dataset;
  if (left === undefined) return;
  const line = dialog.querySelector('[role=status]');
  const button = dialog.querySelector('button');
  const said = document.querySelector('[data-session-said]');
  const opened = Date.now();
  let until = opened + Number(left);
  let asked = 0;
  remember(until);

  const keepUntil = (next: number): void => {
    until = Math.min(next, opened + Number(most));
    remember(until);
  };
  const look = (): void => {
    until = recall() || until;
    const rest = until - Date.now();
    if (rest > warnBeforeMs) {
      if (dialog.open) dialog.close();
      return;
    }
    // Once before the end and once at it; who closed the first is not asked again.
    const moment = rest > 0 ? until : -until;
    if (asked === moment) return;
    asked = moment;
    say(line, rest > 0 ? text.replace('{time}', clock(until)) : over);
    if (button) button.hidden = rest <= 0;
    if (!dialog.open) dialog.showModal();
  };
  async function stay(): Promise<void> {
    try {
      const answer = await fetch(sessionKeep, {
        headers: { accept: 'application/json' },
        credentials: 'same-origin',
        redirect: 'manual',
      });
      if (!answer.ok) throw new Error(String(answer.status));
      keepUntil(Date.now() + Number((await answer.json()).left));
      // At the longest a session may last it cannot be kept further: the time is said, and not asked again.
      asked = until;
      dialog.close();
      say(said, kept.replace('{time}', clock(until)));
    } catch {
      say(line, failed);
    }
  }
  button?.addEventListener('click', () => void stay());
  document.addEventListener('mc-reached', () => keepUntil(Date.now() + Number(left)));
  setInterval(look, lookEveryMs);
  look();
}
