import { aCopy, runIn } from './support/copy.ts';

const pool = {
  file: 'src/platform/db/database.ts',
  find: "  pool.on('error', () => {});",
  replace: "  pool.on('connect', (client) => client.on('error', () => {}));\n  pool.on('error', () => {});",
};
const multipart = {
  file: 'src/platform/http/server.ts',
  find: "  if (error instanceof TooMany) return 'too-many';",
  replace:
    "  if (error instanceof TooMany) return 'too-many';\n  if (error instanceof Error && /^(Multipart: Boundary not found|Unexpected end of (form|file|multipart data)|Part terminated early|Malformed part header|Malformed content type)/.test(error.message)) return 'bad-request';",
};
const big = {
  file: 'src/platform/http/server.ts',
  find: 'limits: { fileSize: options.maxFileSize,',
  replace: 'throwFileSizeLimit: false, limits: { fileSize: options.maxFileSize,',
};
const drain = {
  file: 'src/platform/http/server.ts',
  find: "  app.addHook('onResponse', async (request, reply) => {",
  replace:
    "  app.addHook('onResponse', async (request, reply) => {\n    if (!request.raw.complete) { request.raw.unpipe(); request.raw.resume(); setTimeout(() => request.raw.complete || request.raw.destroy(), 2000).unref(); }",
};
const c = aCopy([pool, multipart, big, drain]);
try {
  const r = await runIn(c.folder, process.argv[2]!, process.argv[3]!, 400000);
  console.log(r.code, r.output.slice(-3500), r.errors.slice(-1500));
} finally {
  c.remove();
}
