import { Box, Typography } from '@strapi/design-system';
import {
  Fields,
  Half,
  Panel,
  SettingPage,
  useSay,
  useSetting,
  useSettingFields,
  WholeField,
} from '@sanya/strapi-plugin-platform/ui';
import { gatewayName } from '../../ui/gateway-words';
import { BankAccounts } from './bank-accounts';
import { PromptPayPreview } from './promptpay-preview';
import { type BillingSetting, SETTING } from './types';

const NAMES = [
  'bankAccounts',
  'promptPayTarget',
  'promptPayBillerId',
  'cardGateway',
  'cardPublicKey',
  'cardFeePpm',
  'autoDebitDays',
  'autoDebitNoticeDays',
  'autoDebitRetries',
  'slipRequired',
  'slipMaxBytes',
] as const;
const GATEWAYS = ['none', 'stripe', 'omise'] as const;
const KEYS = { stripe: 'pk_live_…', omise: 'pkey_…' };
/** Before or after the due date. */
const DEBIT_DAYS = 30;
const KILOBYTE = 1000;
const SLIP_KILOBYTES = [10, 8000] as const;

/** How customers can pay us. */
export default function PaymentWaysPage() {
  const say = useSay('billing');
  const nameOf = (gateway: BillingSetting['cardGateway']): string =>
    gateway === 'none' ? say('setting.cardGateway_none') : gatewayName(gateway);
  const setting = useSetting<BillingSetting>(SETTING, NAMES);
  const { text, toggle, choice, percent, whole } = useSettingFields('billing', setting);
  return (
    <SettingPage
      uid={SETTING}
      title={say('setting.ways_title')}
      subtitle={say('setting.ways_subtitle')}
      setting={setting}
    >
      {(draft) => (
        <>
          <Panel title={say('setting.bankAccounts')}>
            <BankAccounts
              accounts={draft.bankAccounts}
              disabled={!setting.may}
              onChange={(bankAccounts) => setting.change({ bankAccounts })}
            />
          </Panel>
          <Panel title={say('setting.promptpay')}>
            <Fields>
              <Half>{text('promptPayTarget', { inputMode: 'tel', placeholder: '081-234-5678' })}</Half>
              <Half>{text('promptPayBillerId', { inputMode: 'numeric' })}</Half>
            </Fields>
            <PromptPayPreview
              target={draft.promptPayTarget}
              billerId={draft.promptPayBillerId}
              currency={draft.currency}
            />
          </Panel>
          <Panel title={say('setting.cards')}>
            <Fields>
              <Half>
                {choice(
                  'cardGateway',
                  GATEWAYS.map((gateway) => [gateway, nameOf(gateway)] as const),
                )}
              </Half>
              {draft.cardGateway !== 'none' && (
                <>
                  <Half>{text('cardPublicKey', { required: true, placeholder: KEYS[draft.cardGateway] })}</Half>
                  <Half>{percent('cardFeePpm')}</Half>
                  <Half>{whole('autoDebitDays', -DEBIT_DAYS, DEBIT_DAYS, say('setting.days'))}</Half>
                  <Half>{whole('autoDebitNoticeDays', 0, DEBIT_DAYS, say('setting.days'))}</Half>
                  <Half>{text('autoDebitRetries', { required: true, placeholder: '1, 3, 5, 7' })}</Half>
                </>
              )}
            </Fields>
            {draft.cardGateway !== 'none' && (
              <Box paddingTop={4}>
                <Typography textColor="neutral600">
                  {say('setting.card_secrets', {
                    address: `${window.location.origin}/api/billing/webhooks/${draft.cardGateway}`,
                    prefix: draft.cardGateway.toUpperCase(),
                  })}
                </Typography>
              </Box>
            )}
          </Panel>
          <Panel title={say('setting.slips')}>
            <Fields>
              <Half>{toggle('slipRequired')}</Half>
              <Half>
                <WholeField
                  name="slipMaxBytes"
                  label={say('setting.slipMaxBytes')}
                  hint={say('setting.slipMaxBytes_hint')}
                  disabled={!setting.may}
                  unit="kB"
                  min={SLIP_KILOBYTES[0]}
                  max={SLIP_KILOBYTES[1]}
                  value={Math.round(draft.slipMaxBytes / KILOBYTE)}
                  onChange={(kilobytes) => setting.change({ slipMaxBytes: kilobytes * KILOBYTE })}
                />
              </Half>
            </Fields>
          </Panel>
        </>
      )}
    </SettingPage>
  );
}
