import type { Command } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { dueCommand } from './due.ts';
import { exportProcedureCommand } from './export-procedure.ts';
import { helpCommand } from './help.ts';
import { importCatalogueCommand } from './import-catalogue.ts';
import { importProcedureCommand } from './import-procedure.ts';
import { logKeyCommand } from './log-key.ts';
import { migrateCommand } from './migrate.ts';
import { monitorCommand } from './monitor.ts';
import { nameKeyCommand } from './name-key.ts';
import { officersCommand } from './officers.ts';
import { refoldCommand } from './refold.ts';
import { seedCommand } from './seed.ts';
import { serveCommand, startCommand } from './start.ts';
import { verifyCommand } from './verify.ts';
import { verifyPackageCommand } from './verify-package.ts';
import { witnessCommand } from './witness.ts';

/** Every command there is, in the order of the help. */
export const commands: readonly Command[] = [
  startCommand,
  serveCommand,
  migrateCommand,
  seedCommand,
  importCatalogueCommand,
  exportProcedureCommand,
  importProcedureCommand,
  verifyPackageCommand,
  verifyCommand,
  witnessCommand,
  officersCommand,
  nameKeyCommand,
  monitorCommand,
  logKeyCommand,
  dueCommand,
  refoldCommand,
  doctorCommand,
  helpCommand(() => commands),
];
