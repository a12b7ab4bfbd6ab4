import { Flex } from '@strapi/design-system';
import { formatPhone } from '@sanya/strapi-plugin-platform/kernel';
import {
  Confirm,
  DateText,
  DetailPage,
  Facts,
  Panel,
  Standing,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useDo,
  useLanguage,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Submission, SubmissionAnswer } from '../../types';

/** What somebody wrote into a form, under the questions as they were then. */
export function SubmissionDetail() {
  const say = useSay('crm');
  const may = useMay();
  const ask = useAsk();
  const language = useLanguage();
  const {
    id,
    data: one,
    error,
    turn,
    again,
  } = useDetail<Submission>('/crm/form-submissions', { populate: { form: true, customer: true } });
  const does = useDo(again);
  const back = { to: '/plugins/crm/form-submissions', label: say('submissions.title') };
  if (!one) return <UnreadPage error={error} back={back} />;
  const labelOf = ({ th, en }: SubmissionAnswer['label']): string => (language === 'th' ? th || en : en || th) ?? '';
  const said = ({ value, choice }: SubmissionAnswer): string => {
    if (choice) return labelOf(choice);
    if (typeof value === 'string') return value;
    return typeof value === 'boolean' ? '✓' : say('submissions.products', { count: value.length });
  };
  return (
    <DetailPage
      title={one.name ?? one.email ?? one.form?.name ?? say('submissions.title')}
      subtitle={one.form?.name}
      back={back}
      action={
        one.state === 'new' &&
        may('plugin::crm.form.answer') && (
          <Flex gap={2}>
            <Confirm
              label={say('submissions.dismiss')}
              title={say('submissions.dismiss')}
              variant="danger-light"
              reason={say('field.reason')}
              onConfirm={(reason) =>
                does(
                  () => ask('POST /crm/form-submissions/:id/dismiss', { id, body: { reason } }),
                  say('submissions.dismiss_done'),
                )
              }
            >
              {say('submissions.dismiss_text')}
            </Confirm>
            <Confirm
              label={say('submissions.handle')}
              title={say('submissions.handle')}
              reason={say('submissions.what_was_done')}
              onConfirm={(note) =>
                does(
                  () => ask('POST /crm/form-submissions/:id/handle', { id, body: { note } }),
                  say('submissions.handle_done'),
                )
              }
            >
              {say('submissions.handle_text')}
            </Confirm>
          </Flex>
        )
      }
    >
      <Standing
        title={say('submissions.facts')}
        state={one.state}
        label={say(`submission_state.${one.state}`)}
        customer={one.customer}
        facts={[
          [say('forms.purpose'), say(`purpose.${one.purpose}`)],
          [say('submissions.at'), <DateText key="at" at={one.submittedAt} />],
          [say('field.email'), one.email],
          [say('field.phone'), formatPhone(one.phone)],
          [say('field.language'), say(`language.${one.language}`)],
          [say('submissions.handled_at'), one.handledAt && <DateText key="handled" at={one.handledAt} />],
          [say('field.note'), one.note],
        ]}
      />
      <Panel title={say('submissions.answers')}>
        <Facts columns={2} facts={one.answers.map((answer) => [labelOf(answer.label), said(answer)])} />
      </Panel>
      <TimelinePanel key={`timeline${turn}`} type="plugin::crm.form-submission" id={id} />
    </DetailPage>
  );
}
