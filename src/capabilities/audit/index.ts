export { permissions as auditPermissions } from './permissions.ts';
export { type Change, recentChanges } from './recent-changes.ts';
export { type AuditEntry, record, recordAll } from './record.ts';
