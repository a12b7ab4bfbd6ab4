import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { RemoveButton, useSay, type WorkflowCard } from '../../ui';
import { MergeFields } from './merge-fields';
import type { Action, Catalogue, Subject } from './types';

export interface ActionListProps {
  catalogue: Catalogue;
  subject: Subject | undefined;
  cards: Record<string, WorkflowCard>;
  actions: Action[];
  disabled: boolean;
  errorAt: (field: string) => string | undefined;
  onChange: (actions: Action[], field?: string) => void;
}

const MOST = 5;

type Data = Record<string, unknown>;

/** The action with a text inside of it lengthened. */
function lengthened(action: Action, [key = '', ...rest]: string[], place: string): Data {
  const value = action[key];
  if (rest.length > 0) return { [key]: { ...(value as Data), ...lengthened(value as Action, rest, place) } };
  const text = typeof value === 'string' ? value : '';
  return { [key]: `${text}${text === '' || /\s$/.test(text) ? '' : ' '}${place}` };
}

/** What follows, in order. */
export function ActionList({ catalogue, subject, cards, actions, disabled, errorAt, onChange }: ActionListProps) {
  const say = useSay('platform');
  const [written, setWritten] = useState<Record<number, string>>({});
  const titleOf = (kind: string): string => catalogue.actions.find(({ name }) => name === kind)?.title ?? kind;
  const change = (at: number, part: Data, field?: string): void =>
    onChange(
      actions.map((one, index) => (index === at ? { ...one, ...part } : one)),
      field === undefined ? undefined : `actions.${at}.${field}`,
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {actions.map((action, index) => {
        const card = cards[action.kind];
        const hasTexts = 'title' in action || 'subject' in action;
        const target = written[index] ?? ('title' in action ? 'title' : 'body.th');
        return (
          <Box key={index} padding={4} hasRadius borderColor="neutral200">
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Flex justifyContent="space-between">
                <Typography fontWeight="semiBold">{`${index + 1}. ${titleOf(action.kind)}`}</Typography>
                {!disabled && (
                  <RemoveButton
                    label={say('workflows.remove_action')}
                    onRemove={() => onChange(actions.filter((_, at) => at !== index))}
                  />
                )}
              </Flex>
              {card && (
                <card.Card
                  {...{ wish: action, disabled, staff: catalogue.staff, roles: catalogue.roles }}
                  at={(field) => `actions.${index}.${field}`}
                  errorAt={(field) => errorAt(`actions.${index}.${field}`)}
                  change={(part, field) => change(index, part, field)}
                  onWrite={(field) => setWritten((before) => ({ ...before, [index]: field }))}
                />
              )}
              {hasTexts && subject && !disabled && (
                <MergeFields
                  subject={subject}
                  onInsert={(place) => change(index, lengthened(action, target.split('.'), place), target)}
                />
              )}
            </Flex>
          </Box>
        );
      })}
      {!disabled && actions.length < MOST && (
        <Flex gap={2} wrap="wrap">
          {catalogue.actions
            .filter(({ name }) => name in cards)
            .map(({ name, title }) => (
              <Button
                key={name}
                size="S"
                variant="secondary"
                startIcon={<Plus />}
                onClick={() => onChange([...actions, { kind: name, ...cards[name]?.proposal }], 'actions')}
              >
                {title}
              </Button>
            ))}
        </Flex>
      )}
      {errorAt('actions') && <Typography textColor="danger600">{errorAt('actions')}</Typography>}
    </Flex>
  );
}
