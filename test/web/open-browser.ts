// Chromium for the tests of pages, where this computer has one.
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** False where it is not installed: such tests are skipped, and say why. */
export const hasBrowser = existsSync(executablePath);
export const whySkipped = hasBrowser
  ? ''
  : ` (skipped: there is no Chromium at ${executablePath}; "apt install chromium" brings it)`;

const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: ['--no-sandbox', ...quiet] });
}

export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, locale: 'es-MX' };
export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  locale: 'es-MX',
};

/** What the console and the page complained of, and requests that went anywhere else. */
export function complaintsOf(page: Page, url: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) complaints.push(`outside: ${request.url()}`);
  });
  return complaints;
}
