import { Button, Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { PageFrame, Panel, useSay } from '../../ui';

/** A secret is told once: whoever reads it keeps it at the other site. */
export function SecretPage({ secret, to }: { secret: string; to: string }) {
  const say = useSay('platform');
  const navigate = useNavigate();
  return (
    <PageFrame title={say('workflows.secret_title')}>
      <Panel>
        <Flex direction="column" alignItems="flex-start" gap={4}>
          <Typography>{say('workflows.secret_hint')}</Typography>
          <Typography tag="code" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
            {secret}
          </Typography>
          <Button onClick={() => navigate(to)}>{say('workflows.secret_kept')}</Button>
        </Flex>
      </Panel>
    </PageFrame>
  );
}
