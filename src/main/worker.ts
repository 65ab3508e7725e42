import { createTelemetry } from '#platform/telemetry';
import { composeWorker } from './compose.ts';
import type { WorkerSecrets, WorkerSettings } from './config/placed.ts';
import { onStop, receiveSettings, tellReady, tellSupervisor } from './supervisor/handover.ts';

/** The worker listens nowhere: its figures travel to the web process, which shows them. */
const tellFiguresEveryMs = 5000;

const { settings, secrets } = await receiveSettings<{ settings: WorkerSettings; secrets: WorkerSecrets }>();
const telemetry = createTelemetry('worker');
const worker = await composeWorker(settings, secrets, telemetry);
const figures = setInterval(() => {
  void telemetry.figures().then((each) => tellSupervisor({ kind: 'figures', figures: each }));
}, tellFiguresEveryMs);
onStop(async () => {
  clearInterval(figures);
  await worker.close();
});
tellReady();
