import { type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Damage } from '#shared/fleet/damage.ts';
import { damageWords, describePlace } from '#shared/fleet/damage-words.ts';
import { perMille } from '#shared/fleet/per-mille.ts';
import { placeMarks } from '#shared/fleet/place-marks.ts';
import { sketchViews } from '#shared/fleet/sketch-views.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { DamageLeader, DamageMark } from './DamageMark.tsx';
import styles from './DamageSketch.module.css';
import {
  type SketchPlace,
  labelPlace,
  movedPlace,
  placeAt,
  pointOf,
  sketchHeight,
  sketchWidth,
} from './sketch-layout.ts';
import { VehicleViews } from './VehicleViews.tsx';

export interface DamageSketchProps {
  /** Those that the car had before: shown, not changed. */
  readonly known: readonly Damage[];
  /** Those found now, in the order in which they were found; numbered on from the known ones. */
  readonly found: readonly Damage[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string | null) => void;
  /** Somebody pointed at a place where no found damage is. */
  readonly onPlace: (place: SketchPlace) => void;
  readonly onRemove: (id: string) => void;
  readonly isDisabled?: boolean;
  /** A picture of what is known: nothing is marked on it, and nothing about it is disabled. */
  readonly isPicture?: boolean;
}

/** In centimetres of the car. */
const markRadius = 17;
const step = 8;
const fineStep = 2;
const start: SketchPlace = { view: 'left', x: perMille(420), y: perMille(550) };

/**
 * The car in five views with its damages, the same car as on paper. A click places a damage or selects one; the arrow keys
 * move a cursor (with Shift finely), Enter places or selects, Delete removes the one that is selected.
 */
export function DamageSketch(props: DamageSketchProps) {
  const { known, found, selectedId, onSelect, onPlace, onRemove, isPicture = false } = props;
  const isDisabled = isPicture || (props.isDisabled ?? false);
  const { t } = useTranslation();
  const words = damageWords[useUiLanguage()];
  const hintId = useId();
  const drawing = useRef<SVGSVGElement>(null);
  const [cursor, setCursor] = useState(start);
  const [isFocused, setFocused] = useState(false);

  const all = [...known, ...found];
  const points = all.map(({ view, position }) => pointOf({ view, ...position }));
  const marks = placeMarks(points, {
    bounds: { x: 0, y: 0, width: sketchWidth, height: sketchHeight },
    blocked: [],
    radius: markRadius,
  });
  /** The found damage whose mark lies at a point. */
  const markAt = (x: number, y: number): Damage | undefined =>
    found.find((_, at) => {
      const mark = marks[known.length + at];
      return mark !== undefined && Math.hypot(mark[0] - x, mark[1] - y) <= markRadius;
    });
  const point = (place: SketchPlace, x: number, y: number): void => {
    const there = markAt(x, y);
    if (there) onSelect(there.id);
    else onPlace(place);
  };
  const onClick = (event: MouseEvent<SVGSVGElement>): void => {
    const matrix = drawing.current?.getScreenCTM();
    if (isDisabled || !matrix) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    const there = markAt(x, y);
    const place = placeAt([x, y]);
    if (place) setCursor(place);
    if (there) onSelect(there.id);
    else if (place) onPlace(place);
  };
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>): void => {
    if (isDisabled || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = event.shiftKey ? fineStep : step;
    const move = (
      { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] } as Record<
        string,
        readonly [number, number]
      >
    )[event.key];
    if (move) setCursor(movedPlace(cursor, ...move));
    else if (event.key === 'Enter' || event.key === ' ') point(cursor, ...pointOf(cursor));
    else if ((event.key === 'Delete' || event.key === 'Backspace') && selectedId !== null)
      onRemove(selectedId);
    else return;
    event.preventDefault();
  };
  const [cursorX, cursorY] = pointOf(cursor);

  return (
    <div className={styles['sketch']} data-disabled={isDisabled} data-picture={isPicture}>
      {/* A drawing to point at has no element of its own: it is an application with keys, and says which; else a picture. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <svg
        ref={drawing}
        className={styles['drawing']}
        viewBox={`-4 -4 ${sketchWidth + 8} ${sketchHeight + 8}`}
        role={isPicture ? 'img' : 'application'}
        aria-label={t('ui.sketch')}
        aria-describedby={isPicture ? undefined : hintId}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={isPicture ? undefined : isDisabled ? -1 : 0}
        aria-disabled={isPicture ? undefined : isDisabled}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        <VehicleViews />
        {sketchViews.map((view) => {
          const [x, y] = labelPlace(view);
          return (
            <text key={view} className={styles['label']} x={x} y={y}>
              {words.view[view]}
            </text>
          );
        })}
        {all.map(({ id }, at) => {
          const [mark, of] = [marks[at], points[at]];
          return mark && of ? <DamageLeader key={id} mark={mark} point={of} /> : null;
        })}
        {all.map((damage, at) => {
          const mark = marks[at];
          if (!mark) return null;
          const isKnown = at < known.length;
          return (
            <DamageMark
              key={damage.id}
              number={at + 1}
              kind={isKnown ? 'known' : 'found'}
              isSelected={damage.id === selectedId}
              mark={mark}
              radius={markRadius}
              title={`${t(isKnown ? 'ui.sketchKnown' : 'ui.sketchNew')} ${at + 1}: ${words.kind[damage.kind]}, ${describePlace(
                words,
                damage.view,
                damage.position,
              )}`}
            />
          );
        })}
        {isFocused ? (
          <g className={styles['cursor']} transform={`translate(${cursorX} ${cursorY})`} aria-hidden="true">
            <path d="M-40 0h20M20 0h20M0-40v20M0 20v20" />
            {markAt(cursorX, cursorY) ? null : <circle r={5} />}
          </g>
        ) : null}
      </svg>
      {isPicture ? null : (
        <>
          <p id={hintId} className={styles['hint']}>
            {isDisabled ? '' : t('ui.sketchHint')}
          </p>
          <p className={styles['place']} aria-live="polite">
            {isFocused ? describePlace(words, cursor.view, cursor) : ''}
          </p>
        </>
      )}
    </div>
  );
}
