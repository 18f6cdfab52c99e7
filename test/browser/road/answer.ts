import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { screenshot } from '../support';

export const CONTENT = resolve(__dirname, '../../../content');

const bare = (text: string) => text.replace(/\s+/g, '');

/** The right letters by stem, from the starter item bank. */
function rightLetters(): Map<string, string> {
  const bank = JSON.parse(readFileSync(join(CONTENT, 'items/transfer-post-theory.json'), 'utf8')) as {
    items: { stem: string; key: string }[];
    groups: { questions: { stem: string; key: string }[] }[];
  };
  return new Map([...bank.items, ...bank.groups.flatMap((g) => g.questions)].map((q) => [bare(q.stem), q.key]));
}

/** Answers all questions rightly; the line is unplugged from question 10 to 12, and the page never says "saved" meanwhile. */
export async function answerPaper(page: Page, total: number): Promise<void> {
  const right = rightLetters();
  const device = page.context();
  for (let n = 1; n <= total; n++) {
    const stem = page.locator('fieldset p[id^=stem]', { hasText: new RegExp(`^${n}\\.`) });
    await stem.waitFor();
    const letters = right.get(bare((await stem.innerText()).replace(/^\d+\.\s*/, '')));
    expect(letters).toBeDefined();
    if (n === 10) await device.setOffline(true);
    for (const letter of letters!) await page.locator(`fieldset input[value="${letter}"]`).check();
    if (n === 3) await screenshot(page, '06-question-phone');
    if (n === 12) {
      expect(await page.locator('[data-save]').getAttribute('data-save')).not.toBe('saved');
      await screenshot(page, '06-offline-phone');
      await device.setOffline(false);
    }
    if (n < total) await page.getByRole('button', { name: '下一题' }).click();
  }
  await page.locator('[data-save=saved]').waitFor({ timeout: 45_000 });
}
