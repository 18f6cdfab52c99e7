/** Everything in tenths of a millimetre: seals of provincial bodies are 42 mm wide, with the star in the middle. */
const SIZE = 420;
const CENTRE = SIZE / 2;
const RING = 11;
const RED = '#c4161c';
const FONT = 'Kangxun Serif, Kangxun Rare A, Kangxun Rare B';
/** The text may fill this much of the circle (degrees); the rest is left open at the foot. */
const MAX_SWEEP = 252;

/**
 * A round seal as SVG: ring, five-pointed star, and the issuer's name on an arc from lower left to lower right. Long
 * names get narrower characters, as engraved seals do.
 */
export function sealSvg(issuerName: string): string {
  const chars = Array.from(issuerName.replace(/\s+/g, ''));
  const height = chars.length > 18 ? 42 : 50;
  const radius = CENTRE - RING - 9 - height / 2;
  const natural = (height * 1.16) / radius;
  const step = Math.min(natural, (MAX_SWEEP * Math.PI) / 180 / Math.max(chars.length - 1, 1));
  const squeeze = Math.min(1, (step * (radius - height * 0.12)) / (height * 1.03));
  const arc = chars
    .map((char, i) => {
      const angle = (i - (chars.length - 1) / 2) * step;
      const x = CENTRE + radius * Math.sin(angle);
      const y = CENTRE - radius * Math.cos(angle);
      return glyph(char, x, y, height, squeeze, (angle * 180) / Math.PI);
    })
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}">` +
    `<circle cx="${CENTRE}" cy="${CENTRE}" r="${CENTRE - RING / 2 - 1}" fill="none" stroke="${RED}" stroke-width="${RING}"/>` +
    `<path d="${star(CENTRE, CENTRE, 64)}" fill="${RED}"/>` +
    `<g fill="${RED}" font-family="${FONT}" font-weight="700" text-anchor="middle">${arc}</g></svg>`
  );
}

/** One character with its middle at (x, y). 0.38 em is half the height of a Han character above the base line. */
function glyph(char: string, x: number, y: number, size: number, squeeze: number, degrees: number): string {
  const move = `translate(${round(x)} ${round(y)}) rotate(${round(degrees)}) scale(${round(squeeze)} 1)`;
  return `<text transform="${move}" y="${round(size * 0.38)}" font-size="${size}">${escape(char)}</text>`;
}

function star(x: number, y: number, radius: number): string {
  const inner = radius * 0.382;
  const points = Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? radius : inner;
    const angle = (i * Math.PI) / 5;
    return `${round(x + r * Math.sin(angle))} ${round(y - r * Math.cos(angle))}`;
  });
  return `M${points.join('L')}Z`;
}

function escape(char: string): string {
  return char.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

function round(n: number): number {
  return Math.round(n * 1000) / 1000;
}
