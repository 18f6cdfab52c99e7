import { t } from '$lib/i18n';

const find = (ua: string, table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(ua))?.[1];

/** The browser and system of a user agent, in the words people use for them. */
export function device(userAgent: string | null | undefined): { name: string; phone: boolean } {
  const ua = userAgent ?? '';
  const app = find(ua, [
    [/MicroMessenger/, t('account.wechat')],
    [/Edg\//, 'Edge'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ]);
  const system = find(ua, [
    [/iPhone|iPad/, 'iOS'],
    [/Android/, 'Android'],
    [/HarmonyOS/, 'HarmonyOS'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'macOS'],
    [/Linux/, 'Linux'],
  ]);
  return {
    name: [app, system].filter(Boolean).join(' · ') || t('account.unknownDevice'),
    phone: /Mobile|Android|iPhone/.test(ua),
  };
}
