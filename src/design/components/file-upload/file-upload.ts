import { attributes, type Hole, type Html, html } from '#platform/html';
import { controlAttributes, type FieldProps, field } from '../field/field.ts';
import { icon } from '../icon/icon.ts';

export interface FileUploadProps extends FieldProps {
  /** The rule, shown before anybody chooses: "Ảnh hoặc PDF, tối đa 10 MB". */
  readonly rule: string;
  /** `image/*,application/pdf` */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  /** Opens the rear camera on a phone; leave out to let the person choose. */
  readonly capture?: 'environment' | 'user' | undefined;
  /** Bytes. The browser refuses early with `tooBigText`; the server decides. */
  readonly maxBytes?: number | undefined;
  readonly tooBigText?: string | undefined;
  /** Bytes. A larger photo is made smaller before it is sent. */
  readonly shrinkTo?: number | undefined;
  /** Files already kept: name, size in words, a link to remove. */
  readonly kept?:
    | readonly { readonly name: string; readonly note?: string; readonly action?: Hole }[]
    | undefined;
}

export function fileUpload(props: FileUploadProps): Html {
  const hint = props.hint === undefined ? props.rule : html`${props.hint}<br>${props.rule}`;
  return field({ ...props, hint }, (wiring) => {
    const given = attributes({
      ...controlAttributes(props, wiring),
      class: 'mc-file',
      type: 'file',
      accept: props.accept,
      multiple: props.multiple,
      capture: props.capture,
      'data-max-bytes': props.maxBytes,
      'data-too-big': props.tooBigText,
      'data-shrink': props.shrinkTo,
    });
    return html`${kept(props)}<input${given}>`;
  });
}

const kept = ({ kept: files = [] }: FileUploadProps): Html | false =>
  files.length > 0 &&
  html`<ul class="mc-files">${files.map(
    (file) =>
      html`<li>${icon({ name: 'file' })}<span><strong>${file.name}</strong>${
        file.note && html` <span class="mc-quiet">${file.note}</span>`
      }</span>${file.action}</li>`,
  )}</ul>`;
