import { monitorEventLoopDelay } from 'node:perf_hooks';
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { boundedLabel, methodLabel, statusLabel } from './bounded.ts';

/** Figures of a process as they travel to the process that shows them. */
export type Figures = readonly object[];

export interface Telemetry {
  /** One answered request. @param route its pattern, never its address. @param ms how long it took. */
  observe(route: string, method: string, status: number, ms: number): void;
  /** One finished job. @param ms how long it took. */
  observeJob(task: string, outcome: 'done' | 'again' | 'gave-up', ms: number): void;
  /** One thing that happened in the field, e.g. `count('dossier_submitted', 'online')`. */
  count(event: string, kind?: string): void;
  /** A figure that goes up and down, e.g. `gauge('motcua_outbox_waiting', 'Events that wait')(3)`. */
  gauge(name: string, help: string): (value: number) => void;
  /** Figures of a pool of connections, asked for when metrics are read. */
  watchPool(name: string, stats: () => { total: number; idle: number; waiting: number }): void;
  /** How late timers ran lately, in ms: the sign of a process that is too busy to answer. */
  loopLag(): { readonly p50: number; readonly p99: number; readonly max: number };
  /** For handing to another process. */
  figures(): Promise<Figures>;
  /** The latest figures of another process, shown together with our own. */
  include(process: string, figures: Figures): void;
  /** In the text format of Prometheus. */
  text(): Promise<{ readonly type: string; readonly body: string }>;
  close(): void;
}

const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10];
const jobBuckets = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300];
/** The worst of the last 10 to 20 seconds is told: long enough to be seen, short enough to be over again. */
const lagWindowMs = 10_000;

/** @param process name of this process: web, worker. */
export function createTelemetry(process: string): Telemetry {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'motcua_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['route', 'method', 'status'],
    buckets: requestBuckets,
    registers,
  });
  const jobs = new Histogram({
    name: 'motcua_job_seconds',
    help: 'Time a job took',
    labelNames: ['task', 'outcome'],
    buckets: jobBuckets,
    registers,
  });
  const events = new Counter({
    name: 'motcua_events_total',
    help: 'What happened in the field',
    labelNames: ['event', 'kind'],
    registers,
  });
  const pools = new Map<string, () => { total: number; idle: number; waiting: number }>();
  new Gauge({
    name: 'motcua_pool_connections',
    help: 'Connections to the database and callers waiting for one',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const [pool, stats] of pools) {
        for (const [state, count] of Object.entries(stats())) this.set({ pool, state }, count);
      }
    },
  });

  const routeLabel = boundedLabel(400);
  const taskLabel = boundedLabel(100);
  const eventLabel = boundedLabel(100);
  const kindLabel = boundedLabel(100);
  const others = new Map<string, Figures>();
  const lag = watchLag();

  return {
    observe(route, method, status, ms) {
      requests.observe(
        { route: routeLabel(route), method: methodLabel(method), status: statusLabel(status) },
        ms / 1000,
      );
    },
    observeJob: (task, outcome, ms) => jobs.observe({ task: taskLabel(task), outcome }, ms / 1000),
    count: (event, kind = '') => events.inc({ event: eventLabel(event), kind: kindLabel(kind) }),
    gauge(name, help) {
      const gauge = new Gauge({ name, help, registers });
      return (value) => gauge.set(value);
    },
    watchPool: (name, stats) => void pools.set(name, stats),
    loopLag: lag.read,
    figures: () => registry.getMetricsAsJSON(),
    include: (from, figures) => void others.set(from, figures),
    async text() {
      const all = [await registry.getMetricsAsJSON(), ...others.values()];
      const merged = AggregatorRegistry.aggregate(all);
      return { type: Registry.PROMETHEUS_CONTENT_TYPE, body: await merged.metrics() };
    },
    close() {
      lag.close();
      registry.clear();
    },
  };
}

function watchLag() {
  const start = () => {
    const histogram = monitorEventLoopDelay({ resolution: 10 });
    histogram.enable();
    return histogram;
  };
  let older = start();
  let newer = older;
  const turn = setInterval(() => {
    if (older !== newer) older.disable();
    older = newer;
    newer = start();
  }, lagWindowMs);
  turn.unref();
  // The monitor counts the 10 ms that it sleeps by itself.
  const ms = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e5) / 10 - 10);
  return {
    read: () => ({ p50: ms(older.percentile(50)), p99: ms(older.percentile(99)), max: ms(older.max) }),
    close() {
      clearInterval(turn);
      older.disable();
      newer.disable();
    },
  };
}
