export { type ATable, dmnXml, tableXml } from './a-table.ts';
