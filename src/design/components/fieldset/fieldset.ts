import { attributes, type Hole, type Html, html } from '#platform/html';
import { classes } from '../../markup.ts';
import { errorOf, type FieldProps, hintOf, labelText, type Wiring, wiringOf } from '../field/field.ts';

/** Several controls that answer one question; `label` is the legend. */
export function fieldset(props: FieldProps, content: (wiring: Wiring) => Hole): Html {
  const wiring = wiringOf(props);
  const legend = props.pageHeading ? html`<h1>${labelText(props)}</h1>` : labelText(props);
  const given = attributes({
    class: classes('mc-fieldset mc-field', wiring.invalid && 'mc-field--error'),
    'aria-describedby': wiring.describedBy,
  });
  return html`<fieldset${given}><legend class="mc-label mc-legend">${legend}</legend>${hintOf(props, wiring)}${errorOf(
    props,
    wiring,
  )}${content(wiring)}</fieldset>`;
}
