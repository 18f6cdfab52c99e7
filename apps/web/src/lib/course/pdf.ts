import type { PDFDocumentProxy } from 'pdfjs-dist';

export interface PdfFile {
  pages: number;
  /** Draws a page at a width in CSS pixels; `done` gives height ÷ width. */
  draw(page: number, canvas: HTMLCanvasElement, width: number): { done: Promise<{ ratio: number }>; cancel(): void };
  text(page: number): Promise<string>;
  close(): void;
}

/** Sharp on phones, but no canvas larger than old phones can hold. */
const MAX_PIXELS = 8_000_000;

/**
 * Opens a PDF in the page. The library (and its worker) comes only now, on demand: it is several times larger than all
 * else on the page. The legacy build, because county offices run browsers of 2022.
 */
export async function openPdf(url: string): Promise<PdfFile> {
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'),
  ]);
  pdfjs.GlobalWorkerOptions.workerSrc = worker.default;
  const task = pdfjs.getDocument({ url, enableXfa: false });
  const file: PDFDocumentProxy = await task.promise;
  return {
    pages: file.numPages,
    draw(number, canvas, width) {
      let cancelled = false;
      let stop = () => {};
      const done = (async () => {
        const page = await file.getPage(number);
        const plain = page.getViewport({ scale: 1 });
        const ratio = plain.height / plain.width;
        const dense = Math.min(window.devicePixelRatio || 1, Math.sqrt(MAX_PIXELS / (width * width * ratio)));
        const viewport = page.getViewport({ scale: (width / plain.width) * dense });
        if (cancelled) return { ratio };
        canvas.width = Math.floor(viewport.width);
        canvas.height = Math.floor(viewport.height);
        const drawing = page.render({ canvas, viewport });
        stop = () => drawing.cancel();
        await drawing.promise;
        return { ratio };
      })();
      return {
        done,
        cancel() {
          cancelled = true;
          stop();
        },
      };
    },
    async text(number) {
      const content = await (await file.getPage(number)).getTextContent();
      return content.items.map((i) => ('str' in i ? i.str + (i.hasEOL ? '\n' : '') : '')).join('');
    },
    close: () => void task.destroy(),
  };
}
