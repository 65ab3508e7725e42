/** Courtesies of every page. Each page is complete without them; nothing here decides anything. */
import { autosave, guardUnsaved } from './autosave.ts';
import { watchFiles } from './files.ts';
import { all } from './page.ts';
import { sendOnce } from './send-once.ts';
import { sessionEnd } from './session-end.ts';

for (const form of all<HTMLFormElement>('form[method=post]')) sendOnce(form);
guardUnsaved();
for (const form of all<HTMLFormElement>('form[data-autosave]')) autosave(form);
for (const input of all<HTMLInputElement>('input[type=file]')) watchFiles(input);
for (const dialog of all<HTMLDialogElement>('dialog[data-session-keep]')) sessionEnd(dialog);
document.querySelector<HTMLElement>('[data-focus]')?.focus();
