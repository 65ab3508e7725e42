import { all } from './page.ts';

/** After this a lost answer may be asked for again; the server knows a repeated key. */
const againMs = 20_000;

/** A form is sent once however often the button is pressed; waits for photos still being made smaller. */
export function sendOnce(form: HTMLFormElement): void {
  const buttons = () => all<HTMLButtonElement>('button', form).filter((button) => button.type === 'submit');
  const held = (hold: boolean) => {
    for (const button of buttons()) {
      if (hold) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    }
    if (!hold) delete form.dataset.sent;
  };
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent !== undefined) return event.preventDefault();
    if (form.dataset.busy !== undefined) {
      event.preventDefault();
      const { submitter } = event;
      form.addEventListener('mc-ready', () => form.requestSubmit(submitter), { once: true });
      return;
    }
    form.dataset.sent = '';
    held(true);
    setTimeout(() => held(false), againMs);
  });
  // Back from the next page by the browser's own memory of this one.
  addEventListener('pageshow', (event) => event.persisted && held(false));
}
