import { createTelemetry } from '#platform/telemetry';
import { composeWeb } from './compose.ts';
import type { WebSecrets, WebSettings } from './config/placed.ts';
import { endRefused, onFigures, onStop, receiveSettings, standBy, tellReady } from './supervisor/handover.ts';
import { cannotListen, takenMeanwhile } from './supervisor/ports.ts';

/** The web process: started by the supervisor, which tells it what it needs. */
const { settings, secrets } = await receiveSettings<{ settings: WebSettings; secrets: WebSecrets }>();
const telemetry = createTelemetry('web');
onFigures(telemetry.include);
try {
  const web = await composeWeb(settings, secrets, telemetry);
  onStop(() => web.close());
  await standBy();
  await web.listen(settings.port, settings.host);
  tellReady();
} catch (error) {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') await endRefused(takenMeanwhile(settings.port), { portTaken: true });
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    await endRefused(cannotListen(error as NodeJS.ErrnoException, settings.port, settings.host).message);
  throw error;
}
