import { aCopy, runIn } from './support/copy.ts';

const c = aCopy([
  {
    file: 'src/platform/db/database.ts',
    find: "  pool.on('error', () => {});",
    replace: "  pool.on('connect', (client) => client.on('error', () => {}));\n  pool.on('error', () => {});",
  },
]);
try {
  const r = await runIn(c.folder, 'processes.test.ts', process.argv[2] ?? 'A3', 90000);
  console.log(r.code, r.output.slice(-3000), r.errors.slice(-1500));
} finally {
  c.remove();
}
