import { asDong } from '#kernel/money';
import { SetClock } from '#kernel/time';
import type { Beneficiary, PaymentOrder } from '#ports/payments';
import {
  type NationalPaymentOptions,
  openNationalPayment,
  type PaymentSimulatorOptions,
  startPaymentSimulator,
} from '../index.ts';
import { startMerchant } from './merchant.ts';

export const morning = Date.UTC(2026, 10, 25, 2, 41);
export const shared = { partner: 'MOTCUA-TG', secret: 'bi-mat-thu' };

const beneficiary: Beneficiary = {
  key: 'so-tai-chinh',
  name: 'Sở Tài chính',
  taxCode: '1600123456',
  account: { bin: '970436', number: '0011002233445', name: 'SO TAI CHINH' },
  treasury: { code: '0761', account: '3511' },
};

/** A reference that was not used before: twenty letters and digits. */
let used = 0;
export const aReference = (): string =>
  `MC${Date.now().toString(36).toUpperCase()}${String((used += 1)).padStart(4, '0')}`
    .padEnd(20, 'X')
    .slice(0, 20);

/** An order of 150.000 đồng: a phí, a lệ phí, and nothing else unless told. */
export const anOrder = (change: Partial<PaymentOrder> = {}): PaymentOrder => ({
  reference: aReference(),
  amount: asDong(150_000),
  lines: [
    { charge: 'c1', kind: 'phi', code: 'PHI-01', name: 'Phí thẩm định', amount: asDong(100_000) },
    { charge: 'c2', kind: 'le-phi', code: 'LPHI-02', name: 'Lệ phí cấp giấy phép', amount: asDong(50_000) },
  ],
  dossier: { code: 'H01.105-261125-0042', procedure: '1.004222', procedureName: 'Cấp giấy phép “xây dựng”' },
  unit: { code: 'H01.105', name: 'UBND xã An Phú' },
  beneficiary,
  payer: { name: 'Nguyễn Thị Hoa', idNumber: '089190000001', address: 'Xã An Phú, tỉnh An Giang' },
  at: morning,
  until: morning + 15 * 60_000,
  ip: '203.0.113.7',
  returnUrl: 'http://localhost:9/thanh-toan/ve',
  ...change,
});

/** Platform, adapter and merchant on one clock. `stop` ends all of them. */
export async function aPlatform(
  change: Partial<PaymentSimulatorOptions> & Pick<NationalPaymentOptions, 'patienceMs'> = {},
) {
  const { patienceMs = 2000, ...options } = change;
  const clock = new SetClock(morning);
  const simulator = await startPaymentSimulator({
    port: 0,
    ...shared,
    notifyUrl: () => merchant.url,
    clock,
    pausesMs: [20, 40],
    ...options,
  });
  const merchant = await startMerchant(clock);
  const gateway = openNationalPayment({ url: simulator.url, ...shared, patienceMs });
  merchant.reads(gateway);
  return {
    clock,
    merchant,
    simulator,
    gateway,
    async stop() {
      await simulator.stop();
      await merchant.stop();
    },
  };
}
