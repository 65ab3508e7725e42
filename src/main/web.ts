import { createTelemetry } from '#platform/telemetry';
import { composeWeb } from './compose.ts';
import type { WebSecrets, WebSettings } from './config/placed.ts';
import { Refused } from './refused.ts';
import {
  onFigures,
  onStop,
  receiveSettings,
  standBy,
  tellReady,
  tellSupervisor,
} from './supervisor/handover.ts';
import { cannotListen } from './supervisor/ports.ts';

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
  if (code === 'EADDRINUSE')
    await refuse(new Refused(`Port ${settings.port} was taken by another program meanwhile. Start again.`));
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    await refuse(cannotListen(error as NodeJS.ErrnoException, settings.port, settings.host));
  throw error;
}

async function refuse({ message }: Refused): Promise<never> {
  await new Promise<void>((told) => tellSupervisor({ kind: 'refused', sentence: message }, told));
  process.exit(1);
}
