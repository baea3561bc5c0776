import { type Canvas, createCanvas } from '@napi-rs/canvas';
import jsqr from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PageImage {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly data: Uint8ClampedArray;
  png(): Buffer;
}

/** A part of a page, in millimetres from its top left corner. */
export interface PagePart {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the QR code of a payment part stands on A4, with its quiet zone. */
export const qrCodePart: PagePart = { left: 63, top: 205, width: 54, height: 54 };

/**
 * Renders one page of a PDF to pixels, as a viewer does: for tests that look at papers, for the demo and the bench.
 * Pages count from 1. With `part` only that part is drawn, which is much faster. Throws when the page is not there or the
 * file is damaged.
 */
export async function renderPdfPage(
  bytes: Uint8Array,
  pageNumber: number,
  dpi: number,
  part?: PagePart,
): Promise<PageImage> {
  return withPdf(bytes, async (document) => {
    const page = await document.getPage(pageNumber);
    const pixels = (millimetres: number) => Math.round((millimetres * dpi) / 25.4);
    const viewport = page.getViewport({
      scale: dpi / 72,
      offsetX: part ? -pixels(part.left) : 0,
      offsetY: part ? -pixels(part.top) : 0,
    });
    const canvas = createCanvas(
      part ? pixels(part.width) : Math.round(viewport.width),
      part ? pixels(part.height) : Math.round(viewport.height),
    );
    // pdfjs draws on any canvas with the browser's interface; its types only know the browser's own.
    await page.render({
      canvas: canvas as unknown as HTMLCanvasElement,
      canvasContext: canvas.getContext('2d') as unknown as CanvasRenderingContext2D,
      viewport,
      background: '#ffffff',
    }).promise;
    return imageOf(canvas);
  });
}

export async function countPdfPages(bytes: Uint8Array): Promise<number> {
  return withPdf(bytes, async (document) => Promise.resolve(document.numPages));
}

export interface PlacedText {
  readonly text: string;
  /** Points from the left and the bottom of the page. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** The texts of a page in the order in which they are read, with their places. */
export async function readPdfText(bytes: Uint8Array, pageNumber: number): Promise<readonly PlacedText[]> {
  return withPdf(bytes, async (document) => {
    const page = await document.getPage(pageNumber);
    const { items } = await page.getTextContent();
    return items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [
            {
              text: item.str,
              x: item.transform[4] as number,
              y: item.transform[5] as number,
              width: item.width,
              size: item.height,
            },
          ]
        : [],
    );
  });
}

/**
 * The content of the QR code on an image, or `null` when none can be read.
 *
 * jsQR never reads a code wrongly, but at some pixel sizes of a module (300 dpi, 117 modules) it does not find one in five
 * of our fullest codes, which it reads at 250, 350 or 600 dpi. A camera moves; we look again at other sizes.
 */
export function readQr(image: Pick<PageImage, 'width' | 'height' | 'data'>): string | null {
  for (const scale of [1, 0.8, 1.25, 0.63, 1.6]) {
    const { data, width, height } = scale === 1 ? image : resized(image, scale);
    const found = jsqr.default(data, width, height, { inversionAttempts: 'dontInvert' });
    if (found) return found.data;
  }
  return null;
}

function resized(image: Pick<PageImage, 'width' | 'height' | 'data'>, scale: number): PageImage {
  const original = createCanvas(image.width, image.height);
  const pixels = original.getContext('2d').createImageData(image.width, image.height);
  pixels.data.set(image.data);
  original.getContext('2d').putImageData(pixels, 0, 0);
  const canvas = createCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
  canvas.getContext('2d').drawImage(original, 0, 0, canvas.width, canvas.height);
  return imageOf(canvas);
}

function imageOf(canvas: Canvas): PageImage {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  return { width, height, data, png: () => canvas.toBuffer('image/png') };
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;

/** Opens a PDF with pdf.js, and closes it again. */
export async function withPdf<Value>(
  bytes: Uint8Array,
  use: (document: PdfDocument) => Promise<Value>,
): Promise<Value> {
  // pdfjs takes the buffer for itself, so it gets a copy. No fonts of the system: what is not embedded must not appear.
  const task = getDocument({
    data: Uint8Array.from(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    return await use(await task.promise);
  } finally {
    await task.destroy();
  }
}
