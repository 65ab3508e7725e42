import { examplesOf } from '../../example.ts';
import { type StepperProps, stepper } from './stepper.ts';

export const stepperExamples = examplesOf<StepperProps>('stepper', stepper, {
  bare: { current: 2, total: 6 },
  full: { current: 2, total: 5, whole: 'Đăng ký khai sinh', part: 'Cha và mẹ' },
});
