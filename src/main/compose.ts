import path from 'node:path';
import { beginWaitingVersions, readNationalLists } from '#capabilities/catalogue';
import { adoptGuest, dossierJobs } from '#capabilities/dossiers';
import { forgetOfficialsFiles, openActors } from '#capabilities/identity';
import { loadMessageTemplates, sendMailJob } from '#capabilities/messages';
import { loadTemplates } from '#capabilities/papers';
import { askGateways, matchingJobs } from '#capabilities/payments';
import { publicLogJobs } from '#capabilities/public-log';
import { systemActor } from '#kernel/actor';
import { SteadyClock } from '#platform/clock';
import { openDatabase } from '#platform/db';
import { folderStore, openFiles } from '#platform/files';
import { buildServer } from '#platform/http';
import { type CtxFor, type Job, purgeSessionsJob, startWorker } from '#platform/jobs';
import { createLog } from '#platform/log';
import { Sessions } from '#platform/sessions';
import type { Telemetry } from '#platform/telemetry';
import { citizenPage, type Doors, problemPage } from '#surfaces/shared';
import { mailBySmtp, mailToFolder } from '../integrations/mail/index.ts';
import { reactionsOf } from '../reactions/index.ts';
import { makeAssets } from './assets.ts';
import type { WebSecrets, WebSettings, WorkerSecrets, WorkerSettings } from './config/placed.ts';
import { credentialsOf } from './credentials.ts';
import { signedDeclarations } from './declarations.ts';
import { designServices } from './design-services.ts';
import { healthRoutes } from './health-routes.ts';
import { makeIslands } from './islands.ts';
import { matchingServices } from './matching.ts';
import { mailToldTo, measureJob, watchingWith } from './metrics.ts';
import { makePageChecks } from './page-checks/page-checks.ts';
import { pageRoutes } from './page-routes.ts';
import { gatewaysOf, paymentServices } from './payments.ts';
import { placeOf } from './place.ts';
import { logIdentity, witnessesOf } from './public-log.ts';
import { filesFolder, readiness } from './readiness.ts';
import { openRooms } from './rooms.ts';
import { openProviders } from './sign-in.ts';
import { signingOf } from './signing.ts';
import { makeVerifier } from './verifier/index.ts';

/** The worker signs the log every second, and witnesses answer at once or not at all. */
const paperPatienceMs = 2500;

/** A page waits no longer than this for one statement; a frozen database must not gather requests. */
const webStatementMs = 2500;
const workerStatementMs = 20_000;
/** More requests at once than this are asked to come again, rather than all made to wait. */
const mostInFlight = 600;

export interface Web {
  listen(port: number, host: string): Promise<void>;
  close(): Promise<void>;
}

