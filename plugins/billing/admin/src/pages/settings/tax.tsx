import {
  Fields,
  Half,
  Panel,
  SettingPage,
  useLanguage,
  useSay,
  useSetting,
  useSettingFields,
} from '@sanya/strapi-plugin-platform/ui';
import { IncomeKinds } from './income-kinds';
import { TaxCategories } from './tax-categories';
import { type BillingSetting, SETTING } from './types';

const NAMES = [
  'taxCategories',
  'vatRegisteredFrom',
  'vatRegisteredTo',
  'incomeKinds',
  'governmentWithholdingPpm',
  'withholdingFrom',
  'withholdingTolerance',
  'feeTaxCategory',
  'securityTaxCategory',
  'forfeitTaxCategory',
] as const;
const FEES = ['feeTaxCategory', 'securityTaxCategory', 'forfeitTaxCategory'] as const;

/** Tax as the accountant confirms it: categories with dated rates, registration, withholding. */
export default function TaxPage() {
  const say = useSay('billing');
  const language = useLanguage();
  const setting = useSetting<BillingSetting>(SETTING, NAMES);
  const { date, percent, money, choice } = useSettingFields('billing', setting);
  return (
    <SettingPage
      uid={SETTING}
      title={say('setting.tax_title')}
      subtitle={say('setting.tax_subtitle')}
      setting={setting}
    >
      {(draft) => (
        <>
          <Panel title={say('setting.registration')}>
            <Fields>
              <Half>{date('vatRegisteredFrom')}</Half>
              <Half>{date('vatRegisteredTo')}</Half>
            </Fields>
          </Panel>
          <TaxCategories
            categories={draft.taxCategories}
            kept={setting.kept?.taxCategories ?? []}
            disabled={!setting.may}
            onChange={(taxCategories) => setting.change({ taxCategories })}
          />
          <Panel title={say('setting.fees')}>
            <Fields>
              {FEES.map((one) => (
                <Half key={one}>
                  {choice(
                    one,
                    draft.taxCategories.map(({ code, name }) => [code, name[language]]),
                  )}
                </Half>
              ))}
            </Fields>
          </Panel>
          <Panel title={say('setting.withholding')}>
            <IncomeKinds
              kinds={draft.incomeKinds}
              disabled={!setting.may}
              onChange={(incomeKinds) => setting.change({ incomeKinds })}
            />
            <Fields>
              <Half>{percent('governmentWithholdingPpm')}</Half>
              <Half>{money('withholdingFrom', draft.currency)}</Half>
              <Half>{money('withholdingTolerance', draft.currency)}</Half>
            </Fields>
          </Panel>
        </>
      )}
    </SettingPage>
  );
}
