import { record } from '#capabilities/audit';
import { checkpointNow } from '#capabilities/public-log';
import { type Ctx, scopeOf } from '#platform/context';
import { knownLogKeys } from '../config/public-log.ts';
import type { Settings } from '../config/settings.ts';
import { type KeyStep, replaceLostLogKey, retireLogKey, rotateLogKey } from '../log-key.ts';
import { Refused } from '../refused.ts';
import { asSystem } from './as-system.ts';
import { type Command, line } from './command.ts';

const steps: Readonly<Record<string, KeyStep>> = {
  rotate: rotateLogKey,
  retire: retireLogKey,
  'replace-lost': replaceLostLogKey,
};

export const logKeyCommand: Command = {
  name: 'log-key',
  summary: 'shows, changes, retires or replaces the key of the public log',
  words: ['<show|rotate|retire|replace-lost>'],
  options: {
    '--lost=': 'with replace-lost: the key that is lost, when DATA_DIR/public-log-keys.json is gone too',
  },
  details: `rotate        makes a new key. The old one signs the change, and goes on signing beside the new one.
retire        ends that: the old key is deleted, and counts up to the length of the log as it is now.
replace-lost  goes on with a new key when there is no copy of the old one. Nobody follows by himself: witnesses and everybody
              who checks proofs must be told by phone and letter. Proofs given so far hold as before.
Each change is a line of the log, and takes effect when the product is started again.`,
  async run({ typed, console, settings }) {
    const [what = ''] = typed.words;
    const { dataDir } = settings();
    if (what === 'show') {
      const keys = knownLogKeys(dataDir);
      if (!keys) throw new Refused('There is no key yet: it is made at the first start.');
      line(console.out, `signs:   ${keys.current}`);
      for (const { key, until } of keys.retired) line(console.out, `retired: ${key} (up to line ${until})`);
      return 0;
    }
    const step = Object.hasOwn(steps, what) ? steps[what] : undefined;
    if (!step) throw new Refused('Say what to do: show, rotate, retire or replace-lost.', 2);
    const { '--lost': lost } = typed.options;
    const said = await withLog(settings(), async (ctx) => {
      const newest = await checkpointNow(ctx);
      const stood = { dataDir, newest, ...(typeof lost === 'string' && { lost }) };
      // Written down before the files change: a change that nobody knows of must not be.
      return step(stood, (action, details) =>
        ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
          record(transactor, ctx, { action, subject: 'public-log', details }),
        ),
      );
    });
    line(console.out, said);
    return 0;
  },
};

const withLog = <T>(settings: Settings, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  asSystem(settings, 'log-key', work);