/** Everything behind the web address, built in order and taken down in the opposite one. */
export async function composeWeb(
  settings: WebSettings,
  secrets: WebSecrets,
  telemetry: Telemetry,
): Promise<Web> {
  const clock = new SteadyClock();
  const log = createLog('web', settings.logLevel);
  const db = openDatabase({
    url: secrets.databaseUrl,
    max: settings.webPool,
    applicationName: 'motcua web',
    statementTimeout: webStatementMs,
  });
  telemetry.watchPool('web', db.stats);
  const opened = await openRooms({ db, clock, root: settings.root, codePattern: settings.codePattern });
  const { units } = opened;
  const signing = signingOf(settings.signing, settings, secrets, clock);
  const files = openFiles({
    store: folderStore(filesFolder(settings.dataDir)),
    maxUpload: settings.maxUpload,
  });
  const services = {
    ...opened.services,
    ...signedDeclarations(signing, files),
    signsResults: signing !== undefined,
  };
  const rooms = { ...opened, services };
  const { assets, url } = await makeAssets(settings.root);
  const served = new Map(assets);
  const sessions = new Sessions(db, clock, secrets.csrfKey);
  const actors = openActors({ db, clock, units });
  const payments = paymentServices({
    db,
    units,
    publicUrl: settings.origin,
    gateways: gatewaysOf(settings.payment),
  });
  const doors: Doors = {
    ...rooms,
    payments,
    ...(signing && {
      signing,
      trust: { roots: signing.roots },
      credentials: credentialsOf({ signing, units, origin: settings.origin, key: secrets.csrfKey }),
    }),
    ...(settings.demoWallet !== undefined && { demoWallet: settings.demoWallet }),
    log: { ...settings.log, patienceMs: paperPatienceMs },
    place: {
      ...(await placeOf(units)),
      publicUrl: settings.origin,
      helpPhone: settings.helpPhone,
      demo: settings.demo,
      maxUpload: settings.maxUpload,
    },
    papers: await loadTemplates(path.join(settings.root, 'samples/papers')),
    messages: loadMessageTemplates(path.join(settings.root, 'samples/messages')),
    files,
    asset: url,
    islands: makeIslands(settings.root),
    makeVerifier: makeVerifier(settings.root),
    pageChecks: makePageChecks({
      root: settings.root,
      served,
      beside: [url('enhance.js'), url('check.js')],
      log,
    }),
  };
  const design = await designServices({
    units,
    catalogue: rooms.catalogue,
    lists: rooms.services.lists,
    clock,
    root: settings.root,
    key: secrets.packageKey,
  });
  const providers = openProviders(settings, clock, log);
  const server = await buildServer({
    routes: [
      ...healthRoutes({ ready: readiness(db, settings), telemetry, metrics: settings.metrics }),
      ...pageRoutes(doors, {
        ...providers,
        sessions,
        actors,
        design,
        frame: (ctx, { title, body }) => citizenPage(ctx, doors, { title, main: body, noindex: true }),
        guestMayGoTo: (to) => to.startsWith('/nop-ho-so/'),
        afterBinding: adoptGuest,
      }),
    ],
    assets: served,
    db,
    sessions,
    clock,
    log,
    hosts: settings.hosts,
    origin: settings.origin,
    // A sign-in form may end at an issuer by redirect.
    formTargets: [
      settings.vneid?.issuer,
      settings.officers?.issuer,
      ...settings.remoteSigners.map(({ url, oauth = url }) => new URL(oauth).origin),
    ].filter((issuer) => issuer !== undefined),
    actorOf: actors.actorOf,
    problemPage: problemPage(doors),
    observe: telemetry.observe,
    maxInFlight: mostInFlight,
    maxFileSize: settings.maxUpload + 1024,
  });
  return {
    listen: async (port, host) => void (await server.listen({ port, host })),
    async close() {
      await server.close();
      files.close();
      await db.close();
    },
  };
}

/** Everything that happens without somebody asking for it. */
export async function composeWorker(
  settings: WorkerSettings,
  secrets: WorkerSecrets,
  telemetry: Telemetry,
): Promise<{ close(): Promise<void> }> {
  const clock = new SteadyClock();
  const log = createLog('worker', settings.logLevel);
  const db = openDatabase({
    url: secrets.databaseUrl,
    max: settings.workerPool,
    applicationName: 'motcua worker',
    statementTimeout: workerStatementMs,
  });
  telemetry.watchPool('worker', db.stats);
  const { services, catalogue, units } = await openRooms({
    db,
    clock,
    root: settings.root,
    codePattern: settings.codePattern,
  });
  const payments = paymentServices({
    db,
    units,
    publicUrl: settings.origin,
    gateways: gatewaysOf(settings.payment),
  });
  const steady = (job: Job): Job => ({
    ...job,
    async run(ctx) {
      const skew = clock.skew();
      if (skew === 0) return job.run(ctx);
      log.error(
        { job: job.name, skewMs: skew },
        'the clock of this machine was set: set it right or start again; the job stands still',
      );
      return 0;
    },
  });
  const ctxFor: CtxFor = (name) => ({
    clock,
    actor: systemActor(name),
    locale: 'vi',
    db,
    log,
    requestId: `worker:${name}`,
  });
  const mail =
    'folder' in settings.mail
      ? mailToFolder(settings.mail.folder, { from: settings.mailFrom })
      : mailBySmtp({ url: settings.mail.smtp, from: settings.mailFrom });
  const worker = startWorker({
    url: secrets.databaseUrl,
    db,
    ctxFor,
    clock,
    log,
    reactions: reactionsOf({
      services,
      messages: loadMessageTemplates(path.join(settings.root, 'samples/messages')),
      templatesOf: catalogue.templatesOf,
      publicUrl: settings.origin,
    }),
    watching: watchingWith(telemetry),
    jobs: [
      ...dossierJobs(services),
      askGateways(payments),
      ...matchingJobs(matchingServices(payments, units, settings.payment)),
      beginWaitingVersions,
      readNationalLists(),
      sendMailJob(mail, mailToldTo(telemetry)),
      ...publicLogJobs(logIdentity(settings.log, secrets), witnessesOf(settings.log)),
      purgeSessionsJob,
      forgetOfficialsFiles,
      measureJob(telemetry),
    ].map(steady),
  });
  return {
    async close() {
      await worker.stop();
      await db.close();
    },
  };
}
