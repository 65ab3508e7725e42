import { countOverdue } from '#capabilities/dossiers';
import { type MailOutcome, mailBacklog } from '#capabilities/messages';
import { logHealth } from '#capabilities/public-log';
import { type Job, outboxBacklog, type Watching } from '#platform/jobs';
import type { Telemetry } from '#platform/telemetry';

/** Figures of the field that go up and down, by their names for the collector. The worker alone measures them. */
export const gauges = {
  motcua_outbox_waiting: 'Events whose reactions have not run yet',
  motcua_outbox_oldest_seconds: 'Age of the oldest event that waits; grows when the worker stands still',
  motcua_outbox_stuck: 'Events left to a human, shown under /quan-tri/can-xu-ly',
  motcua_mail_waiting: 'E-mails on their way',
  motcua_mail_failed: 'E-mails left to a human, shown under /quan-tri/can-xu-ly',
  motcua_log_findings:
    'Rows, leaves, tiles and checkpoints that do not agree with the public log, shown under /nhat-ky; anything above 0 is an alarm',
  motcua_log_looked_seconds:
    'Age of the last comparison of all rows with the public log; above 120 the monitor stands still',
  motcua_dossiers_overdue: 'Dossiers whose promised date has passed while their clock runs',
} as const;

/** What `motcua_events_total` counts, by its label `event`; `kind` is the outcome. */
export const counted: Readonly<Record<string, string>> = {
  'dossier.<act>':
    'An act whose reactions have run: dossier.submitted, dossier.accepted, dossier.declined, dossier.issued, dossier.returned … `kind`: done, again (failed, tried again), stuck (left to a human)',
  'dossier.overdue-unannounced': 'A dossier that passed its promised date without an apology, once per date',
  'dossier.message': 'A message between a person and an office',
  mail: 'An e-mail. `kind`: sent, again, failed (left to a human)',
};

const everyMs = 15_000;

/** Reads the backlogs now and then; counting while they are shown would make the collector wait for the database. */
export function measureJob(telemetry: Telemetry): Job {
  const set = Object.fromEntries(
    Object.entries(gauges).map(([name, help]) => [name, telemetry.gauge(name, help)]),
  ) as Record<keyof typeof gauges, (value: number) => void>;
  return {
    name: 'metrics.measure',
    wake: { everyMs },
    async run(ctx) {
      const [outbox, mail, overdue, log] = [
        await outboxBacklog(ctx),
        await mailBacklog(ctx),
        await countOverdue(ctx),
        await logHealth(ctx),
      ];
      set.motcua_outbox_waiting(outbox.waiting);
      set.motcua_outbox_oldest_seconds(outbox.oldest);
      set.motcua_outbox_stuck(outbox.stuck);
      set.motcua_mail_waiting(mail.waiting);
      set.motcua_mail_failed(mail.failed);
      set.motcua_log_findings(log.findings);
      set.motcua_log_looked_seconds(log.lookedAt === undefined ? 0 : (ctx.clock.now() - log.lookedAt) / 1000);
      set.motcua_dossiers_overdue(overdue);
      // Nothing was done that others would wait for: the next look comes after the pause.
      return 0;
    },
  };
}

export const watchingWith = ({ count, observeJob }: Telemetry): Watching => ({
  event: (topic, outcome) => count(topic, outcome),
  job: (name, outcome, ms) => observeJob(name, outcome, ms),
});
export const mailToldTo =
  ({ count }: Telemetry) =>
  (outcome: MailOutcome): void =>
    count('mail', outcome);
