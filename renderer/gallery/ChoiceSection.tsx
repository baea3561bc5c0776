import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uiLanguages } from '../messages/ui-language.ts';
import { Choice } from '../ui/Choice.tsx';
import { CheckBox } from '../ui/fields/CheckBox.tsx';
import { CountryField } from '../ui/fields/CountryField.tsx';
import { Switch } from '../ui/fields/Switch.tsx';
import { TextArea } from '../ui/fields/TextArea.tsx';
import { FuelField } from '../ui/FuelField.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './Gallery.module.css';
import { ShownFocused } from './ShownFocused.tsx';

/** What is chosen, switched and written at length. */
export function ChoiceSection() {
  const { t } = useTranslation();
  const [language, setLanguage] = useState<'de' | 'fr' | 'it' | 'en'>('de');
  const [country, setCountry] = useState('CH');
  const [fuel, setFuel] = useState(7);
  const [little, setLittle] = useState(0);
  const choice = {
    label: t('settings.language'),
    value: language,
    onChange: setLanguage,
    options: uiLanguages,
  };
  const land = { label: t('ui.country'), onChange: setCountry };
  return (
    <>
      <div className={styles['row']}>
        <Choice {...choice} hint={t('checkOut.noteHint')} />
        <Choice {...choice} error={t('field.required')} />
        <Choice {...choice} isDisabled />
        <ShownFocused>
          <Choice {...choice} />
        </ShownFocused>
      </div>
      <div className={styles['states']}>
        <CountryField {...land} value={null} placeholder="CH" />
        <ShownFocused>
          <CountryField {...land} value={null} hint={t('ui.licenceExpiresHint')} />
        </ShownFocused>
        <CountryField {...land} value={country} />
        <CountryField {...land} value={null} error={t('field.required')} />
        <CountryField {...land} value={country} isDisabled />
        <Areas />
      </div>
      <div className={styles['row']}>
        <CheckBoxes />
        <Switches />
        <div className={styles['column']}>
          <FuelField
            label={t('checkOut.fuel')}
            hint={t('checkOut.fuelHint', { eighths: fuel })}
            value={fuel}
            onChange={setFuel}
          />
          <ShownFocused>
            <FuelField
              label={t('checkOut.charge')}
              hint={t('checkOut.fuelHint', { eighths: little })}
              value={little}
              onChange={setLittle}
            />
          </ShownFocused>
        </div>
      </div>
      <ChosenTabs />
    </>
  );
}

/** Empty, with the focus and a hint, nearly full, wrong, disabled. */
function Areas() {
  const { t } = useTranslation();
  const [empty, setEmpty] = useState('');
  const [note, setNote] = useState('Alpina Immobilien AG, Bahnhofstrasse 12, 8001 Zürich, 044 214 88 03');
  return (
    <>
      <TextArea label={t('checkOut.note')} value={empty} onChange={setEmpty} />
      <ShownFocused>
        <TextArea
          label={t('checkOut.note')}
          value={empty}
          onChange={setEmpty}
          hint={t('checkOut.noteHint')}
        />
      </ShownFocused>
      <TextArea label={t('checkOut.note')} value={note} onChange={setNote} maxLength={80} />
      <TextArea label={t('ui.reason')} value={empty} onChange={setEmpty} error={t('ui.reasonNeeded')} />
      <TextArea label={t('checkOut.note')} value={note} onChange={setNote} isDisabled />
    </>
  );
}

function CheckBoxes() {
  const { t } = useTranslation();
  const [isOn, setOn] = useState(true);
  return (
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
      <CheckBox isSelected={false} onChange={setOn} isDisabled>
        {t('contract.paper.contract')}
      </CheckBox>
      <ShownFocused>
        <CheckBox isSelected={isOn} onChange={setOn}>
          {t('contract.paper.reminder')}
        </CheckBox>
      </ShownFocused>
    </div>
  );
}

function Switches() {
  const { t } = useTranslation();
  const [isOn, setOn] = useState(true);
  return (
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
      <Switch isSelected={false} onChange={setOn} isDisabled>
        {t('contract.papers')}
      </Switch>
      <ShownFocused>
        <Switch isSelected={isOn} onChange={setOn}>
          {t('ui.alwaysOpen')}
        </Switch>
      </ShownFocused>
    </div>
  );
}

function ChosenTabs() {
  const { t } = useTranslation();
  const [tab, setTab] = useState<'contract' | 'papers' | 'invoice'>('papers');
  const tabs = [
    { name: 'contract', title: t('desk.contract'), content: t('contract.paper.contract') },
    { name: 'papers', title: t('contract.papers'), count: 4, content: t('contract.paper.handover') },
    { name: 'invoice', title: t('contract.paper.receipt'), content: t('contract.paper.receipt') },
  ] as const;
  return (
    <div className={styles['pair']}>
      <Tabs label={t('contract.papers')} selected={tab} onSelect={setTab} tabs={tabs} />
      <ShownFocused>
        <Tabs label={t('desk.contract')} selected={tab} onSelect={setTab} tabs={tabs} />
      </ShownFocused>
    </div>
  );
}
