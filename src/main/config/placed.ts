import path from 'node:path';
import type { PrivateKey } from '#capabilities/catalogue';
import { demoIssuers } from '../../integrations/demo-authority/index.ts';
import { walletOffers } from '../../integrations/wallet-simulator/index.ts';
import { type KnownKeys, leastOf, type NamedWitness } from './public-log.ts';
import type { RemoteSigner } from './remote-signers.ts';
import type { ProductSecrets } from './secrets.ts';
import {
  type CommonSettings,
  isThisMachine,
  type PaymentAccount,
  type ProviderAccount,
  type Settings,
} from './settings.ts';
import type { TokenPlace } from './token.ts';

/** What the web process is told: no mail password, no owner's address of the database. */
export interface WebSettings extends Omit<CommonSettings, 'mail' | 'mailFrom' | 'workerPool'> {
  readonly port: number;
  /** Scheme, name and port at which people come; begins every link that leaves the product. */
  readonly origin: string;
  /** Names that may stand in the Host header, lower case, without port. */
  readonly hosts: readonly string[];
  readonly log: LogSettings;
  readonly payment: PaymentAccount | undefined;
  readonly vneid: ProviderAccount | undefined;
  readonly officers: ProviderAccount | undefined;
  /** Without it results are not signed here. */
  readonly signing: SigningSettings | undefined;
  readonly remoteSigners: readonly RemoteSigner[];
  readonly token: TokenPlace | undefined;
  /** Links to the simulated wallet of DEMO begin so. */
  readonly demoWallet: string | undefined;
}
/** Services around signatures. */
export interface SigningSettings {
  /** DER in base64: the authorities that are trusted. */
  readonly roots: readonly string[];
  /** Of the time-stamping authority (RFC 3161). */
  readonly stampUrl: string | undefined;
  /** Names and ports at which revocation may be asked about. */
  readonly hosts: readonly string[];
  /** Where to ask about certificates of an issuer, by its common name, whatever they say themselves. */
  readonly responders: Readonly<Record<string, { readonly ocsp?: string; readonly crl?: string }>>;
  /** The authority that certifies at once: the demo's. */
  readonly authority: { readonly url: string } | undefined;
  /** Where keys lie that are kept in files. */
  readonly keys: string;
}
/** The public log as everybody may know it. */
export interface LogSettings {
  readonly origin: string;
  readonly verifier: string;
  /** The key of before, while it signs too. */
  readonly before?: string;
  readonly retired: KnownKeys['retired'];
  readonly changes: KnownKeys['changes'];
  readonly witnesses: readonly NamedWitness[];
  /** So many witnesses must have signed before a proof is given out. */
  readonly least: number;
}
export interface WebSecrets {
  /** As the web role, which cannot bypass row-level security. */
  readonly databaseUrl: string;
  readonly csrfKey: string;
  /** Signs what is published here. */
  readonly packageKey: PrivateKey;
  readonly authoritySecret: string;
  readonly keyPassphrase: string;
}

export interface WorkerSettings extends Omit<CommonSettings, 'metrics' | 'webPool'> {
  readonly origin: string;
  readonly log: LogSettings;
  readonly payment: PaymentAccount | undefined;
}
export interface WorkerSecrets {
  readonly databaseUrl: string;
  /** Signs the public log. */
  readonly logKey: string;
  /** Signs it too, while others learn of the new key. */
  readonly logKeyBefore?: string;
}

/** What DEMO simulates: two providers for signing in, one for paying, an authority, one for signing, a wallet. */
export interface SimulatorSettings {
  readonly dataDir: string;
  readonly logLevel: CommonSettings['logLevel'];
  /** Where Một Cửa itself is found: the providers send browsers back there and nowhere else. */
  readonly origin: string;
  readonly vneid: ProviderAccount & { readonly port: number };
  readonly officers: ProviderAccount & { readonly port: number };
  readonly payment: PaymentAccount & { readonly port: number };
  readonly authority: { readonly port: number; readonly secret: string; readonly folder: string };
  readonly remoteSigner: RemoteSigner & { readonly port: number };
  readonly wallet: { readonly port: number };
}

export interface Ports {
  readonly web: number;
  readonly vneid: number;
  readonly officers: number;
  readonly payment: number;
  readonly authority: number;
  readonly remoteSigner: number;
  readonly wallet: number;
  /** Of the witnesses that DEMO brings. */
  readonly witnesses: readonly number[];
}

/** The settings once the ports are known, divided by who needs what. */
export interface Placed {
  readonly origin: string;
  readonly web: WebSettings;
  readonly worker: WorkerSettings;
  readonly simulators: SimulatorSettings | undefined;
}

/** Name and key of the log and of the witnesses beside it. */
export interface LogKeys extends Pick<LogSettings, 'before' | 'retired' | 'changes'> {
  readonly verifier: string;
  readonly origin: string;
  /** Of the witnesses that DEMO brings, in the order of their ports. */
  readonly witnesses: readonly string[];
  /** What the demo's authority is trusted by: DER in base64. */
  readonly authorityRoot?: string;
}

/** Where the demo's authority keeps its keys and what it issued. */
export const authorityFolder = (dataDir: string): string => path.join(dataDir, 'authority');

