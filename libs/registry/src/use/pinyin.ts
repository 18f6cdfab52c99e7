import { pinyin } from 'pinyin-pro';

/** `林晓雨` → full `linxiaoyu`, initials `lxy`: for search and order. Letters and digits only. */
export function namePinyin(name: string): { full: string; initials: string } {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true });
  const clean = syllables.map((s) => s.toLowerCase().replace(/[^a-z0-9]/g, '')).filter(Boolean);
  return {
    full: clean.join('').slice(0, 120),
    initials: clean
      .map((s) => s[0])
      .join('')
      .slice(0, 20),
  };
}

/** An institution's name: no reading as a surname. */
export function textPinyin(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', v: true })
    .map((s) => s.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .join('')
    .slice(0, 200);
}
