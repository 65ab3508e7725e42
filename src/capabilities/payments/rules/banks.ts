/**
 * Banks to which money is given back, the largest first, by the six digits (BIN) that NAPAS routes transfers by
 * (list of member banks of VietQR, published by NAPAS; names as they appear in banking apps).
 */
export const banks: readonly { readonly bin: string; readonly name: string }[] = [
  { bin: '970405', name: 'Agribank' },
  { bin: '970436', name: 'Vietcombank' },
  { bin: '970415', name: 'VietinBank' },
  { bin: '970418', name: 'BIDV' },
  { bin: '970422', name: 'MB' },
  { bin: '970407', name: 'Techcombank' },
  { bin: '970416', name: 'ACB' },
  { bin: '970432', name: 'VPBank' },
  { bin: '970403', name: 'Sacombank' },
  { bin: '970423', name: 'TPBank' },
  { bin: '970437', name: 'HDBank' },
  { bin: '970441', name: 'VIB' },
  { bin: '970443', name: 'SHB' },
  { bin: '970448', name: 'OCB' },
  { bin: '970426', name: 'MSB' },
  { bin: '970440', name: 'SeABank' },
  { bin: '970431', name: 'Eximbank' },
  { bin: '970449', name: 'LPBank' },
  { bin: '970428', name: 'Nam A Bank' },
  { bin: '970452', name: 'KienlongBank' },
  { bin: '970409', name: 'Bac A Bank' },
  { bin: '970425', name: 'ABBANK' },
  { bin: '970412', name: 'PVcomBank' },
  { bin: '970419', name: 'NCB' },
  { bin: '970446', name: 'Co-opBank' },
];

/** Name of a bank by its six digits; the digits themselves where it is not on the list. */
export const bankName = (bin: string): string => banks.find((bank) => bank.bin === bin)?.name ?? bin;
