import { ApiError } from '$lib/api';
import { t } from '$lib/i18n';

export interface Uploaded {
  id: string;
  name: string;
  size: number;
}

/** One upload per chosen file: a second press sends the same id, so the act stays the same act. */
const done = new WeakMap<File, Promise<Uploaded>>();

/** Sends a file and gives its id. Throws `ApiError` with the server's own words. */
export function upload(file: File): Promise<Uploaded> {
  const before = done.get(file);
  if (before) return before;
  const now = send(file);
  done.set(file, now);
  now.catch(() => done.delete(file));
  return now;
}

async function send(file: File): Promise<Uploaded> {
  const body = new FormData();
  body.append('file', file);
  let response: Response;
  let answer: (Uploaded & { error?: undefined }) | { error: { code: string; message: string; requestId?: string } };
  try {
    response = await fetch('/upload', {
      method: 'POST',
      body,
      headers: { 'x-kx-upload': '1', 'x-kx-lang': document.documentElement.lang === 'en' ? 'en' : 'zh-CN' },
    });
    answer = (await response.json()) as typeof answer;
  } catch {
    throw new ApiError({ code: 'NETWORK', message: t('common.error.network') });
  }
  if (answer.error) throw new ApiError(answer.error);
  return answer;
}

export const uploadAll = async (files: File[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const file of files) ids.push((await upload(file)).id);
  return ids;
};
