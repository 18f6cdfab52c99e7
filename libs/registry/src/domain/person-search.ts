import { checkCitizenId, normalizeCode, normalizePhone } from '@app/kernel';

export type PersonSearch =
  | { by: 'CITIZEN_ID'; value: string }
  | { by: 'PHONE'; value: string }
  | { by: 'TAIL'; value: string }
  | { by: 'PINYIN'; value: string }
  | { by: 'NAME'; value: string };

/** What somebody typed into the search box means: a whole identity number, a phone, its last four, pinyin, or a name. */
export function readPersonSearch(text: string): PersonSearch | null {
  const typed = text.trim();
  if (!typed) return null;
  const id = checkCitizenId(typed);
  if (id.valid) return { by: 'CITIZEN_ID', value: id.normalized! };
  const phone = normalizePhone(typed);
  if (phone) return { by: 'PHONE', value: phone };
  const code = normalizeCode(typed);
  if (/^\d{3}[\dX]$/.test(code)) return { by: 'TAIL', value: code };
  if (/^[A-Za-z' ]+$/.test(typed)) return { by: 'PINYIN', value: typed.toLowerCase().replace(/[' ]/g, '') };
  return { by: 'NAME', value: typed.replace(/\s+/g, '') };
}
