import { defineConfig, devices } from '@playwright/test';
import { chromiumArguments, locateChromium } from './tests/support/chromium.ts';

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results/e2e',
	forbidOnly: true,
	// A test that passes at the second try has found a fault.
	retries: 0,
	// Each test starts its own server and several browsers; two at a time is what two cores carry.
	workers: 2,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_REPORT ?? 'test-results/reports/e2e.json' }]],
	use: {
		...devices['Desktop Chrome'],
		locale: 'en-GB',
		timezoneId: 'Europe/Paris',
		// Whatever is not there to be pressed by then is not coming.
		actionTimeout: 15_000,
		trace: 'retain-on-failure',
		launchOptions: {
			executablePath: locateChromium(),
			// A laptop in the room serves plain http under a name, which browsers trust less than localhost.
			args: [...chromiumArguments, '--host-resolver-rules=MAP room.test 127.0.0.1']
		}
	},
	// Phones, laptops and the screen are contexts that a test opens side by side, not projects that repeat it.
	projects: [{ name: 'chromium' }]
});
