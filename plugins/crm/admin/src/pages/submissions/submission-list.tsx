import { Typography } from '@strapi/design-system';
import { formatPhone } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  containing,
  DateText,
  ListPage,
  ListTools,
  StateBadge,
  TwoLines,
  useList,
  useListQuery,
  useSay,
  useStateFilter,
} from '@sanya/strapi-plugin-platform/ui';
import { FORM_PURPOSES } from '../../../../server/src/domain/form';
import { SUBMISSION_STATES } from '../../../../server/src/domain/submission';
import type { Submission } from '../../types';

/** All that came in through web forms, the newest first. */
export function SubmissionList() {
  const say = useSay('crm');
  const { asked } = useListQuery();
  const purpose = asked('purpose');
  const states = useStateFilter(SUBMISSION_STATES, (one) =>
    say(one === 'all' ? 'state.all' : `submission_state.${one}`),
  );
  const reading = useList<Submission>('/crm/form-submissions', {
    search: containing('name', 'email', 'phone', 'form.name'),
    filters: purpose ? { purpose: { $eq: purpose } } : {},
    sort: 'id:desc',
    populate: { form: true, customer: true },
  });
  const columns: Column<Submission>[] = [
    { key: 'at', title: say('submissions.at'), cell: ({ submittedAt }) => <DateText at={submittedAt} /> },
    {
      key: 'form',
      title: say('submissions.form'),
      wraps: true,
      cell: (one) => <TwoLines first={one.form?.name} second={say(`purpose.${one.purpose}`)} />,
    },
    {
      key: 'name',
      title: say('submissions.from'),
      wraps: true,
      cell: ({ name, email, phone, customer }) => (
        <TwoLines
          first={
            <Typography fontWeight="semiBold">
              {name ?? customer?.name ?? email ?? (formatPhone(phone) || '–')}
            </Typography>
          }
          second={[email, formatPhone(phone)].filter(Boolean).join(' · ')}
        />
      ),
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: ({ state }) => <StateBadge state={state} label={say(`submission_state.${state}`)} />,
    },
  ];
  return (
    <ListPage
      title={say('submissions.title')}
      subtitle={say('submissions.subtitle')}
      tools={
        <ListTools
          search={say('submissions.search')}
          filters={[
            states,
            {
              key: 'purpose',
              label: say('forms.purpose'),
              width: '22rem',
              choices: FORM_PURPOSES.map((one) => [one, say(`purpose.${one}`)] as const),
            },
          ]}
        />
      }
      reading={reading}
      columns={columns}
      empty={say('submissions.empty')}
      none={say('submissions.none')}
    />
  );
}
