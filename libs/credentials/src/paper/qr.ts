import { create } from 'qrcode';

/** Modules of white around the code; readers may miss a code with less (ISO/IEC 18004). */
const QUIET = 4;

/**
 * A QR code as SVG: one path with a stroke for each run of dark modules, half the bytes of rectangles.
 * Correction level M: 15 % of the code may be lost to a stamp or a fold.
 */
export function qrSvg(text: string): string {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue;
      const start = x;
      while (x + 1 < size && data[y * size + x + 1]) x++;
      path += `M${start + QUIET} ${y + QUIET + 0.5}h${x - start + 1}`;
    }
  }
  const side = size + 2 * QUIET;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${path}" stroke="#000"/></svg>`;
}
