// What the browser stage and the certificate tests call from outside: a browser, Chinese fonts, PDF and QR readers.
import fs from 'node:fs';
import { aptInstall, packageManager } from './packages.mjs';
import { succeeds } from './run.mjs';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FOLDERS = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/opt/google/chrome',
  '/Applications/Chromium.app/Contents/MacOS',
];

export function browserPath() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const files = BROWSERS.flatMap((name) => FOLDERS.map((folder) => `${folder}/${name}`));
  return files.find((file) => fs.existsSync(file)) ?? null;
}

const TOOLS = [
  { apt: 'chromium', isThere: () => browserPath() !== null },
  { apt: 'fonts-noto-cjk', isThere: () => fs.existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') },
  { apt: 'poppler-utils', isThere: () => succeeds('pdfsig', ['-v']) },
  { apt: 'zbar-tools', isThere: () => succeeds('zbarimg', ['--version']) },
];

/** Installs what is missing where that is possible; elsewhere says what is missing and lets the tests speak. */
export async function ensureBrowserTools(log) {
  const missing = TOOLS.filter(({ isThere }) => !isThere()).map(({ apt }) => apt);
  if (!missing.length) return;
  if (packageManager() === 'apt') await aptInstall(missing, log);
  else log(`Missing for the browser tests: ${missing.join(', ')} (or CHROME_PATH); install them, the tests need them.`);
}
