import { examplesOf } from '../../example.ts';
import { type AddressInputProps, addressInput } from './address-input.ts';

export const addressInputExamples = examplesOf<AddressInputProps>('address-input', addressInput, {
  'with an error': {
    name: 'noi-cu-tru',
    label: 'Nơi cư trú của mẹ',
    value: { province: '91', detail: 'Ấp Vĩnh Tâm' },
    errors: { commune: 'Hãy chọn xã, phường nơi mẹ đang ở' },
    provinces: [
      { value: '91', text: 'An Giang' },
      { value: '92', text: 'Cần Thơ' },
    ],
    communes: [{ value: '30595', text: 'Xã Núi Cấm' }],
    reload: { text: 'Hiện xã của tỉnh này', name: 'act', value: 'reload' },
  },
});
