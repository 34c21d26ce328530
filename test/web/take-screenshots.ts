// node test/web/take-screenshots.ts: draws the pictures of the simulator in docs/images anew, from a story that is always the same.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/config.ts';
import { desktop, openBrowser, phone } from './open-browser.ts';
import { openWebHouse } from './web-house.ts';

const folder = join(projectRoot, 'docs/images');
const mentor = 'G04-mentora';

const house = await openWebHouse();
const browser = await openBrowser();
try {
  mkdirSync(folder, { recursive: true });
  const story = readFileSync(join(projectRoot, 'test/shown/one-cycle.jsonl'), 'utf8').trim().split('\n');
  for (const line of story.slice(0, 19)) await house.driver.line(line);
  await house.driver.line({ from: mentor, id: 'story-1', text: 'tengo una duda' });
  await house.driver.line({ from: mentor, id: 'story-2', text: '¿A quién le pido las llaves del salón de usos múltiples?' });
  await house.driver.line({ from: 'consultora-1', id: 'story-3', text: 'gracias' });
  await house.driver.advanceToNext();
  await house.driver.line({ from: mentor, id: 'story-4', text: '¿dónde voy?' });

  const wide = await browser.newContext({ ...desktop, viewport: { width: 1320, height: 800 } });
  const page = await wide.newPage();
  await page.goto(`${house.url}#${mentor}+consultora-1`);
  await page.locator('.pane').nth(1).getByRole('article').first().waitFor();
  await page.locator('.pane').first().getByRole('article').last().waitFor();
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(folder, 'simulator-desktop.png') });

  await house.driver.line({ from: mentor, id: 'story-5', text: 'menú' });
  const small = await browser.newContext(phone);
  const hers = await small.newPage();
  await hers.goto(`${house.url}#${mentor}`);
  await hers.getByRole('article').last().waitFor();
  await hers.waitForTimeout(600);
  await hers.screenshot({ path: join(folder, 'simulator-phone.png') });
} finally {
  await browser.close();
  await house.close();
}
