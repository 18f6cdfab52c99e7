import type { Page } from 'playwright-core';
import { ready, screenshot } from '../support';

const DONE = '本课已完成';
const COURSE_DONE = '已全部学完';

/**
 * Takes the whole course on the lesson pages as a clinician does: scrolls the texts, leafs through the PDF, lets the film
 * run. Begins on the outline; ends on the last lesson when the page says that all is learned.
 */
export async function study(page: Page, lessons: number): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('link', { name: /开始学习|继续学习/ })
    .first()
    .click();
  for (let n = 1; n <= lessons; n++) {
    await page.getByText(`第 ${n} 课`, { exact: false }).first().waitFor();
    await ready(page);
    await takeLesson(page, n);
    if (n === lessons) break;
    await page.getByRole('link', { name: '学下一课' }).click();
  }
  await page.getByText(COURSE_DONE).waitFor({ timeout: 20_000 });
}

async function takeLesson(page: Page, n: number): Promise<void> {
  const film = (await page.locator('video').count()) > 0;
  const play = page.getByRole('button', { name: '播放', exact: true });
  if (film && (await play.isVisible())) await play.click();
  await screenshot(page, `05-lesson-${n}-phone`);
  const over = page.getByText(DONE).or(page.getByText(COURSE_DONE)).first();
  // A film keeps its place on the screen. A text is read down to its end; a PDF slowly, each page counts after seconds, and back.
  for (let i = 0; !(await over.isVisible()); i++) {
    if (i > 120) throw new Error(`lesson ${n} does not end: ${await page.getByRole('main').innerText()}`);
    const pdf = (await page.locator('canvas').count()) > 0;
    if (!film) await page.mouse.wheel(0, pdf ? (i % 60 < 30 ? 100 : -100) : i % 8 === 7 ? -300 : 300);
    await page.waitForTimeout(1000);
  }
}
