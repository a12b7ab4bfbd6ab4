import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { DocumentView, Panel, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';

/** The contract as it is signed; it is made when somebody asks for it. */
export function Paper({ id }: { id: string }) {
  const say = useSay('contracts');
  const may = useMay()('plugin::contracts.contract.find');
  const [shown, setShown] = useState(false);
  if (!may) return null;
  if (shown) return <DocumentView url={`/contracts/contracts/${id}/document`} title={say('contract.paper')} />;
  return (
    <Panel
      title={say('contract.paper')}
      aside={
        <Button size="S" variant="secondary" onClick={() => setShown(true)}>
          {say('contract.show_paper')}
        </Button>
      }
    >
      {null}
    </Panel>
  );
}
