import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { StateBadge, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { CustomerValues } from '../../../customer-values';
import { useAnswer } from '../../../doors';
import type { Duplicate } from '../../../types';

const PAUSE_MS = 400;
const MARKS = ['name', 'taxId', 'branchCode', 'phone', 'email'] as const;

/** What a customer is recognised by, as the door asks for it. */
export const marksOf = (values: CustomerValues): Record<string, string> =>
  Object.fromEntries(MARKS.map((key) => [key, values[key].trim()] as const).filter(([, text]) => text !== ''));

/** Who may be the same as the one in the form, while it is typed; of one that is there already only where it changed. */
export function useDuplicates(values: CustomerValues, before: CustomerValues, own?: string): Duplicate[] {
  const may = useMay();
  const marks = marksOf(values);
  const touched = JSON.stringify(marks) !== JSON.stringify(marksOf(before));
  const asked = useDebounce(touched ? JSON.stringify(marks) : '', PAUSE_MS);
  const { data } = useAnswer(
    'GET /crm/customers/duplicates',
    asked !== '' && may('plugin::crm.customer.create') ? { body: JSON.parse(asked) as Record<string, string> } : null,
  );
  return (data ?? []).filter((one) => one.documentId !== own);
}

/** Each with why, and the way there: in a tab of its own, so that nothing typed is lost. */
export function DuplicateList({ duplicates }: { duplicates: readonly Duplicate[] }) {
  const say = useSay('crm');
  return (
    <Flex tag="ul" direction="column" alignItems="flex-start" gap={2}>
      {duplicates.map((one) => (
        <Flex key={one.documentId} tag="li" gap={2} wrap="wrap">
          <Link tag={NavLink} to={`/plugins/crm/customers/${one.documentId}`} target="_blank">
            {`${one.code} ${one.name}`}
          </Link>
          {one.reasons.map((reason) => (
            <Badge key={reason}>{say(`duplicate.${reason}`)}</Badge>
          ))}
          {one.state === 'closed' && <StateBadge state="closed" label={say('state.closed')} />}
        </Flex>
      ))}
    </Flex>
  );
}

export function DuplicateWarning({ duplicates }: { duplicates: readonly Duplicate[] }) {
  const say = useSay('crm');
  if (duplicates.length === 0) return null;
  return (
    <Box background="warning100" borderColor="warning200" hasRadius padding={4} role="status">
      <Box paddingBottom={2}>
        <Typography fontWeight="bold" textColor="warning700">
          {say('duplicate.title')}
        </Typography>
      </Box>
      <DuplicateList duplicates={duplicates} />
    </Box>
  );
}
