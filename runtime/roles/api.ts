import { fileURLToPath } from 'node:url';
import type { App } from '#runtime/api/app.ts';
import { reachableHost, startApi } from '#runtime/api/start-api.ts';
import { importSamples } from '#runtime/process/import-samples.ts';
import { ensureAdministrator } from '#runtime/tenant/first-administrator.ts';
import { listPrinted } from '#runtime/tenant/one-time-password.ts';
import type { SecretBox } from '#runtime/tenant/secret-box.ts';
import type { Announcement, Role } from './role.ts';
import type { Services } from './services.ts';

/** The one tenant every installation begins with. */
const firstTenant = 'default';

const webAppDir = fileURLToPath(new URL('../../dist/', import.meta.url));
const samplesDir = fileURLToPath(new URL('../../samples/', import.meta.url));

/** The role `api`: web app, API and desktops. At the first start it makes the first administrator and imports the samples. */
export const apiRole: Role = {
  name: 'api',
  async start(services) {
    const { app, parts, stop } = await startApi({ ...services, webAppDir }, async (ready) => {
      await ensureAdministrator(ready, firstTenant);
      await importSamples(ready, firstTenant, samplesDir);
    });
    return { announcements: [addressOf(app, services), ...(await passwords(services, parts.box))], stop };
  },
};

function addressOf(app: App, { settings }: Services): Announcement {
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : settings.port;
  const host = reachableHost(settings.host);
  const named = host.includes(':') ? `[${host}]` : host;
  return { label: 'Web app', text: settings.publicUrl ?? `http://${named}:${port}` };
}

/** Log-ins whose password has not been changed yet; those that share a password share a line. */
async function passwords(services: Services, box: SecretBox): Promise<Announcement[]> {
  const printed = await listPrinted(services.pool, box, firstTenant).catch((error: unknown) => {
    services.log.warn({ err: error }, 'the first passwords cannot be printed');
    return [];
  });
  const byPassword = Map.groupBy(printed, ({ password }) => password);
  const lines = [...byPassword].toSorted(([, left], [, right]) => left.length - right.length);
  return lines.map(([password, of]) => ({
    label: of.length === 1 ? 'Log in as' : 'Samples',
    text: `${of.map(({ userName }) => userName).join(', ')} · password ${password}`,
  }));
}
