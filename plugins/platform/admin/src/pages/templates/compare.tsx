import { Box, Flex, Modal, Typography } from '@strapi/design-system';
import { useSay } from '../../ui';
import { compareTexts } from '../../../../server/src/templates/compare-texts';
import { TEXTS, type Texts } from './types';

interface CompareProps {
  title: string;
  before: Texts;
  after: Texts;
  onClose: () => void;
}

const LOOKS = {
  same: {},
  before: { background: '#fcecea', color: '#b72b1a', textDecoration: 'line-through' },
  after: { background: '#eafbe7', color: '#2f6846' },
} as const;

/** What became of each text from one version to another: what went is struck out, what came is marked. */
export function Compare({ title, before, after, onClose }: CompareProps) {
  const say = useSay('platform');
  const differing = TEXTS.filter((name) => before[name] !== after[name]);
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={say('ui.back')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={6}>
            {differing.length === 0 && <Typography>{say('templates.no_difference')}</Typography>}
            {differing.map((name) => (
              <Box key={name}>
                <Typography variant="sigma" textColor="neutral600" style={{ textTransform: 'none' }}>
                  {say(`templates.text_${name}`)}
                </Typography>
                <Box
                  padding={3}
                  background="neutral100"
                  hasRadius
                  style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'ui-monospace, monospace' }}
                >
                  {compareTexts(before[name], after[name]).map(({ kind, text }, index) => (
                    <Typography key={index} tag={kind === 'before' ? 'del' : kind === 'after' ? 'ins' : 'span'}>
                      <span style={LOOKS[kind]}>{text}</span>
                    </Typography>
                  ))}
                </Box>
              </Box>
            ))}
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
