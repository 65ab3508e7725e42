/** Bytes of a file as it is handed in; the whole national list of 2026 has 2.8 MB, its details 7.7 MB. */
export const nationalListLimits = { list: 8_000_000, details: 16_000_000 } as const;

/** What a packed file may grow to, and what one list may hold: five times what the nation has. */
export const unpackedLimits = {
  bytes: 60_000_000,
  rows: 20_000,
  cell: 50_000,
  line: 500_000,
} as const;
