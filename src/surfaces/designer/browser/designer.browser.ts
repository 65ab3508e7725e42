/** Courtesies of the designer. Each page is complete without them; nothing here decides anything. */
import { completeNames } from './complete.ts';
import { dragRows } from './drag.ts';
import { stepKeys } from './steps.ts';

const all = <E extends Element>(selector: string): E[] => [...document.querySelectorAll<E>(selector)];

/** The page was built anew: what the act did is said once it stands, for a live region speaks only what changes. */
const saidAfterMs = 150;
setTimeout(() => {
  for (const line of all<HTMLElement>('[data-said]')) line.textContent = line.dataset['said'] ?? '';
}, saidAfterMs);

/** Where the keys go on: the row that was moved, the field that a new question needs. The page stays where what was said is seen. */
function leadTo(target: HTMLElement): void {
  target.focus({ preventScroll: true });
  const list = target.closest('.mc-bench > :first-child');
  if (list && list.scrollHeight > list.clientHeight)
    list.scrollTop +=
      target.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 2;
  const { top, bottom } = target.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) target.scrollIntoView({ block: 'nearest' });
}
const next = document.querySelector<HTMLElement>('[data-focus-on]')?.dataset['focusOn'];
const target = next ? document.getElementById(next) : null;
if (target) leadTo(target);

for (const box of all<HTMLElement>('[data-dropping]')) dragRows(box);
stepKeys();
completeNames(all<HTMLElement>('[data-logic]'), all<HTMLElement>('[data-offer]'));

/** Ctrl + Enter saves from within a field, where single keys are letters. */
for (const form of all<HTMLFormElement>('form[data-unsaved]'))
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector<HTMLButtonElement>('button.mc-button--primary'));
  });
