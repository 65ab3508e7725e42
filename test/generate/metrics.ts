import { counted, gauges } from '../../src/main/metrics.ts';
import { type Generator, generatedNote, referenceFolder } from './generator.ts';

const rows = (of: Readonly<Record<string, string>>): string =>
  Object.entries(of)
    .map(([name, help]) => `| \`${name}\` | ${help} |`)
    .join('\n');

/** What /metrics shows of the field, from the very definitions that the worker registers. */
export const metricsPage: Generator = {
  name: 'metrics',
  make: () => {
    const text = `${generatedNote}
# Figures for the collector

Made from \`src/main/metrics.ts\`. \`/metrics\` shows them in the text format of Prometheus, those of the worker beside those of
the web process (label \`process\`); who may read it is the setting \`METRICS\`. No label holds anything of a person or a dossier.

| name | what it says |
| --- | --- |
| \`motcua_request_seconds\` | Time to answer a request, by route (its pattern), method, status |
| \`motcua_job_seconds\` | Time a job of the worker took, by task and outcome (done, again) |
| \`motcua_pool_connections\` | Connections to the database and callers waiting for one |
| \`motcua_events_total\` | What happened in the field, by event and kind: see below |
${rows(gauges)}

The gauges are read every 15 seconds and reach the web process within 5 more.

| event | counts |
| --- | --- |
${rows(counted)}
`;
    return { [`${referenceFolder}/metrics.md`]: text };
  },
};
