import { definePermissions } from '#kernel/actor';

/** Who has a result takes it into a wallet; wallets prove themselves by codes and keys, and anybody asks about states. */
export const credentialPermissions = definePermissions({
  'credentials.take': { citizen: true },
  'credentials.wallet': { public: true },
});
