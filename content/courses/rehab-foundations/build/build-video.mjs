// 由 video.html 生成 ../lessons/05-early-timing.mp4 与封面：node content/courses/rehab-foundations/build/build-video.mjs
// 需要：playwright-core（devDependencies）、系统 chromium、ffmpeg、字体 fonts-noto-cjk。约 2 分钟。
import { createRequire } from 'node:module';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const { chromium } = createRequire(import.meta.url)('playwright-core');
const out = path.join(here, '../lessons/05-early-timing.mp4');
const poster = path.join(here, '../lessons/05-early-timing.poster.jpg');
const FPS = 25;
const SECONDS = 40;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
await page.goto(pathToFileURL(path.join(here, 'video.html')).href);
await page.evaluate(() => document.fonts.ready);

const ffmpeg = spawn('ffmpeg', [
  '-y', '-loglevel', 'error',
  '-f', 'image2pipe', '-framerate', String(FPS), '-c:v', 'mjpeg', '-i', '-',
  '-f', 'lavfi', '-i', 'anullsrc=channel_layout=mono:sample_rate=44100',
  '-t', String(SECONDS), '-vf', 'scale=in_range=full:out_range=tv,format=yuv420p',
  '-c:v', 'libx264', '-profile:v', 'baseline', '-level', '3.1', '-preset', 'slow', '-crf', '27', '-tune', 'animation', '-g', '75',
  '-c:a', 'aac', '-b:a', '32k', '-movflags', '+faststart', '-map_metadata', '-1', out,
], { stdio: ['pipe', 'inherit', 'inherit'] });

for (let i = 0; i < FPS * SECONDS; i += 1) {
  await page.evaluate((t) => window.render(t), i / FPS);
  const jpg = await page.screenshot({ type: 'jpeg', quality: 96 });
  if (!ffmpeg.stdin.write(jpg)) await once(ffmpeg.stdin, 'drain');
}
ffmpeg.stdin.end();
await once(ffmpeg, 'close');
await page.evaluate(() => window.render(3));
await page.screenshot({ type: 'jpeg', quality: 82, path: poster });
await browser.close();
