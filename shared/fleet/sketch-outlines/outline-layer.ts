/**
 * How a part of the sketch is drawn. `body` is the strong outline; `seam` where two sheets meet, `crease` where one bends.
 * `glass`, `tyre`, `rim`, `lamp`, `grille`, `plate`, `detail` and `badge` are areas that cover what lies behind them.
 */
export type OutlineRole =
  | 'body'
  | 'mirror'
  | 'glass'
  | 'tyre'
  | 'rim'
  | 'lamp'
  | 'grille'
  | 'plate'
  | 'detail'
  | 'badge'
  | 'seam'
  | 'crease';

export interface OutlineLayer {
  readonly role: OutlineRole;
  /** As SVG writes paths, with absolute `M`, `L`, `C` and `Z` only. */
  readonly path: string;
}
