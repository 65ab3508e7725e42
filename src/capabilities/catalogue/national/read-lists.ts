import { type Refusal, refused } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import { json, systemScope } from '#platform/db';
import type { Job } from '#platform/jobs';
import { reportAsMarkdown } from '../importing/index.ts';
import { compareNationalList, keepNationalList } from './keep-list.ts';
import { beginUpload, endUpload } from './queries.ts';
import { type ReadList, readListApart } from './reading/read-apart.ts';

/** What breaks off is tried again; what breaks off each time is given up, and says so. */
const mostTries = 3;
/** Longer than a reading may take: whoever began it is gone. */
const abandonedAfterMs = 180_000;

/** Reads what was handed in, one list at a time. Somebody waits before the page, so it looks every second. */
export const readNationalLists = (read: ReadList = readListApart()): Job => ({
  name: 'catalogue.read-national-lists',
  wake: { everyMs: 1000 },
  async run(ctx) {
    const now = ctx.clock.now();
    const upload = await ctx.db.transact(systemScope, (transactor) =>
      transactor.find(beginUpload, {
        at: new Date(now).toISOString(),
        abandoned: new Date(now - abandonedAfterMs).toISOString(),
      }),
    );
    if (!upload?.list) return 0;
    const { id, name, list, details, tries, uploaded_by: readBy } = upload;
    if (tries > mostTries) {
      await end(ctx, id, { code: 'national-file-slow', field: 'list' });
      return 1;
    }
    const outcome = await read({ list, details: details ?? undefined });
    if (!outcome.ok) {
      await end(ctx, id, outcome.refusal);
      return 1;
    }
    const { procedures, report } = outcome.value;
    if (procedures.length === 0) {
      await end(ctx, id, refused({ code: 'national-file-empty', field: 'list' }).refusal);
      return 1;
    }
    const found = await compareNationalList(ctx, procedures);
    const whole = { name, procedures, report: reportAsMarkdown(report), remarks: report, readBy };
    await end(ctx, id, null, await keepNationalList(ctx, whole, found, new Set()));
    return 1;
  },
});

const end = (ctx: Ctx, id: string, refusal: Refusal | null, list: string | null = null): Promise<unknown> =>
  ctx.db.transact(systemScope, (transactor) =>
    transactor.get(endUpload, {
      id,
      state: refusal ? 'refused' : 'read',
      refusal: refusal && json(refusal),
      list,
    }),
  );
