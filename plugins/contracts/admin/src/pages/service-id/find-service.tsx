import { type FormEvent, useEffect, useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useSearchParams } from 'react-router-dom';
import { PageFrame, Panel, TextField, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { ServiceCard, type ServiceFound } from './service-card';

/** One box for what the customer says on the phone, and all that one has to know to answer. */
export function FindService() {
  const say = useSay('contracts');
  const ask = useAsk();
  const [query, setQuery] = useSearchParams();
  const asked = query.get('id') ?? '';
  const [typed, setTyped] = useState(asked);
  const [turn, setTurn] = useState(0);
  const [found, setFound] = useState<ServiceFound>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    if (asked === '') return undefined;
    let isCurrent = true;
    setProblem(undefined);
    ask('POST /contracts/service-ids', { body: { serviceId: asked } }).then(
      (card) => isCurrent && setFound(card),
      (error: unknown) => {
        if (!isCurrent) return;
        setFound(undefined);
        setProblem(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [asked, ask, turn]);

  const find = (event: FormEvent): void => {
    event.preventDefault();
    setQuery(typed.trim() === '' ? {} : { id: typed.trim() });
    setTurn((last) => last + 1);
  };
  return (
    <PageFrame title={say('service_id.title')} subtitle={say('service_id.subtitle')}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Panel>
          <form onSubmit={find} role="search">
            <Flex gap={4} alignItems="flex-end" wrap="wrap">
              <TextField
                name="serviceId"
                label={say('field.service_id')}
                hint={say('service_id.hint')}
                placeholder="K7M2-4XR9"
                maxLength={40}
                value={typed}
                error={problem}
                onChange={setTyped}
              />
              <Button type="submit" size="L" startIcon={<Search />}>
                {say('service_id.find')}
              </Button>
            </Flex>
          </form>
        </Panel>
        {problem && <Typography textColor="neutral600">{say('service_id.nothing')}</Typography>}
        {found && !problem && <ServiceCard key={`${found.documentId}-${turn}`} found={found} />}
      </Flex>
    </PageFrame>
  );
}
