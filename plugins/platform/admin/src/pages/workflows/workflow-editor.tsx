import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { useAnswer } from '../../doors';
import { UnreadPage, useSay } from '../../ui';
import { examplesOf } from './examples';
import { SecretPage } from './secret-page';
import { type Values, valuesOf } from './types';
import { useKnown } from './use-known';
import { WorkflowForm } from './workflow-form';

const EMPTY: Values = { name: '', event: '', conditions: { all: [] }, actions: [], wait: '' };

/** A new workflow, one like an example, or one that is there already. */
export function WorkflowEditor() {
  const say = useSay('platform');
  const { id } = useParams();
  const [query] = useSearchParams();
  const { catalogue, cards, error } = useKnown();
  const reading = useAnswer('GET /platform/workflows/:id', id === undefined ? null : { id });
  const [told, setTold] = useState<{ secret: string; to: string }>();
  if (told) return <SecretPage {...told} />;
  if (!catalogue || !cards || (id !== undefined && !reading.data)) {
    const back = { to: '/plugins/platform/workflows', label: say('workflows.title') };
    return <UnreadPage error={error ?? reading.error} back={back} />;
  }
  const example = examplesOf(catalogue).find(({ code }) => code === query.get('like'));
  const proposed = (): Values => {
    if (!example) return EMPTY;
    const { code, ...values } = example;
    return { ...values, name: say(`workflows.example_${code}`) };
  };
  return (
    <WorkflowForm
      key={reading.data?.revision}
      {...{ catalogue, cards }}
      {...(reading.data ? { workflow: reading.data } : {})}
      before={reading.data ? valuesOf(reading.data) : proposed()}
      onSecret={(secret, to) => setTold({ secret, to })}
    />
  );
}
