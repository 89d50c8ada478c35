import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { devices, expect, test as base, type BrowserContext, type Page, type WebError } from '@playwright/test';
import { loadMessages } from '#lib/messages/messages.ts';
import { DemonstrationServer, RoomServer } from '../support/server.ts';
import { Wire } from '../support/wire.ts';

// Names of buttons and fields come from the catalogue that the pages use.
await loadMessages('en');

const devicesOf = {
	phone: { ...devices['Pixel 7'], viewport: { width: 360, height: 740 } },
	laptop: { viewport: { width: 1440, height: 900 } }
} as const;

type Device = keyof typeof devicesOf;

type House = {
	/** A running server with the sample forum, of this test alone. */
	readonly server: DemonstrationServer;
	/** A running server without any content, of this test alone. */
	readonly empty: RoomServer;
	/** Somebody else's browser: nothing is shared with the other people. A fault in any of its pages fails the test. */
	readonly person: (device: Device, wire?: Wire) => Promise<Page>;
	/** A network of its own for one person, which the test cuts and mends. */
	readonly wire: Wire;
};

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'matchboard-e2e-'));
	try {
		await work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function running<Server extends DemonstrationServer | RoomServer>(
	server: Server,
	use: (server: Server) => Promise<void>
): Promise<void> {
	try {
		await server.start();
		await use(server);
	} finally {
		await server.end('SIGKILL');
	}
}

/** What broke, where in the code, and on which page: a trace of the test shows what was done there. */
function faultWords(fault: WebError): string {
	const cause = fault.error();
	return `${fault.page()?.url() ?? 'a page that is gone'}: ${cause.stack ?? cause.message}`;
}

export const test = base.extend<House>({
	// Playwright reads from the braces which fixtures a fixture needs; these need none.
	// eslint-disable-next-line no-empty-pattern
	server: async ({}, use) => {
		await inFolder((folder) => running(new DemonstrationServer(folder), use));
	},
	// eslint-disable-next-line no-empty-pattern
	empty: async ({}, use) => {
		await inFolder(async (folder) => running(await RoomServer.in(folder), use));
	},
	person: async ({ browser }, use) => {
		const contexts: BrowserContext[] = [];
		const faults: string[] = [];
		await use(async (device, wire) => {
			const context = await browser.newContext({
				...{ locale: 'en-GB', timezoneId: 'Europe/Paris', ...devicesOf[device] },
				...(wire && { proxy: { server: wire.address } })
			});
			contexts.push(context);
			context.on('weberror', (fault) => faults.push(faultWords(fault)));
			return context.newPage();
		});
		await Promise.all(contexts.map((context) => context.close()));
		expect(faults, 'faults in the pages of this test').toEqual([]);
	},
	// eslint-disable-next-line no-empty-pattern
	wire: async ({}, use) => {
		const wire = await Wire.open();
		await use(wire);
		await wire.close();
	}
});
