/**
 * The decision tables as a courtesy: dmn-js draws the text of the page's own field and writes it back before the form is sent.
 * Without it the field itself is edited, and the plain tables say the same.
 */
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';
import './decisions.css';
import Modeler, { type View } from 'dmn-js/lib/Modeler.js';
import { writeBack } from '../../browser/write-back.ts';
import { translated } from './translated.ts';

/** One button for each table of the file; the open one is pressed. */
function showViews(place: HTMLElement, modeler: Modeler): void {
  const open = modeler.getActiveView();
  place.replaceChildren(
    ...modeler.getViews().map((view: View) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'mc-button mc-button--secondary';
      button.textContent = view.name ?? view.id;
      button.setAttribute('aria-pressed', String(view.id === open?.id));
      button.addEventListener('click', () => void modeler.open(view));
      return button;
    }),
  );
  place.hidden = false;
}

async function draw(place: HTMLElement): Promise<void> {
  const field = document.querySelector<HTMLTextAreaElement>(`#${place.dataset['dmn'] ?? ''}`);
  const form = field?.form;
  if (!field || !form) return;
  // It measures the place it draws in.
  place.hidden = false;
  const words =
    document.documentElement.lang === 'vi'
      ? { additionalModules: [{ translate: ['value', translated] }] }
      : {};
  const modeler = new Modeler({
    container: place,
    drd: words,
    decisionTable: words,
    literalExpression: words,
  });
  await modeler.importXML(field.value);
  const views = document.querySelector<HTMLElement>('[data-dmn-views]');
  if (views) {
    showViews(views, modeler);
    modeler.on('views.changed', () => showViews(views, modeler));
  }

  writeBack(form, field, modeler);
}

// What cannot be drawn stays as text.
for (const place of document.querySelectorAll<HTMLElement>('[data-dmn]'))
  draw(place).catch(() => {
    place.hidden = true;
  });
