/** Why a picture is not taken. */
export type PhotoFault =
  | { readonly code: 'photo_kind' | 'photo_damaged' }
  | {
      readonly code: 'photo_too_large';
      readonly limit: number;
      readonly actual: number;
      readonly unit: 'bytes' | 'pixels';
    };

/** The same with the field that holds the picture. */
export type PhotoRefusal = { readonly field: string } & PhotoFault;

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
