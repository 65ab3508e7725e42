import { attributes, type Html, html } from '#platform/html';
import { controlAttributes, type FieldProps, field } from '../field/field.ts';

export interface TextareaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
}

export const textarea = (props: TextareaProps): Html =>
  field(props, (wiring) => {
    const given = attributes({
      ...controlAttributes(props, wiring),
      class: 'mc-input mc-textarea',
      rows: props.rows ?? 4,
      maxlength: props.maxLength,
    });
    // A line break directly after the tag is eaten by the parser, so one is given to be eaten.
    return html`<textarea${given}>
${props.value}</textarea>`;
  });
