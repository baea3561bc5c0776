/** Why a picture is not taken. */
export type PhotoRefusal =
  | { readonly code: 'photo_kind'; readonly field: string }
  | { readonly code: 'photo_damaged'; readonly field: string }
  | {
      readonly code: 'photo_too_large';
      readonly field: string;
      readonly limit: number;
      readonly actual: number;
      readonly unit: 'bytes' | 'pixels';
    };

/** What a paper needs to know of a picture before it draws it. */
export interface PhotoFacts {
  /** Of the stored picture, before it is turned. */
  readonly width: number;
  readonly height: number;
  /** EXIF's eight ways of holding a camera, 1 is upright; PNG has only that. */
  readonly orientation: Orientation;
}

export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** 60 megapixels: more than the cameras of telephones give, less than what fills a counter's memory. */
export const mostPixels = 60_000_000;
