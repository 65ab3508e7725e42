import { supervise } from '../supervise.ts';
import { type Command, line } from './command.ts';

const both =
  (mode: 'start' | 'serve'): Command['run'] =>
  async ({ console, settings }) => {
    await supervise(settings(), {
      mode,
      say: (text) => line(console.out, text),
      note: (text) => line(console.err, text),
    });
    return 0;
  };

export const startCommand: Command = {
  name: 'start',
  summary: 'prepares everything that is missing and runs Một Cửa',
  details:
    'Starts the embedded database, applies migrations, plants the sample (SAMPLE) when DEMO is on and none stands yet,\nand runs the web server, the worker and, with DEMO, the simulated sign-ins. A process that dies is started again.\nCtrl-C ends everything that was started; data is kept in DATA_DIR.',
  run: both('start'),
};

export const serveCommand: Command = {
  name: 'serve',
  summary: 'runs Một Cửa and changes nothing: refuses while migrations are missing',
  details:
    'For installations that migrate as a step of their own. Everything else is as with `motcua start`.',
  run: both('serve'),
};
