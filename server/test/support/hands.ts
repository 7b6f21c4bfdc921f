import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Ways of working a page: by the mouse, or by the keyboard alone. */
export interface Hands {
  /** Presses a button, a tab, a choice. */
  press(target: Locator): Promise<void>;
  /** Writes a text into a field instead of what is there. */
  write(target: Locator, text: string): Promise<void>;
  /** Takes the `at`-th of what a select offers. */
  choose(select: Locator, at: number): Promise<void>;
}

/** A hand with a mouse. */
export function mouse(page: Page): Hands {
  return {
    // A radio is drawn by the label around it.
    press: async (target) => ((await isRadio(target)) ? target.locator('xpath=..') : target).click(),
    async write(target, text) {
      await target.click();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(text);
    },
    async choose(select, at) {
      await select.click();
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option').nth(at).click();
    },
  };
}

const FAR = 90;

/** A hand that has only keys, and an eye that has to see where it is. */
export function keys(page: Page): Hands & { reach(target: Locator): Promise<void> } {
  const { keyboard } = page;
  const isAt = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));

  /** The canvas adds steps by Tab: it is left by F6 or backwards. */
  async function reach(target: Locator): Promise<void> {
    await target.waitFor({ state: 'attached' });
    const isBeside = await target.evaluate((element) => element.closest('.side-bar') !== null);
    const isOnCanvas = await page.evaluate(() => document.activeElement?.classList.contains('graph-canvas'));
    if (isOnCanvas && isBeside) await keyboard.press('F6');
    const back = (isOnCanvas && !isBeside) || (await isBefore(target));
    for (let i = 0; i < FAR; i += 1) {
      if (await isAt(target)) return expect(await isSeen(page), `the focus shows at ${target}`).toBe(true);
      await keyboard.press(back ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`Tab does not reach ${target}`);
  }

  return {
    reach,
    async press(target) {
      if (await isRadio(target)) return turnTo(target);
      const role = await target.getAttribute('role');
      if (role === 'tab') return turnToTab(target);
      if (role === 'menuitem') return pickFromMenu(target);
      await reach(target);
      await keyboard.press('Enter');
    },
    async write(target, text) {
      await reach(target);
      await keyboard.press('Control+a');
      await keyboard.insertText(text);
    },
    async choose(select, at) {
      await reach(select);
      await keyboard.press('ArrowDown');
      const options = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
      await options.nth(at).waitFor();
      for (let i = 0; i < FAR && !(await isActive(options.nth(at))); i += 1) await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
    },
  };

  /** Radios and tabs of one group are one stop of Tab: arrows go on from there. */
  async function turnTo(radio: Locator): Promise<void> {
    const name = await radio.getAttribute('name');
    await reach(page.locator(`input[type=radio][name="${name}"]:checked`));
    for (let i = 0; i < FAR && !(await radio.isChecked()); i += 1) await keyboard.press('ArrowRight');
    await expect.poll(() => radio.isChecked()).toBe(true);
  }

  async function turnToTab(tab: Locator): Promise<void> {
    await reach(tab.locator('xpath=ancestor::*[@role="tablist"]//*[@role="tab" and @aria-selected="true"]'));
    for (let i = 0; i < FAR && !(await isAt(tab)); i += 1) await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
  }

  async function pickFromMenu(item: Locator): Promise<void> {
    await item.waitFor();
    for (let i = 0; i < FAR && !(await isAt(item)); i += 1) await keyboard.press('ArrowDown');
    expect(await isAt(item), `arrows reach ${item}`).toBe(true);
    await keyboard.press('Enter');
  }
}

const isRadio = async (target: Locator): Promise<boolean> => (await target.getAttribute('type')) === 'radio';

const isActive = async (option: Locator): Promise<boolean> =>
  (await option.getAttribute('class'))?.includes('ant-select-item-option-active') ?? false;

/** Does it stand before what has the focus? */
const isBefore = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const { activeElement } = document;
    return (
      activeElement !== null &&
      activeElement !== document.body &&
      (activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
    );
  });

/** Is the place of the focus drawn: on the element itself, or on what it stands in? */
const isSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const looks = (element: Element | null, up = 0): boolean => {
      if (!element || up > 4) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const isRinged = outlineStyle !== 'none' && outlineWidth !== '0px';
      return isRinged || boxShadow !== 'none' || looks(element.parentElement, up + 1);
    };
    const { activeElement } = document;
    return activeElement?.matches('input, textarea, [contenteditable=true]') || looks(activeElement);
  });
