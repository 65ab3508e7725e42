/** Remote signing by the API of the Cloud Signature Consortium (v2): the way to it, and one on loopback to try it with. */
export { openRemoteSigning } from './adapter.ts';
export type { RemoteSigningOptions } from './settings.ts';
export type { Behaviour } from './simulator/behaviour.ts';
export { type CertifiedKey, type Certify, isSeal } from './simulator/credentials.ts';
export {
  type RemoteSigningSimulator,
  type RemoteSigningSimulatorOptions,
  startRemoteSigningSimulator,
} from './simulator/simulator.ts';
