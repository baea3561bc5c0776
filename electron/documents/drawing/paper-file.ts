import { createHash } from 'node:crypto';
import { PDFDocument, type PDFFont, PDFHexString, type PDFImage, PDFName, PDFString } from 'pdf-lib';
import { type PaperImage, imageBytes } from '#shared/parties/paper-image.ts';
import { withoutMetadata } from '#shared/photos/jpeg.ts';
import { withoutExtras } from '#shared/photos/png.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { FontName } from '../fonts/font-files.ts';
import { typeface } from '../fonts/typeface.ts';
import { a4 } from './measure.ts';
import { Sheet, fontKey } from './sheet.ts';
import { Structure } from './structure.ts';

export interface PaperFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** BCP 47, as `de-CH`. */
  readonly language: string;
  /** The paper's own date. No clock is read: the same input makes the same bytes. */
  readonly createdAt: Instant;
  /** Anything that is unique to this paper; the fonts' subset tags are derived from it. */
  readonly fingerprint: string;
}

const fontNames = ['text', 'strong', 'bill', 'billStrong'] as const satisfies readonly FontName[];

/** A tagged PDF while it is made. Sheets are drawn in any order and written in theirs. */
export class PaperFile {
  readonly sheets: Sheet[] = [];
  readonly structure = new Structure();
  /** By what they show: a picture that stands twice on a paper is embedded once. */
  readonly #pictures = new Map<string, { readonly name: string; readonly image: PaperImage }>();
  readonly #document: PDFDocument;
  readonly #fonts: ReadonlyMap<FontName, PDFFont>;

  private constructor(document: PDFDocument, fonts: ReadonlyMap<FontName, PDFFont>) {
    this.#document = document;
    this.#fonts = fonts;
  }

  static async open(facts: PaperFacts): Promise<PaperFile> {
    const document = await PDFDocument.create({ updateMetadata: false });
    describe(document, facts);
    // pdf-lib parses whatever bytes it is given; here they name a font that is parsed already.
    document.registerFontkit({ create: (bytes) => parsedFont(bytes) });
    const fonts = new Map<FontName, PDFFont>();
    for (const name of fontNames) {
      const { bytes, postscriptName } = typeface(name);
      const customName = `${subsetTag(facts.fingerprint, name)}+${postscriptName}`;
      fonts.set(name, await document.embedFont(bytes, { subset: true, customName }));
    }
    return new PaperFile(document, fonts);
  }

  addSheet(): Sheet {
    const sheet = new Sheet(
      {
        context: this.#document.context,
        structure: this.structure,
        font: (name) => this.#font(name),
        picture: (image) => this.#picture(image),
      },
      this.sheets.length,
    );
    this.sheets.push(sheet);
    return sheet;
  }

  async finish(): Promise<Uint8Array> {
    const pictures = await this.#embedPictures();
    const pages = this.sheets.map((sheet) => {
      const page = this.#document.addPage([a4.width, a4.height]);
      for (const name of fontNames) {
        if (sheet.fonts.has(name)) page.node.setFontDictionary(fontKey(name), this.#font(name).ref);
      }
      for (const [name, { ref }] of pictures) {
        if (sheet.pictures.has(name)) page.node.setXObject(PDFName.of(name), ref);
      }
      page.pushOperators(...sheet.finish());
      return page;
    });
    this.structure.write(this.#document, pages);
    // By default pdf-lib yields to timers between objects, which only slows a small file.
    return this.#document.save({ addDefaultPage: false, objectsPerTick: Number.POSITIVE_INFINITY });
  }

  #picture(image: PaperImage): string {
    const known = this.#pictures.get(image.base64);
    if (known) return known.name;
    const name = `Picture${this.#pictures.size}`;
    this.#pictures.set(image.base64, { name, image });
    return name;
  }

  async #embedPictures(): Promise<ReadonlyMap<string, PDFImage>> {
    const embedded = new Map<string, PDFImage>();
    for (const { name, image } of this.#pictures.values()) {
      const bytes = imageBytes(image);
      // The paper's schema has read the picture.
      if (bytes === null) throw new Error('a picture is not base64');
      const embedding =
        image.type === 'jpeg'
          ? this.#document.embedJpg(withoutMetadata(bytes))
          : this.#document.embedPng(withoutExtras(bytes));
      embedded.set(name, await embedding);
    }
    return embedded;
  }

  #font(name: FontName): PDFFont {
    const font = this.#fonts.get(name);
    if (!font) throw new Error(`font is not embedded: ${name}`);
    return font;
  }
}

function parsedFont(bytes: Uint8Array) {
  const name = fontNames.find((candidate) => typeface(candidate).bytes === bytes);
  if (!name) throw new Error('unknown font');
  return typeface(name).font;
}

function describe(document: PDFDocument, facts: PaperFacts): void {
  const created = new Date(facts.createdAt);
  document.setTitle(facts.title);
  document.setAuthor(facts.author);
  document.setSubject(facts.subject);
  document.setCreator('Schalter');
  document.setProducer('Schalter (pdf-lib)');
  document.setCreationDate(created);
  document.setModificationDate(created);
  document.catalog.set(PDFName.of('Lang'), PDFString.of(facts.language));
  const preferences = document.context.obj({ DisplayDocTitle: true, PrintScaling: 'None' });
  document.catalog.set(PDFName.of('ViewerPreferences'), preferences);
  const id = PDFHexString.of(createHash('sha256').update(facts.fingerprint).digest('hex').slice(0, 32));
  document.context.trailerInfo.ID = document.context.obj([id, id]);
}

/** Six capital letters, as ISO 32000-1 (9.6.4) asks of a subset's name. */
function subsetTag(fingerprint: string, font: FontName): string {
  const hash = createHash('sha256').update(`${font} ${fingerprint}`).digest();
  return Array.from(hash.subarray(0, 6), (byte) => String.fromCodePoint(65 + (byte % 26))).join('');
}
