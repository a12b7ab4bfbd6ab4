import { Flex, Typography } from '@strapi/design-system';
import { formatMoney, formatMonth } from '@sanya/strapi-plugin-platform/kernel';
import { Confirm, useDo, useLanguage, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { WholeTaxMonth } from './types';

/** Closes the month, after showing what is reported; or opens it again, with a reason. */
export function CloseMonth({ month, onDone }: { month: WholeTaxMonth; onDone: () => void }) {
  const say = useSay('billing');
  const language = useLanguage();
  const may = useMay();
  const act = useDo();
  const ask = useAsk();
  const name = formatMonth(month.month, language, 'long');
  const does = async (work: () => Promise<unknown>, done: string): Promise<boolean> => {
    const well = await act(work, say(done));
    if (well) onDone();
    return well;
  };

  if (month.state === 'closed') {
    return (
      may('plugin::billing.tax-month.reopen') && (
        <Confirm
          label={say('tax_month.reopen')}
          title={say('tax_month.reopen_title', { month: name })}
          variant="danger-light"
          reason={say('field.reason')}
          onConfirm={(reason) =>
            does(
              () => ask('POST /billing/tax-months/:month/reopen', { month: month.month, body: { reason } }),
              'tax_month.reopened',
            )
          }
        >
          {say('tax_month.reopen_question')}
        </Confirm>
      )
    );
  }
  if (!month.over || !may('plugin::billing.tax-month.close')) return null;
  const despite = month.missing.length > 0;
  return (
    <Confirm
      label={say(despite ? 'tax_month.close_despite' : 'tax_month.close')}
      title={say('tax_month.close_title', { month: name })}
      variant={despite ? 'danger-light' : 'default'}
      onConfirm={() =>
        does(
          () => ask('POST /billing/tax-months/:month/close', { month: month.month, body: { despite } }),
          'tax_month.was_closed',
        )
      }
    >
      <Flex direction="column" gap={2} tag="span">
        <Typography tag="span">
          {say('tax_month.close_question', {
            documents: month.documents,
            value: formatMoney(month.value, month.currency),
            vat: formatMoney(month.vat, month.currency),
          })}
        </Typography>
        {despite && (
          <Typography tag="span" textColor="danger600">
            {say('tax_month.close_missing', { count: month.missing.length })}
          </Typography>
        )}
      </Flex>
    </Confirm>
  );
}
