import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Money, Panel, Sums, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Preview } from './use-basket';

interface TotalPartProps {
  preview: Preview;
  /** What the button says. */
  label: string;
  /** Why it cannot be done yet; undefined when it can. */
  hindrance: string | undefined;
  busy: boolean;
  onDone: () => void;
}

/** What it comes to, and the button. */
export function TotalPart({ preview, label, hindrance, busy, onDone }: TotalPartProps) {
  const { basket, problem, fresh } = preview;
  const say = useSay('sales');
  return (
    <Panel title={say('new.total')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {problem && (
          <Typography textColor="danger600" role="alert">
            {problem.message}
          </Typography>
        )}
        {basket && (
          <Box style={{ opacity: fresh && !problem ? 1 : 0.5 }} aria-busy={!fresh}>
            <Sums
              rows={[
                ...(basket.discount === '0'
                  ? []
                  : [
                      [
                        say('field.discount'),
                        <Money key="discount" amount={basket.discount} currency={basket.currency} />,
                      ] as const,
                    ]),
                [say('field.net'), <Money key="net" amount={basket.net} currency={basket.currency} />],
                [say('field.tax'), <Money key="tax" amount={basket.tax} currency={basket.currency} />],
                [say('field.total'), <Money key="total" amount={basket.total} currency={basket.currency} strong />],
              ]}
            />
            <Flex direction="column" alignItems="flex-end" paddingTop={2}>
              <Typography variant="pi" textColor="neutral600">
                {say(basket.pricesIncludeTax ? 'new.tax_inside' : 'new.tax_added')}
              </Typography>
            </Flex>
          </Box>
        )}
        <Flex justifyContent="flex-end" alignItems="center" gap={4} wrap="wrap">
          {hindrance !== undefined && <Typography textColor="neutral600">{hindrance}</Typography>}
          <Button
            size="L"
            startIcon={<Check />}
            loading={busy}
            disabled={hindrance !== undefined || !fresh || problem !== undefined}
            onClick={onDone}
          >
            {label}
          </Button>
        </Flex>
      </Flex>
    </Panel>
  );
}
