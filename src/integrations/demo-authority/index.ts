export { certifyByDemo, enrolmentByDemo } from './enrolment.ts';
export { type DemoAuthority, startDemoAuthority } from './server.ts';
export { demoIssuers, openAuthority } from './state.ts';
