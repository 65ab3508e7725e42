export { type InternalProcedure, proceduresBetweenAgencies } from './look.ts';
