import { examplesOf } from '../../example.ts';
import { type SearchBoxProps, searchBox } from './search-box.ts';

export const searchBoxExamples = examplesOf<SearchBoxProps>('search-box', searchBox, {
  citizen: {
    id: 'tim-thu-tuc',
    action: '/thu-tuc',
    name: 'q',
    label: 'Tìm thủ tục',
    hint: 'Gõ có dấu hay không dấu đều được, ví dụ: khai sinh, mo quan an',
    value: 'dang ky khai sinh',
    buttonText: 'Tìm',
    buttonKind: 'primary',
  },
  office: {
    id: 'tim-ho-so',
    action: '/mot-cua/tim',
    name: 'q',
    label: 'Tìm hồ sơ',
    labelHidden: true,
    placeholder: 'Mã, tên, số định danh',
    key: '/',
    buttonText: 'Tìm',
  },
});
