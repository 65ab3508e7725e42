/** Where Ctrl + Z belongs to what is being typed, or to a drawing with steps of its own. */
const ownSteps =
  'input:not([type=checkbox], [type=radio], [type=hidden], [type=file]), textarea, select, [contenteditable], .djs-container, .dmn-js-parent, dialog';

/** Ctrl + Z takes the last step back, Ctrl + Shift + Z or Ctrl + Y does it again: the buttons of the page, pressed by key. */
export function stepKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    const redo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey);
    if (!redo && key !== 'z') return;
    if (event.target instanceof Element && event.target.closest(ownSteps)) return;
    const form = document.querySelector<HTMLFormElement>(redo ? 'form#lam-lai' : 'form#hoan-tac');
    if (!form) return;
    event.preventDefault();
    form.requestSubmit();
  });
}
