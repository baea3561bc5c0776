import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signature } from '#shared/contracts/contract-paper-signature.ts';
import { uiLanguages } from '../messages/ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { CheckBox } from '../ui/fields/CheckBox.tsx';
import { CountryField } from '../ui/fields/CountryField.tsx';
import { Switch } from '../ui/fields/Switch.tsx';
import { TextArea } from '../ui/fields/TextArea.tsx';
import { FuelField } from '../ui/FuelField.tsx';
import { SectionHeading } from '../ui/SectionHeading.tsx';
import { SignaturePad } from '../ui/SignaturePad.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './Gallery.module.css';

/** What is chosen, switched, drawn and headed. */
export function ChoiceSection() {
  const { t } = useTranslation();
  const [language, setLanguage] = useState<'de' | 'fr' | 'it' | 'en'>('de');
  const [country, setCountry] = useState('CH');
  const [isOn, setOn] = useState(true);
  const [fuel, setFuel] = useState(7);
  const [note, setNote] = useState('Parkkarte liegt im Handschuhfach. Der Kindersitz ist hinten rechts.');
  const [tab, setTab] = useState<'contract' | 'papers' | 'invoice'>('papers');
  const [signature, setSignature] = useState<Signature | null>(null);
  const choice = {
    label: t('settings.language'),
    value: language,
    onChange: setLanguage,
    options: uiLanguages,
  };
  return (
    <>
      <div className={styles['row']}>
        <Choice {...choice} hint={t('checkOut.noteHint')} />
        <Choice {...choice} error={t('field.required')} />
        <Choice {...choice} isDisabled />
      </div>
      <div className={styles['states']}>
        <CountryField label={t('ui.country')} value={null} onChange={setCountry} placeholder="CH" />
        <CountryField
          label={t('ui.country')}
          value={null}
          onChange={setCountry}
          hint={t('ui.licenceExpiresHint')}
        />
        <CountryField label={t('ui.country')} value={country} onChange={setCountry} />
        <CountryField
          label={t('ui.country')}
          value={null}
          onChange={setCountry}
          error={t('field.required')}
        />
        <CountryField label={t('ui.country')} value={country} onChange={setCountry} isDisabled />
      </div>
      <div className={styles['row']}>
        <div className={styles['column']}>
          <CheckBox isSelected={isOn} onChange={setOn} hint={t('checkOut.noteHint')}>
            {t('contract.paper.handover')}
          </CheckBox>
          <CheckBox isSelected={!isOn} onChange={() => setOn(!isOn)}>
            {t('contract.paper.receipt')}
          </CheckBox>
          <CheckBox isSelected={false} isIndeterminate onChange={setOn}>
            {t('ui.selectAll')}
          </CheckBox>
          <CheckBox isSelected onChange={setOn} isDisabled>
            {t('contract.paper.contract')}
          </CheckBox>
        </div>
        <div className={styles['column']}>
          <Switch isSelected={isOn} onChange={setOn}>
            {t('contract.papers')}
          </Switch>
          <Switch isSelected={!isOn} onChange={() => setOn(!isOn)}>
            {t('contract.papers')}
          </Switch>
          <Switch isSelected onChange={setOn} isDisabled>
            {t('contract.papers')}
          </Switch>
          <FuelField
            label={t('checkOut.fuel')}
            hint={t('checkOut.fuelHint', { eighths: fuel })}
            value={fuel}
            onChange={setFuel}
          />
        </div>
        <div className={styles['column']}>
          <TextArea label={t('checkOut.note')} value={note} onChange={setNote} maxLength={80} />
          <TextArea
            label={t('ui.reason')}
            value=""
            onChange={setNote}
            error={t('ui.reasonNeeded')}
            rows={2}
          />
        </div>
      </div>
      <div className={styles['row']}>
        <div className={styles['column']}>
          <Button kind="primary" hotkey="Ctrl ↵">
            {t('checkOut.toSignature')}
          </Button>
          <Button hotkey="Esc">{t('checkOut.back')}</Button>
          <Button isDisabled>{t('checkOut.sign')}</Button>
        </div>
        <div className={styles['column']}>
          <SectionHeading count={6} actions={<Button>{t('contract.show')}</Button>}>
            {t('desk.out')}
          </SectionHeading>
          <EmptyState title={t('desk.nothingOut')}>{t('desk.choose')}</EmptyState>
        </div>
        <div className={styles['column']}>
          <SignaturePad
            label={t('checkOut.signHere')}
            hint={t('checkOut.signHint')}
            clearLabel={t('checkOut.clearSignature')}
            value={signature}
            onChange={setSignature}
          />
        </div>
      </div>
      <Tabs
        label={t('contract.papers')}
        selected={tab}
        onSelect={setTab}
        tabs={[
          { name: 'contract', title: t('desk.contract'), content: t('contract.paper.contract') },
          { name: 'papers', title: t('contract.papers'), count: 4, content: t('contract.paper.handover') },
          { name: 'invoice', title: t('contract.paper.receipt'), content: t('contract.paper.receipt') },
        ]}
      />
    </>
  );
}
