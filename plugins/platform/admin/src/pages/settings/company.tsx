import { Flex } from '@strapi/design-system';
import { Fields, Half, Panel, SettingPage, useSay, useSetting, useSettingFields } from '../../ui';
import { ZoneField } from './zone-field';

const UID = 'plugin::platform.setting';
const NAMES = [
  'companyName',
  'companyNameEn',
  'taxId',
  'address',
  'addressEn',
  'phone',
  'email',
  'website',
  'zone',
  'language',
  'mailFrom',
  'storefrontUrl',
  'detailsKeptDays',
] as const;

type Company = Record<Exclude<(typeof NAMES)[number], 'detailsKeptDays'>, string | null> & {
  detailsKeptDays: number | null;
};

/** Who we are: what stands at the head of every document and mail. */
export default function CompanyPage() {
  const say = useSay('platform');
  const setting = useSetting<Company>(UID, NAMES);
  const { text, longText, choice, whole } = useSettingFields('platform', setting);
  return (
    <SettingPage uid={UID} title={say('company.title')} subtitle={say('company.subtitle')} setting={setting}>
      {(draft) => (
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Panel title={say('company.identity')}>
            <Fields>
              <Half>{text('companyName', { required: true })}</Half>
              <Half>{text('companyNameEn')}</Half>
              <Half>{text('taxId', { inputMode: 'numeric' })}</Half>
            </Fields>
          </Panel>
          <Panel title={say('company.contact')}>
            <Fields>
              <Half>{longText('address')}</Half>
              <Half>{longText('addressEn')}</Half>
              <Half>{text('phone', { inputMode: 'tel' })}</Half>
              <Half>{text('email', { inputMode: 'email' })}</Half>
              <Half>{text('website', { inputMode: 'url' })}</Half>
            </Fields>
          </Panel>
          <Panel title={say('company.system')}>
            <Fields>
              <Half>
                <ZoneField
                  value={draft.zone ?? ''}
                  disabled={!setting.may}
                  onChange={(zone) => setting.change({ zone })}
                />
              </Half>
              <Half>
                {choice('language', [
                  ['th', say('ui.language_th')],
                  ['en', say('ui.language_en')],
                ])}
              </Half>
              <Half>{text('mailFrom', { inputMode: 'email' })}</Half>
              <Half>{text('storefrontUrl', { inputMode: 'url' })}</Half>
              <Half>{whole('detailsKeptDays', 7, 3650, say('company.days'))}</Half>
            </Fields>
          </Panel>
        </Flex>
      )}
    </SettingPage>
  );
}