/** Where keys of officers and agencies lie, encrypted. */
export const keysFolder = (dataDir: string): string => path.join(dataDir, 'keys');

/** The demo brings an authority of its own; elsewhere the settings name whom to trust and whom to ask. */
function signingOf(
  settings: Settings,
  ports: Ports,
  { authorityRoot }: LogKeys,
): SigningSettings | undefined {
  const keys = keysFolder(settings.dataDir);
  if (authorityRoot === undefined || !settings.demo)
    return settings.signing && { ...settings.signing, responders: {}, authority: undefined, keys };
  const url = `http://127.0.0.1:${ports.authority}`;
  return {
    roots: [authorityRoot],
    stampUrl: `${url}/dau-thoi-gian`,
    hosts: [],
    // The port may be another one tomorrow.
    responders: {
      [demoIssuers.issuing]: { ocsp: `${url}/ocsp`, crl: `${url}/issuing.crl` },
      [demoIssuers.root]: { crl: `${url}/root.crl` },
    },
    authority: { url },
    keys,
  };
}

/** Address at which this instance is found from outside. */
export const originOf = ({ publicUrl }: Pick<Settings, 'publicUrl'>, ports: Pick<Ports, 'web'>): string =>
  publicUrl?.origin ?? `http://localhost:${ports.web}`;

export function place(settings: Settings, ports: Ports, secrets: ProductSecrets, keys: LogKeys): Placed {
  const { demo, host } = settings;
  const origin = originOf(settings, ports);
  // Cookies ignore ports: by another name of this machine the providers' own are kept apart from the product's.
  const at = (port: number, clientSecret: string) => ({
    issuer: `http://127.0.0.1:${port}`,
    clientId: 'motcua',
    clientSecret,
    port,
  });
  const simulators: SimulatorSettings | undefined = demo
    ? {
        dataDir: settings.dataDir,
        logLevel: settings.logLevel,
        origin,
        vneid: at(ports.vneid, secrets.vneidClientSecret),
        officers: at(ports.officers, secrets.officerClientSecret),
        payment: {
          url: `http://127.0.0.1:${ports.payment}/api`,
          partner: 'MOTCUA',
          secret: secrets.paymentSecret,
          port: ports.payment,
        },
        authority: {
          port: ports.authority,
          secret: secrets.authoritySecret,
          folder: authorityFolder(settings.dataDir),
        },
        remoteSigner: {
          key: 'simca',
          name: 'SimCA (mô phỏng)',
          url: `http://127.0.0.1:${ports.remoteSigner}`,
          clientId: 'motcua',
          clientSecret: secrets.remoteSigningSecret,
          port: ports.remoteSigner,
        },
        wallet: { port: ports.wallet },
      }
    : undefined;
  const {
    port: _port,
    publicUrl: _public,
    databaseUrl: _owner,
    sample: _sample,
    webSpare: _spare,
    payment: given,
    witnesses: named,
    signing: _signing,
    remoteSigners: providers,
    token,
    vneid,
    officers,
    ...common
  } = settings;
  const { mail: _mail, mailFrom: _from, workerPool: _workerPool, ...forWeb } = common;
  const { metrics: _metrics, webPool: _webPool, ...forWorker } = common;
  const payment = simulators ? asAccount(simulators.payment) : given;
  const besides = keys.witnesses.map((verifier, n) => ({
    url: `http://127.0.0.1:${ports.witnesses[n] ?? 0}`,
    verifier,
  }));
  const witnesses = [...named, ...besides];
  const { origin: name, verifier, before, retired, changes } = keys;
  const log = {
    origin: name,
    verifier,
    ...(before && { before }),
    retired,
    changes,
    witnesses,
    least: leastOf(witnesses.length),
  };
  return {
    origin,
    web: {
      ...forWeb,
      port: ports.web,
      origin,
      hosts: hostNames(origin, host),
      log,
      payment,
      vneid: withoutPort(simulators?.vneid) ?? vneid,
      officers: withoutPort(simulators?.officers) ?? officers,
      signing: signingOf(settings, ports, keys),
      token,
      remoteSigners: simulators ? [signerWithoutPort(simulators.remoteSigner)] : providers,
      demoWallet: demo ? walletOffers(ports.wallet) : undefined,
    },
    worker: { ...forWorker, origin, log, payment },
    simulators,
  };
}

const signerWithoutPort = ({ port: _port, ...signer }: RemoteSigner & { port: number }): RemoteSigner =>
  signer;

const asAccount = ({ url, partner, secret }: PaymentAccount): PaymentAccount => ({ url, partner, secret });

const withoutPort = (
  account: (ProviderAccount & { port: number }) | undefined,
): ProviderAccount | undefined =>
  account && { issuer: account.issuer, clientId: account.clientId, clientSecret: account.clientSecret };

/** The public name, and this machine's own names for health checks that come from the machine itself. */
function hostNames(origin: string, host: string): string[] {
  const named = new URL(origin).hostname;
  const own = isThisMachine(host) || host === '0.0.0.0' || host === '::' ? [] : [host];
  return [...new Set([named, 'localhost', '127.0.0.1', '[::1]', ...own].map((name) => name.toLowerCase()))];
}
