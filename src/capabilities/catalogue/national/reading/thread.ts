import { parentPort, workerData } from 'node:worker_threads';
import { type ListFiles, readListFiles } from './read-files.ts';

parentPort?.postMessage(readListFiles(workerData as ListFiles));
