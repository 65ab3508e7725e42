/**
 * The diagram of a workflow as a courtesy: it draws the text of the page's own field and writes it back before the form is
 * sent. Without it the field itself is edited, and the table above says the same.
 */
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import './diagram.css';
import Modeler from 'bpmn-js/lib/Modeler.js';
import { writeBack } from '../../browser/write-back.ts';
import { panel } from './panel.ts';
import { translated } from './translated.ts';

async function draw(place: HTMLElement): Promise<void> {
  const field = document.querySelector<HTMLTextAreaElement>(`#${place.dataset['diagram'] ?? ''}`);
  const form = field?.form;
  if (!field || !form) return;
  // It measures the place it draws in.
  place.hidden = false;
  const modeler = new Modeler({
    container: place,
    // What we say on elements, as the reader on the server knows it.
    moddleExtensions: { mc: JSON.parse(place.dataset['words'] ?? '{}') },
    additionalModules: document.documentElement.lang === 'vi' ? [{ translate: ['value', translated] }] : [],
  });
  await modeler.importXML(field.value);
  const canvas = modeler.get<{
    zoom(to: string | number, around: string): number;
    scroll(by: { dx: number; dy: number }): void;
  }>('canvas');
  // Whole, and beside the tools: they stand at its left, on a narrow screen above it.
  const tools = place.querySelector('.djs-palette')?.getBoundingClientRect();
  const above = tools !== undefined && tools.width > tools.height;
  canvas.zoom(canvas.zoom('fit-viewport', 'auto') * 0.86, 'auto');
  canvas.scroll(above ? { dx: 0, dy: tools.height / 2 } : { dx: 70, dy: 0 });
  panel(modeler);

  writeBack(form, field, modeler);
}

// What cannot be drawn stays as text, and the table says what is wrong with it.
for (const place of document.querySelectorAll<HTMLElement>('[data-diagram]'))
  draw(place).catch(() => {
    place.hidden = true;
  });
