/** The national payment platform: the way to it, and one on loopback to try it with. */
export { type NationalPaymentOptions, openNationalPayment } from './adapter.ts';
export type { Behaviour } from './simulator/behaviour.ts';
export type { NoticeChange } from './simulator/notices.ts';
export {
  type PaymentSimulator,
  type PaymentSimulatorOptions,
  startPaymentSimulator,
} from './simulator/simulator.ts';
export type { TrueOrder, TrueTaking } from './simulator/truth.ts';
