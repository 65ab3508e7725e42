import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type MarkProps, mark } from './mark.ts';

export const markExamples = examplesOf(
  'mark',
  (props: MarkProps) => html`<div class="mc-gallery-lacquer">${mark(props)}</div>`,
  { 'on lacquer': { label: 'Một Cửa' } },
);
