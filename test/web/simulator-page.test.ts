// The simulator's page in a real browser: what a newcomer does with it in her first minutes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { thorough } from '../support/effort.ts';
import { complaintsOf, desktop, hasBrowser, openBrowser, phone, whySkipped } from './open-browser.ts';
import { openWebHouse, type WebHouse } from './web-house.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const lupe = 'Guadalupe Ríos Peña';

describe.skipIf(!hasBrowser)(`the page of the simulator${whySkipped}`, () => {
  let browser: Browser;
  let house: WebHouse;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    await house.close();
    expect(complaints.splice(0)).toEqual([]);
  });

  async function openPage(options: BrowserContextOptions, path = '', open = openWebHouse()): Promise<Page> {
    house = await open;
    const context = await browser.newContext(options);
    contexts.push(context);
    return newWindow(context, path);
  }
  async function newWindow(context: BrowserContext, path = ''): Promise<Page> {
    const page = await context.newPage();
    const found = complaintsOf(page, house.url);
    page.once('close', () => complaints.push(...found));
    await page.goto(house.url + path);
    await page.getByRole('navigation').getByRole('button', { name: 'Verónica' }).waitFor({ state: 'attached' });
    return page;
  }
  const pane = (page: Page, name: string) => page.getByRole('region', { name: `Conversación de ${name}` });
  const bubbles = (page: Page, name = lupe) => pane(page, name).getByRole('article');
  async function say(page: Page, text: string, name = lupe): Promise<void> {
    const box = pane(page, name).getByRole('textbox');
    await box.fill(text);
    await box.press('Enter');
  }
  /** A cycle up to the agreed observation, as a mentor would have it. */
  async function planned(): Promise<WebHouse> {
    const opened = await openWebHouse();
    const lines = readFileSync(new URL('../shown/one-cycle.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    for (const line of lines.slice(0, 19)) await opened.driver.line(line);
    return opened;
  }
  async function violations(page: Page): Promise<string[]> {
    // From the test's side of the fence: the page's own policy lets no script in.
    await page.evaluate(axeSource);
    const { violations: found } = await page.evaluate<AxeResults>('axe.run(document)');
    return found
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`));
  }

  it('a person is chosen, hola is answered with the welcome, and an option is tapped', async () => {
    const page = await openPage(desktop);
    await page.getByRole('searchbox').fill('cuauhtemoc');
    await page.getByRole('button', { name: lupe }).click();
    await say(page, 'hola');
    await bubbles(page).filter({ hasText: 'Soy Luciérnaga' }).waitFor();
    await page.getByRole('button', { name: 'Sí, acepto' }).click();
    await bubbles(page).filter({ hasText: 'CLIMSS' }).waitFor();
    await bubbles(page).filter({ hasText: 'Sí, acepto' }).last().getByRole('img', { name: 'Leído' }).waitFor();
    expect(await page.getByRole('button', { name: 'Sí, acepto' }).getAttribute('class')).toContain('tapped');
  });

  it('the first answer is shown within a second of sending', async () => {
    const page = await openPage(desktop, '#G01-mentora');
    const name = 'Verónica Salcido Aguirre';
    // Once without looking at the clock: the engine reads its texts for the first time.
    await say(page, 'hola', name);
    await bubbles(page, name).filter({ hasText: 'Soy Luciérnaga' }).waitFor();
    await page.getByRole('navigation').getByRole('button', { name: lupe }).click();
    const box = pane(page, lupe).getByRole('textbox');
    await box.fill('hola');
    await page.evaluate(`window.shownAfter = new Promise((resolve) => {
      let sent = 0;
      addEventListener('keydown', (event) => { if (event.key === 'Enter') sent = performance.now(); }, true);
      new MutationObserver(() => {
        if (sent && document.querySelector('.pane .theirs')) requestAnimationFrame(() => resolve(performance.now() - sent));
      }).observe(document.body, { childList: true, subtree: true });
    }); undefined`);
    await box.press('Enter');
    expect(await page.evaluate<number>('window.shownAfter')).toBeLessThan(1_000);
  });

  it('the clock goes to the next reminder, which is shown on its day', async () => {
    const page = await openPage(desktop, '#G04-mentora', planned());
    await bubbles(page).first().waitFor();
    expect(await page.getByRole('group', { name: 'Reloj' }).textContent()).toContain('lunes 2 de marzo');
    await page.getByRole('button', { name: 'Al siguiente aviso' }).click();
    await bubbles(page).filter({ hasText: 'mañana jueves 5 de marzo, 10:00' }).waitFor();
    await page.getByRole('group', { name: 'Reloj' }).filter({ hasText: 'miércoles 4 de marzo' }).waitFor();
    expect(await pane(page, lupe).locator('.day').last().textContent()).toBe('Hoy');
  });

  thorough('the clock goes on by a day, and to a date and hour of her zone', async () => {
    const page = await openPage(desktop, '#G01-mentora');
    const clock = page.getByRole('group', { name: 'Reloj' });
    await page.getByRole('button', { name: 'Adelantar el reloj' }).click();
    await page.getByRole('menuitem', { name: 'Un día' }).click();
    await clock.filter({ hasText: 'martes 3 de marzo' }).waitFor();
    await page.getByRole('button', { name: 'Adelantar el reloj' }).click();
    await page.getByRole('menuitem', { name: 'A una fecha y hora' }).click();
    await page.getByRole('textbox', { name: 'Fecha' }).fill('2026-03-06');
    await page.getByLabel('Hora', { exact: true }).fill('07:15');
    await page.getByRole('dialog').getByRole('button', { name: 'Adelantar' }).click();
    await clock.filter({ hasText: '07:15, hora de Tijuana' }).waitFor();
    expect(house.driver.now()).toBe('2026-03-06T15:15:00.000Z');
  });

  thorough('what the bot knows is told in plain words and follows the conversation', async () => {
    const page = await openPage(desktop, '#G04-mentora', planned());
    await page.getByRole('button', { name: 'Lo que sabe el bot' }).click();
    const known = page.getByRole('dialog', { name: `Lo que el bot sabe de ${lupe}` });
    await known.getByText('jueves 5 de marzo, 10:00').waitFor();
    for (const words of ['Lupita, Maternal A', 'Observación enfocada', 'Recordar la observación de Lupita']) {
      await known.getByText(words).first().waitFor();
    }
    expect(await known.textContent()).not.toMatch(/G04|undefined|focusedObservation|:\d+:/);
    await say(page, 'se cambió la observación de Lupita para el viernes a las 11');
    // Older questions have a «Sí» too: the new one has to be there first.
    await bubbles(page).filter({ hasText: 'viernes 6 de marzo' }).last().waitFor();
    await page.getByRole('button', { name: /^Sí/ }).last().click();
    await known.getByText('viernes 6 de marzo, 11:00').first().waitFor();
    await page.keyboard.press('Escape');
    await known.getByRole('button', { name: 'Cerrar' }).press('Escape');
    await known.waitFor({ state: 'hidden' });
  });

  thorough('a page that is loaded again has its history, ticks and days, also after the bot was started again', async () => {
    const page = await openPage(desktop, '#G04-mentora');
    await say(page, 'hola');
    await page.getByRole('button', { name: 'Sí, acepto' }).click();
    await bubbles(page).filter({ hasText: 'CLIMSS' }).waitFor();
    await expect.poll(() => page.locator('.tick[data-state=handled]').count()).toBe(2);
    const before = await bubbles(page).allTextContents();
    await page.reload();
    await bubbles(page).filter({ hasText: 'CLIMSS' }).waitFor();
    expect(await bubbles(page).allTextContents()).toEqual(before);
    await page.goto('about:blank');
    await house.restart();
    await page.goto(`${house.url}#G04-mentora`);
    await bubbles(page).filter({ hasText: 'CLIMSS' }).waitFor();
    expect(await bubbles(page).allTextContents()).toEqual(before);
  });

  thorough('a break of the stream is told, and mended once the bot is there again', async () => {
    const page = await openPage(desktop, '#G04-mentora');
    await say(page, 'hola');
    await bubbles(page).filter({ hasText: 'Soy Luciérnaga' }).waitFor();
    await page.getByRole('button', { name: 'Sí, acepto' }).waitFor();
    const count = await bubbles(page).count();
    await house.restart();
    await page.getByText('Conexión recuperada').waitFor();
    await house.driver.line({ from: 'G04-mentora', choose: 'Sí, acepto' });
    await expect.poll(() => bubbles(page).count()).toBe(count + 2);
    // The browser itself says on its console that a connection was refused; the page says nothing.
    await page.close();
    expect(complaints.splice(0).filter((one) => !one.includes('Failed to load resource'))).toEqual([]);
  });

  thorough('two conversations stand side by side: a mentor, and a group that was made of chosen people', async () => {
    const page = await openPage(desktop, '#G04-mentora');
    await page.getByRole('button', { name: 'Nuevo grupo' }).click();
    await page.getByLabel('Nombre del grupo').fill('Mentoras del norte');
    await page.getByRole('checkbox', { name: lupe }).check();
    await page.getByRole('checkbox', { name: /Silvia/ }).check();
    await page.getByRole('button', { name: 'Crear el grupo' }).click();
    await pane(page, 'Mentoras del norte').waitFor();
    await page.getByRole('button', { name: 'al lado' }).click();
    await page.getByRole('button', { name: lupe }).click();
    await say(page, 'Buenos días a todas', 'Mentoras del norte');
    await say(page, 'hola');
    await bubbles(page).filter({ hasText: 'Soy Luciérnaga' }).waitFor();
    expect(await bubbles(page, 'Mentoras del norte').count()).toBe(1);
    const boxes = await Promise.all(['Mentoras del norte', lupe].map((name) => pane(page, name).boundingBox()));
    expect(boxes[0]!.x + boxes[0]!.width).toBeLessThanOrEqual(boxes[1]!.x + 1);
    await page.reload();
    await bubbles(page, 'Mentoras del norte').filter({ hasText: 'Buenos días a todas' }).waitFor();
    expect(await page.locator('.pane').count()).toBe(2);
  });

  thorough(
    'the end of a conversation stays in sight when it gets narrower or lower, and what is read above it stays as well',
    async () => {
      const page = await openPage(desktop, '#G04-mentora', planned());
      const log = pane(page, lupe).getByRole('log');
      const below = () => log.evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight);
      await bubbles(page).first().waitFor();
      await expect.poll(below).toBeLessThan(2);
      await page.getByRole('button', { name: 'Lo que sabe el bot' }).click();
      await page.getByText('Avisos pendientes').waitFor();
      await expect.poll(below).toBeLessThan(2);
      await page.setViewportSize({ width: 1280, height: 460 });
      await expect.poll(() => log.evaluate((one) => one.clientHeight)).toBeLessThan(400);
      await expect.poll(below).toBeLessThan(2);
      await log.evaluate((one) => one.scrollTo({ top: 0 }));
      await page.waitForTimeout(100);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.waitForTimeout(100);
      expect(await log.evaluate((one) => one.scrollTop)).toBe(0);
    },
  );

  thorough('nothing jumps while messages come', async () => {
    const page = await openPage(desktop, '#G04-mentora', planned());
    await bubbles(page).first().waitFor();
    await page.waitForTimeout(700);
    await page.evaluate(`window.shifts = []; new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shifts.push(entry.value);
    }).observe({ type: 'layout-shift' }); undefined`);
    await house.driver.line({ from: 'G04-mentora', text: 'hola' });
    await house.driver.advanceToNext();
    await bubbles(page).filter({ hasText: 'Le recuerdo' }).last().waitFor();
    await page.waitForTimeout(700);
    const shifts = await page.evaluate<number[]>('window.shifts');
    // What is called good is 0.1 in all of a visit.
    expect(shifts.reduce((sum, one) => sum + one, 0)).toBeLessThan(0.02);
  });

  thorough('several windows stay in step', async () => {
    const page = await openPage(desktop, '#G04-mentora');
    const other = await newWindow(contexts[0]!, '#G04-mentora');
    await say(page, 'hola');
    await bubbles(other).filter({ hasText: 'Soy Luciérnaga' }).waitFor();
    await other.getByRole('button', { name: 'Sí, acepto' }).click();
    await bubbles(page).filter({ hasText: 'CLIMSS' }).waitFor();
    expect(await bubbles(page).allTextContents()).toEqual(await bubbles(other).allTextContents());
  });

  thorough('a message is answered to, reacted to, corrected and taken back', async () => {
    const page = await openPage(desktop, '#G04-mentora');
    await say(page, 'buenos dias');
    const own = bubbles(page).filter({ hasText: 'buenos dias' }).first();
    const more = (message: typeof own) => message.getByRole('button', { name: 'Más de este mensaje' });
    await more(own).click();
    await page.getByRole('menuitem', { name: 'Editar' }).click();
    await say(page, 'hola, buenos días');
    await bubbles(page).filter({ hasText: 'hola, buenos días' }).getByText('editado').waitFor();
    const welcome = bubbles(page).filter({ hasText: 'Soy Luciérnaga' }).first();
    await more(welcome).click();
    await page.getByRole('menuitem', { name: 'Reaccionar con 👍' }).click();
    await welcome.locator('.reactions').filter({ hasText: '👍' }).waitFor();
    await more(welcome).click();
    await page.getByRole('menuitem', { name: 'Responder' }).click();
    await say(page, 'mucho gusto');
    await bubbles(page).filter({ hasText: 'mucho gusto' }).locator('.quote').filter({ hasText: 'Soy Luciérnaga' }).waitFor();
    await more(bubbles(page).filter({ hasText: 'mucho gusto' })).click();
    await page.getByRole('menuitem', { name: 'Eliminar' }).click();
    await bubbles(page).filter({ hasText: 'Se eliminó este mensaje' }).waitFor();
  });

  thorough('pictures and voice notes are sent as stand-ins; what the bot sends as a video can be played', async () => {
    const page = await openPage(desktop, '#G04-mentora', planned());
    await page.getByRole('button', { name: 'Enviar otra cosa' }).click();
    const places = await Promise.all([pane(page, lupe), page.getByRole('menu')].map((one) => one.boundingBox()));
    expect(places[1]!.x).toBeGreaterThanOrEqual(places[0]!.x);
    await page.getByRole('menuitem', { name: 'Nota de voz' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Enviar' }).click();
    await bubbles(page).filter({ hasText: 'Nota de voz de 12 segundos' }).waitFor();
    house.chatLog.append({
      type: 'shown',
      chat: 'G04-mentora',
      id: 'video',
      at: house.driver.now(),
      kind: 'tip',
      text: 'Mire este video',
      options: [],
      media: { type: 'video', file: 'clip-1.mp4', seconds: 3, megabytes: 0.1 },
    });
    const film = page.locator('video');
    await expect.poll(() => film.evaluate((video) => (video as unknown as { readyState: number }).readyState)).toBeGreaterThan(0);
    expect(await film.getAttribute('aria-label')).toBe('Video de 3 segundos');
  });

  thorough('messages that are seen are told to the bot as delivered and read', async () => {
    const page = await openPage(desktop, '#G04-mentora');
    await say(page, 'hola');
    const welcome = bubbles(page).filter({ hasText: '¿Acepta participar' });
    await welcome.waitFor();
    const read = () =>
      house.chatLog.of('G04-mentora').filter((entry) => entry.type === 'receipt' && entry.status === 'read').length;
    await expect.poll(read).toBeGreaterThan(0);
  });

  it('works by keyboard alone', async () => {
    const page = await openPage(desktop);
    const keys = page.keyboard;
    // The search has the focus at the start; arrows go through the list.
    await keys.type('rios');
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await keys.type('hola');
    await keys.press('Shift+Enter');
    await keys.type('buenos días');
    await keys.press('Enter');
    await bubbles(page).filter({ hasText: 'Soy Luciérnaga' }).waitFor();
    expect(await bubbles(page).first().locator('.words').textContent()).toBe('hola\nbuenos días');
    for (let presses = 0; presses < 20; presses++) {
      await keys.press('Shift+Tab');
      const text = await page.evaluate<string>('document.activeElement.textContent');
      if (text === 'Sí, acepto') break;
    }
    expect(await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await keys.press('Enter');
    await bubbles(page).filter({ hasText: 'CLIMSS' }).waitFor();
    await page.getByRole('button', { name: 'Adelantar el reloj' }).focus();
    await keys.press('Enter');
    await keys.press('End');
    await keys.press('Escape');
    expect(await page.evaluate<string>('document.activeElement.ariaLabel')).toBe('Adelantar el reloj');
    expect(await page.getByRole('menu').count()).toBe(0);
  });

  thorough('new bubbles are read out, the history is not', async () => {
    const page = await openPage(desktop, '#G04-mentora', planned());
    const log = pane(page, lupe).getByRole('log');
    await bubbles(page).first().waitFor();
    await expect.poll(() => log.getAttribute('aria-live')).toBe('polite');
  });

  it('a phone of 360 pixels shows the list or one conversation, and nothing scrolls sideways', async () => {
    const page = await openPage(phone, '', planned());
    const overflow = () => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(await overflow()).toBe(0);
    await page.getByRole('button', { name: lupe }).tap();
    await bubbles(page).first().waitFor();
    expect(await overflow()).toBe(0);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    const small = await page.evaluate<string[]>(
      `[...document.querySelectorAll('button, select, textarea')].filter((one) => one.checkVisibility()
        && !one.matches('.bubble-more, .quote') && one.getBoundingClientRect().height < 40).map((one) => one.className)`,
    );
    expect(small).toEqual([]);
    await page.getByRole('button', { name: 'Volver a la lista' }).tap();
    expect(await page.getByRole('navigation').isVisible()).toBe(true);
    await page.goBack();
    await bubbles(page).first().waitFor();
  });

  describe('an accessibility library has nothing serious to say', () => {
    for (const [name, options] of [
      ['in light', desktop],
      ['in dark', { ...desktop, colorScheme: 'dark' }],
      ['at the width of a phone', phone],
    ] as const) {
      thorough(name, async () => {
        const page = await openPage(options, '', planned());
        expect(await violations(page)).toEqual([]);
        await page.getByRole('button', { name: lupe }).click();
        await bubbles(page).first().waitFor();
        expect(await violations(page)).toEqual([]);
        await page.getByRole('button', { name: 'Lo que sabe el bot' }).click();
        await page.getByText('Avisos pendientes').waitFor();
        expect(await violations(page)).toEqual([]);
        await page.getByRole('dialog').getByRole('button', { name: 'Cerrar' }).click();
        await page.getByRole('button', { name: 'Más de este mensaje' }).last().click();
        expect(await violations(page)).toEqual([]);
      });
    }
  });
});
