import {
  Fields,
  Half,
  Panel,
  SettingPage,
  useSay,
  useSetting,
  useSettingFields,
} from '@sanya/strapi-plugin-platform/ui';
import { JournalAccounts } from './journal-accounts';
import { type BillingSetting, SETTING } from './types';

const NAMES = [
  'currency',
  'dueDays',
  'earlyPayment',
  'creditOverdueDays',
  'retail',
  'goodsFirst',
  'creditPaysRecurring',
  'tolerance',
  'chequeDating',
  'accounts',
] as const;
const DATINGS = ['cleared', 'cheque'];
const LONGEST_TERMS = 365;

/** How invoices are made and settled. */
export default function BillingPage() {
  const say = useSay('billing');
  const setting = useSetting<BillingSetting>(SETTING, NAMES);
  const { text, whole, toggle, money, choice } = useSettingFields('billing', setting);
  return (
    <SettingPage
      uid={SETTING}
      title={say('setting.billing_title')}
      subtitle={say('setting.billing_subtitle')}
      setting={setting}
    >
      {(draft) => (
        <>
          <Panel title={say('setting.invoices')}>
            <Fields>
              <Half>{whole('dueDays', 0, LONGEST_TERMS, say('setting.days'))}</Half>
              <Half>{text('currency', { required: true })}</Half>
              <Half>{text('earlyPayment')}</Half>
            </Fields>
          </Panel>
          <Panel title={say('setting.credit')}>
            <Fields>
              <Half>{whole('creditOverdueDays', 0, LONGEST_TERMS, say('setting.days'))}</Half>
            </Fields>
          </Panel>
          <Panel title={say('setting.tax_documents')}>
            <Fields>
              <Half>{toggle('retail')}</Half>
            </Fields>
          </Panel>
          <Panel title={say('setting.settling')}>
            <Fields>
              <Half>{money('tolerance', draft.currency)}</Half>
              <Half>{toggle('goodsFirst')}</Half>
              <Half>{toggle('creditPaysRecurring')}</Half>
              <Half>
                {choice(
                  'chequeDating',
                  DATINGS.map((one) => [one, say(`setting.chequeDating_${one}`)]),
                )}
              </Half>
            </Fields>
          </Panel>
          <JournalAccounts
            accounts={draft.accounts}
            disabled={!setting.may}
            onChange={(accounts) => setting.change({ accounts })}
          />
        </>
      )}
    </SettingPage>
  );
}
