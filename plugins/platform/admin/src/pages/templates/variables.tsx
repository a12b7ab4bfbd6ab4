import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Panel, useSay } from '../../ui';
import type { TemplateOpened } from './types';

interface VariablesProps {
  variables: TemplateOpened['variables'];
  disabled: boolean;
  onInsert: (text: string) => void;
}

/** What the mail may say, each with an example; a press writes it where one was writing. */
export function Variables({ variables, disabled, onInsert }: VariablesProps) {
  const say = useSay('platform');
  return (
    <Panel title={say('templates.variables')}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography textColor="neutral600">{say('templates.variables_hint')}</Typography>
        <Flex gap={2} wrap="wrap">
          {variables.map(({ path, example, insert }) => (
            <Button
              key={path}
              size="S"
              variant="tertiary"
              disabled={disabled}
              title={insert}
              style={{ height: 'auto', paddingTop: '4px', paddingBottom: '4px' }}
              onClick={() => onInsert(insert)}
            >
              <Box textAlign="left" maxWidth="26rem">
                <Typography variant="pi" fontWeight="bold">
                  {path}
                </Typography>
                {example !== '' && (
                  <Typography variant="pi" textColor="neutral600" ellipsis tag="div">
                    {example}
                  </Typography>
                )}
              </Box>
            </Button>
          ))}
        </Flex>
      </Flex>
    </Panel>
  );
}
