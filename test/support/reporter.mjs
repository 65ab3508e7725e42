// Reporter of `node --test` for test/run.ts: one JSON line per event that matters, so that totals are exact.
const describe = (error) => {
  const cause = error?.cause ?? error;
  return {
    kind: error?.failureType,
    message: String(cause?.message ?? cause ?? 'failed'),
    stack: typeof cause?.stack === 'string' ? cause.stack : undefined,
  };
};

/** A test that asks a program of somebody else is left out where that is not installed; what is left out is named at the end. */
const absent = /is not installed|is not compiled/;
const idleOf = ({ skip, todo }) => {
  if (typeof skip === 'string' && absent.test(skip)) return 'absent';
  if (skip !== undefined) return 'skip';
  return todo === undefined ? undefined : 'todo';
};

export default async function* reporter(source) {
  for await (const { type, data } of source) {
    if (type === 'test:pass' || type === 'test:fail')
      yield `${JSON.stringify({
        event: type === 'test:pass' ? 'pass' : 'fail',
        name: data.name,
        nesting: data.nesting,
        file: data.file,
        line: data.line,
        suite: data.details?.type === 'suite',
        ms: data.details?.duration_ms ?? 0,
        idle: idleOf(data),
        error: type === 'test:fail' ? describe(data.details?.error) : undefined,
      })}\n`;
    else if (type === 'test:stdout' || type === 'test:stderr')
      yield `${JSON.stringify({ event: 'said', file: data.file, message: data.message })}\n`;
    else if (type === 'test:summary' && data.file !== undefined)
      yield `${JSON.stringify({ event: 'file', file: data.file })}\n`;
  }
}
