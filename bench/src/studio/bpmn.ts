import type { Page } from 'playwright-core';

/**
 * Opens the scenario of a page as a BPMN diagram, at the step that is chosen. Milliseconds until it is drawn and answers, and from a key in
 * the step's name until the diagram shows it.
 */
export async function measureBpmn(page: Page): Promise<{ open: number; change: number }> {
  const opening = performance.now();
  await page.getByRole('radiogroup', { name: 'View' }).getByText('BPMN', { exact: true }).click();
  await page.locator('.djs-shape.selected').waitFor();
  await isFree(page);
  const open = performance.now() - opening;
  await page.waitForTimeout(1_500);
  await page.getByRole('complementary').getByRole('textbox').first().click();
  await page.keyboard.press('Home');
  const before = await page.locator('.djs-shape.selected text').textContent();
  const beginning = performance.now();
  await page.keyboard.type('z');
  await page.waitForFunction(
    (name) => document.querySelector('.djs-shape.selected text')?.textContent !== name,
    before,
  );
  await isFree(page);
  return { open, change: performance.now() - beginning };
}

/** Drawn, and free to answer. */
export async function isFree(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
}
