import { all, say } from './page.ts';

const quietMs = 2000;
const retryMs = 15_000;

const clockText = (): string =>
  new Intl.DateTimeFormat('vi-VN', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date());

/** The form's fields without its files: those are sent with the form itself. */
function textsOf(form: HTMLFormElement): URLSearchParams {
  const texts = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') texts.append(name, value);
  return texts;
}

/** A redirect means the sign-in page, and that saved nothing. */
async function post(form: HTMLFormElement): Promise<boolean> {
  // What the button sends says more: what is on its way beside it must not come after it.
  const given = new AbortController();
  const giveUp = () => given.abort();
  form.addEventListener('submit', giveUp, { once: true });
  try {
    const answer = await fetch(form.dataset.autosave || form.action, {
      method: 'POST',
      body: textsOf(form),
      headers: { accept: 'application/json', 'x-autosave': '1' },
      credentials: 'same-origin',
      redirect: 'manual',
      signal: given.signal,
    });
    return answer.ok;
  } catch {
    return false;
  } finally {
    form.removeEventListener('submit', giveUp);
  }
}

/**
 * `form[data-autosave]` (its value: the address, else the form's own) is posted with its CSRF field 2 s after the last
 * key and on every change. The state stands in `[data-save-status]`, a failure as an alert in `[data-save-alarm]`.
 */
export function autosave(form: HTMLFormElement): void {
  const status = document.querySelector<HTMLElement>('[data-save-status]');
  const alarm = document.querySelector('[data-save-alarm]');
  const words = status?.dataset ?? {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changes = 0;
  let saving = false;

  async function save(): Promise<void> {
    clearTimeout(timer);
    if (saving || form.dataset.dirty === undefined || form.dataset.sent !== undefined) return;
    saving = true;
    const before = changes;
    say(status, words.saving ?? '');
    const saved = await post(form);
    saving = false;
    if (form.dataset.sent !== undefined) return;
    if (!saved) {
      say(status, '');
      say(alarm, words.failed ?? '');
      timer = setTimeout(() => void save(), retryMs);
      return;
    }
    document.dispatchEvent(new Event('mc-reached'));
    say(alarm, '');
    say(status, (words.saved ?? '').replace('{time}', clockText()));
    if (before === changes) delete form.dataset.dirty;
    else timer = setTimeout(() => void save(), quietMs);
  }

  const soon = (wait: number) => () => {
    changes++;
    clearTimeout(timer);
    timer = setTimeout(() => void save(), wait);
  };
  form.addEventListener('input', soon(quietMs));
  form.addEventListener('change', soon(100));
  addEventListener('online', () => void save());
}

/** Marks a form as changed, and asks before leaving it while something is unsaved. */
export function guardUnsaved(): void {
  for (const form of all<HTMLFormElement>('form[data-autosave],form[data-unsaved]'))
    form.addEventListener('input', () => {
      form.dataset.dirty = '';
    });
  addEventListener('beforeunload', (event) => {
    if (document.querySelector('form[data-dirty]:not([data-sent])')) event.preventDefault();
  });
}
