/** Staff lists: `张三丰` → `张**`. One character alone is hidden. */
export function maskName(name: string): string {
  const chars = Array.from(name.trim());
  if (chars.length <= 1) return '*'.repeat(chars.length);
  return chars[0]! + '*'.repeat(chars.length - 1);
}

/** Public certificate page (DEC-16): `张三丰` → `张*`; always one star, so the length of the name stays private. */
export function maskNamePublic(name: string): string {
  const chars = Array.from(name.trim());
  if (chars.length <= 1) return '*'.repeat(chars.length);
  return `${chars[0]!}*`;
}

/** First 6 and last 4: `210199********0015`. Anything shorter than 14 (a passport) keeps the last 4 only. */
export function maskCitizenId(id: string): string {
  return id.length < 14 ? maskCitizenIdShort(id) : id.slice(0, 6) + '*'.repeat(id.length - 10) + id.slice(-4);
}

/** Last 4 only: `**************0015`. Up to 7 characters are hidden whole: 4 of 7 would name the person. */
export function maskCitizenIdShort(id: string): string {
  return id.length < 8 ? '*'.repeat(id.length) : '*'.repeat(id.length - 4) + id.slice(-4);
}

/** `13812341234` → `138****1234`. Anything that is not 11 characters is hidden whole. */
export function maskPhone(phone: string): string {
  return phone.length === 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '*'.repeat(phone.length);
}
