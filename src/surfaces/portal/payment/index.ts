import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { againPages } from './again.page.ts';
import { beginPages } from './begin.page.ts';
import { noticePage } from './notice.page.ts';
import { paymentPages } from './payment.page.ts';
import { picturePage } from './picture.page.ts';
import { receiptPages } from './receipt.page.ts';

/** Paying, for whoever has the code, and the door for messages of gateways. */
export const paymentRoutes = (doors: Doors): readonly Route[] => [
  ...paymentPages(doors),
  ...beginPages(doors),
  ...againPages(doors),
  ...receiptPages(doors),
  picturePage(doors),
  noticePage(doors),
];
