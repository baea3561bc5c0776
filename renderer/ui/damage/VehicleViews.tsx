import { memo } from 'react';
import { sketchDrawings, sketchViews } from '#shared/fleet/sketch-views.ts';
import styles from './DamageSketch.module.css';
import { viewPlaces } from './sketch-layout.ts';

/** The car itself, drawn once: what moves is drawn over it. */
export const VehicleViews = memo(function VehicleViews() {
  return (
    <g aria-hidden="true">
      {sketchViews.map((view) => (
        <g key={view} transform={`translate(${viewPlaces[view].join(' ')})`}>
          {sketchDrawings[view].layers.map(({ role, path }, at) => (
            <path key={at} className={styles['part']} data-role={role} d={path} fillRule="evenodd" />
          ))}
        </g>
      ))}
    </g>
  );
});
