import type { Permission } from '#kernel/actor';
import type { Doors } from '#surfaces/shared';
import { pageRoutes } from '../../src/main/page-routes.ts';
import { type Generator, generatedNote, referenceFolder } from './generator.ts';

const whoHolds = ({ public: everybody, guest, citizen, roles = [] }: Permission): string =>
  everybody
    ? 'everybody'
    : [...(guest ? ['guests'] : []), ...(citizen ? ['citizens'] : []), ...roles].join(', ');

/** Nothing is asked of the doors while routes are only named. */
const noDoors = { place: { demo: true }, credentials: {} } as unknown as Doors;
const noDeps = { design: { key: {} } } as Parameters<typeof pageRoutes>[1];

export const routesPage: Generator = {
  name: 'routes',
  make: () => {
    const routes = pageRoutes(noDoors, noDeps)
      .map((route) => ({ ...route, key: `${route.path} ${route.method}` }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const rows = routes.map(
      ({ method, path, permission, audit }) =>
        `| \`${path}\` | ${method} | \`${permission.name}\` | ${whoHolds(permission)} | ${audit} |`,
    );
    const permissions = [...new Map(routes.map(({ permission }) => [permission.name, permission])).values()]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((permission) => `| \`${permission.name}\` | ${whoHolds(permission)} |`);
    return {
      [`${referenceFolder}/routes.md`]: `${generatedNote}
# Addresses

Every page with the permission it asks and the journal entry of what stands behind it. \`/livez\`, \`/readyz\` and \`/metrics\` stand beside them
(\`src/main/health-routes.ts\`).

| address | method | permission | who | journal |
|---|---|---|---|---|
${rows.join('\n')}
`,
      [`${referenceFolder}/permissions.md`]: `${generatedNote}
# Permissions that addresses ask

The command behind an address asks again, for the unit concerned (\`docs/reference/acts.md\`).

| permission | who |
|---|---|
${permissions.join('\n')}
`,
    };
  },
};
