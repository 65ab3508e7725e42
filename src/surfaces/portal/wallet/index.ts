import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { walletMachinePages } from './machines.page.ts';
import { walletPages } from './wallet.page.ts';

/** Pages about wallets, and what wallets ask; none where credentials are not issued. */
export const walletPagesOf = (doors: Doors): readonly Route[] =>
  doors.credentials
    ? [...walletPages(doors, doors.credentials), ...walletMachinePages(doors, doors.credentials)]
    : [];
