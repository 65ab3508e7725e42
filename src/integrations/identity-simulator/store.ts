import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Codes, grants and sessions in the memory of the simulator; gone when it stops. */
export function memoryStore(): (name: string) => Adapter {
  const rows = new Map<string, { readonly payload: AdapterPayload; readonly until: number }>();
  const grants = new Map<string, Set<string>>();
  const alive = (key: string): AdapterPayload | undefined => {
    const row = rows.get(key);
    if (row && row.until > Date.now()) return row.payload;
    rows.delete(key);
    return undefined;
  };
  const find = (test: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
    for (const [key] of rows) {
      const payload = alive(key);
      if (payload && test(payload)) return payload;
    }
    return undefined;
  };
  return (name) => ({
    async upsert(id, payload, expiresIn) {
      const key = `${name}:${id}`;
      rows.set(key, { payload, until: Date.now() + (expiresIn ?? 3600) * 1000 });
      if (payload.grantId) {
        const keys = grants.get(payload.grantId) ?? new Set();
        grants.set(payload.grantId, keys.add(key));
      }
    },
    find: async (id) => alive(`${name}:${id}`),
    findByUid: async (uid) => find((payload) => payload.uid === uid),
    findByUserCode: async (userCode) => find((payload) => payload.userCode === userCode),
    async consume(id) {
      const payload = alive(`${name}:${id}`);
      if (payload) payload['consumed'] = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      rows.delete(`${name}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const key of grants.get(grantId) ?? []) rows.delete(key);
      grants.delete(grantId);
    },
  });
}
