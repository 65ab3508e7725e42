declare const dong: unique symbol;
/** Vietnamese đồng, a whole number; there are no decimals. */
export type Dong = number & { readonly [dong]: true };

export function asDong(amount: number): Dong {
  if (!Number.isSafeInteger(amount)) throw new Error(`Not a whole amount of đồng: ${amount}`);
  return amount as Dong;
}

/** `10000` → `10.000 đồng`. */
export const formatDong = (amount: Dong): string =>
  `${amount.toString().replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;
