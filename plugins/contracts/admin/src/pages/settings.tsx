import { Flex, Typography } from '@strapi/design-system';
import {
  Fields,
  Half,
  LinkTo,
  Panel,
  SettingPage,
  useSay,
  useSetting,
  useSettingFields,
} from '@sanya/strapi-plugin-platform/ui';

const UID = 'plugin::contracts.setting';
const NAMES = [
  'invoicesTogether',
  'renewalNotices',
  'renewalEvery',
  'renewalOfferDays',
  'winBackDays',
  'renewalMailTo',
] as const;
const REASONS = '/content-manager/collection-types/plugin::contracts.decline-reason';
const LEVELS = '/content-manager/collection-types/plugin::contracts.service-level';
const CLASS_LEVELS = '/content-manager/collection-types/plugin::contracts.class-service-level';
const LONGEST = 366;
const LONGEST_PAUSE = 90;

interface ContractSetting {
  invoicesTogether: boolean;
  renewalNotices: string;
  renewalEvery: number;
  renewalOfferDays: number;
  winBackDays: number;
  renewalMailTo: string | null;
}

/** When customers are asked whether they renew, and what they may answer. */
export default function ContractSettingsPage() {
  const say = useSay('contracts');
  const setting = useSetting<ContractSetting>(UID, [...NAMES]);
  const { text, whole, toggle } = useSettingFields('contracts', setting);
  return (
    <SettingPage uid={UID} title={say('setting.title')} subtitle={say('setting.subtitle')} setting={setting}>
      {() => (
        <>
          <Panel title={say('setting.billing')}>{toggle('invoicesTogether')}</Panel>
          <Panel title={say('renewals.title')}>
            <Fields>
              <Half>{text('renewalNotices', { required: true })}</Half>
              <Half>{whole('renewalEvery', 1, LONGEST_PAUSE, say('setting.days'))}</Half>
              <Half>{whole('renewalOfferDays', 0, LONGEST, say('setting.days'))}</Half>
              <Half>{whole('winBackDays', 0, LONGEST, say('setting.days'))}</Half>
              <Half>{text('renewalMailTo')}</Half>
            </Fields>
          </Panel>
          <Panel title={say('setting.reasons')}>
            <Flex direction="column" alignItems="flex-start" gap={2}>
              <Typography textColor="neutral600" tag="p">
                {say('setting.reasons_hint')}
              </Typography>
              <LinkTo to={REASONS}>{say('setting.reasons_edit')}</LinkTo>
            </Flex>
          </Panel>
          <Panel title={say('setting.service_levels')}>
            <Flex direction="column" alignItems="flex-start" gap={2}>
              <Typography textColor="neutral600" tag="p">
                {say('setting.service_levels_hint')}
              </Typography>
              <LinkTo to={LEVELS}>{say('setting.service_levels_edit')}</LinkTo>
              <LinkTo to={CLASS_LEVELS}>{say('setting.class_levels_edit')}</LinkTo>
            </Flex>
          </Panel>
        </>
      )}
    </SettingPage>
  );
}
