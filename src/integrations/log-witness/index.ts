export { witnessByHttp } from './adapter.ts';
export { keyOfWitness, memoryIn } from './memory.ts';
export { type RunningWitness, startWitness } from './server.ts';
