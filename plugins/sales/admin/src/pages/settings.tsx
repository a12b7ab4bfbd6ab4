import {
  Fields,
  Half,
  Panel,
  SettingPage,
  useSay,
  useSetting,
  useSettingFields,
} from '@sanya/strapi-plugin-platform/ui';

const UID = 'plugin::sales.setting';
const NAMES = [
  ...(['confirmWhenPaid', 'expireAfterDays', 'pricesIncludeTax', 'terms', 'termsEn'] as const),
  ...(['quoteValidDays', 'quoteTerms', 'quoteTermsEn'] as const),
];
/** As the schema allows. */
const LONGEST_WAIT = 365;

interface SalesSetting {
  confirmWhenPaid: boolean;
  expireAfterDays: number;
  pricesIncludeTax: boolean;
  terms: string | null;
  termsEn: string | null;
  quoteValidDays: number;
  quoteTerms: string | null;
  quoteTermsEn: string | null;
}

/** How orders are priced and confirmed. */
export default function SalesSettingsPage() {
  const say = useSay('sales');
  const setting = useSetting<SalesSetting>(UID, NAMES);
  const { toggle, whole, longText } = useSettingFields('sales', setting);
  return (
    <SettingPage uid={UID} title={say('setting.title')} subtitle={say('setting.subtitle')} setting={setting}>
      {() => (
        <>
          <Panel title={say('setting.process')}>
            <Fields>
              <Half>{toggle('confirmWhenPaid')}</Half>
              <Half>{toggle('pricesIncludeTax')}</Half>
              <Half>{whole('expireAfterDays', 0, LONGEST_WAIT, say('setting.days'))}</Half>
            </Fields>
          </Panel>
          <Panel title={say('setting.terms_title')}>
            <Fields>
              <Half>{longText('terms')}</Half>
              <Half>{longText('termsEn')}</Half>
            </Fields>
          </Panel>
          <Panel title={say('quotes.title')}>
            <Fields>
              <Half>{whole('quoteValidDays', 1, LONGEST_WAIT, say('setting.days'))}</Half>
              <Half>{null}</Half>
              <Half>{longText('quoteTerms')}</Half>
              <Half>{longText('quoteTermsEn')}</Half>
            </Fields>
          </Panel>
        </>
      )}
    </SettingPage>
  );
}
