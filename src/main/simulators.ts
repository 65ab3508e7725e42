import path from 'node:path';
import { z } from 'zod';
import { SteadyClock } from '#platform/clock';
import { openDatabase, params, type Query, systemScope } from '#platform/db';
import { certifyByDemo, startDemoAuthority } from '../integrations/demo-authority/index.ts';
import { startIdentitySimulators } from '../integrations/identity-simulator/index.ts';
import { startPaymentSimulator } from '../integrations/national-payment/index.ts';
import { isSeal, startRemoteSigningSimulator } from '../integrations/remote-signing/index.ts';
import { startWalletSimulator } from '../integrations/wallet-simulator/index.ts';
import type { SimulatorSettings } from './config/placed.ts';
import { endRefused, onStop, receiveSettings, tellReady } from './supervisor/handover.ts';
import { takenMeanwhile } from './supervisor/ports.ts';

/** The simulated providers of DEMO. Everybody who lives in the database, invented as they are, may be chosen. */
const { settings, databaseUrl } = await receiveSettings<{
  settings: SimulatorSettings;
  databaseUrl: string;
}>();
const db = openDatabase({ url: databaseUrl, max: 2, applicationName: 'simulators', statementTimeout: 5000 });

type Nothing = Record<never, never>;
const citizens = {
  name: 'simulators.citizens',
  text: `select coalesce(regexp_replace(issuer_subject, '^[a-z]+:', ''), personal_number) as subject, personal_number as "personalNumber", name, birth_date as "birthDate"
    from identity.person where kind = 'citizen' and personal_number is not null and birth_date is not null order by name_folded`,
  order: [],
  row: z.object({
    subject: z.string(),
    personalNumber: z.string(),
    name: z.string(),
    birthDate: z.string(),
  }),
  mark: params<Nothing>(),
} satisfies Query<Nothing, unknown>;
const officers = {
  name: 'simulators.officers',
  text: `select o.issuer_subject as subject, o.name, o.title, coalesce(min(u.name), '') as unit
    from identity.officer o
    left join identity.post p on p.officer_id = o.id and p.valid_to is null
    left join organisations.unit u on u.id = p.unit_id
    where o.active and o.issuer_subject is not null group by o.id order by o.name_folded`,
  order: [],
  row: z.object({ subject: z.string(), name: z.string(), title: z.string(), unit: z.string() }),
  mark: params<Nothing>(),
} satisfies Query<Nothing, unknown>;

const {
  origin,
  vneid,
  officers: province,
  payment,
  authority: ca,
  remoteSigner,
  wallet: walletAt,
  dataDir,
} = settings;
const taken = (port: number) => (error: NodeJS.ErrnoException & { port?: number }) => {
  if (error.code !== 'EADDRINUSE') throw error;
  return endRefused(takenMeanwhile(error.port ?? port), { portTaken: true });
};
const simulators = await startIdentitySimulators({
  port1: vneid.port,
  port2: province.port,
  clients: {
    citizen: {
      ...vneid,
      redirectUris: [`${origin}/dang-nhap/ve`],
      signedOutUris: [`${origin}/dang-nhap`],
    },
    officer: {
      ...province,
      redirectUris: [`${origin}/mot-cua/dang-nhap/ve`],
      signedOutUris: [`${origin}/mot-cua/dang-nhap`],
    },
  },
  people: () => db.read(systemScope, (reader) => reader.rows(citizens, {})),
  officers: () => db.read(systemScope, (reader) => reader.rows(officers, {})),
  dataDir,
}).catch(taken(vneid.port));
const platform = await startPaymentSimulator({
  port: payment.port,
  partner: payment.partner,
  secret: payment.secret,
  notifyUrl: () => `${origin}/thanh-toan/thong-bao/npp`,
  dataDir,
  clock: new SteadyClock(),
}).catch(taken(payment.port));
const authority = await startDemoAuthority({ ...ca, clock: new SteadyClock() }).catch(taken(ca.port));
const certifying = { url: `http://127.0.0.1:${ca.port}`, secret: ca.secret };
const signer = await startRemoteSigningSimulator({
  ...remoteSigner,
  redirectUris: [`${origin}/ky-so/ve`, `${origin}/mot-cua/ky-so/ve`],
  folder: path.join(dataDir, 'remote-signing'),
  clock: new SteadyClock(),
  certify: (publicKey, holder) =>
    certifyByDemo(certifying, publicKey, [
      ['country', 'VN'],
      ...(isSeal(holder)
        ? ([['organisation', holder.name]] as const)
        : ([['serialNumber', `CCCD:${holder.personalNumber}`]] as const)),
      ['commonName', holder.name],
    ]),
}).catch(taken(remoteSigner.port));
const wallet = await startWalletSimulator({ ...walletAt, dataDir, clock: new SteadyClock() }).catch(
  taken(walletAt.port),
);
onStop(async () => {
  await wallet.stop();
  await signer.stop();
  await authority.stop();
  await platform.stop();
  await simulators.stop();
  await db.close();
});
tellReady();
