import type { Html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import type { FieldProps } from '../field/field.ts';
import { type TextInputProps, textInput } from '../text-input/text-input.ts';
import { fieldset } from './fieldset.ts';

interface Props {
  readonly group: FieldProps;
  readonly inputs: readonly TextInputProps[];
}
const grouped = ({ group, inputs }: Props): Html => fieldset(group, () => inputs.map(textInput));

export const fieldsetExamples = examplesOf('fieldset', grouped, {
  'two answers': {
    group: { name: 'nguoi-lien-he', label: 'Người liên hệ', hint: 'Chúng tôi gọi khi cần hỏi thêm' },
    inputs: [
      { name: 'lien-he-ten', label: 'Họ, chữ đệm, tên', autocomplete: 'name' },
      {
        name: 'lien-he-so',
        label: 'Số điện thoại',
        inputMode: 'tel',
        autocomplete: 'tel',
        width: 'm',
        required: false,
      },
    ],
  },
});
