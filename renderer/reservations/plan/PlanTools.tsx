import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../ui/Choice.tsx';
import { Select } from '../../ui/fields/Select.tsx';
import styles from './Plan.module.css';
import { type Zoom, zooms } from './plan-window.ts';

/** What stands for no filter. */
export const everything = 'all';

export interface PlanToolsProps {
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly branches: readonly { readonly id: string; readonly name: string }[];
  readonly branchId: string;
  readonly onBranch: (id: string) => void;
  readonly categories: readonly (readonly [id: string, name: string])[];
  readonly categoryId: string;
  readonly onCategory: (id: string) => void;
  readonly notice: string;
}

/** How much is seen, of which branch and category. Not drawn anew while the plan moves below. */
export const PlanTools = memo(function PlanTools(props: PlanToolsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['tools']}>
      <h1>{t('plan.title')}</h1>
      <Choice
        label={t('plan.zoom')}
        value={props.zoom}
        onChange={props.onZoom}
        options={(Object.keys(zooms) as Zoom[]).map((value) => ({ value, label: t(`plan.${value}`) }))}
      />
      <div className={styles['filter']}>
        <Select
          label={t('plan.branch')}
          value={props.branchId}
          onChange={props.onBranch}
          options={[
            { value: everything, label: t('plan.all') },
            ...props.branches.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <div className={styles['filter']}>
        <Select
          label={t('plan.category')}
          value={props.categoryId}
          onChange={props.onCategory}
          options={[
            { value: everything, label: t('plan.all') },
            ...props.categories.map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      <p className={styles['notice']} role="status">
        {props.notice}
      </p>
    </div>
  );
});
