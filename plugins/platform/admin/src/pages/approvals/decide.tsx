import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useAsk } from '../../doors';
import { type Approval, FormDialog, LongTextField, useMay, useSay, useTell } from '../../ui';
import type { Inbox } from './use-inbox';

type Verb = 'grant' | 'refuse' | 'withdraw';

interface DecideProps {
  approval: Approval;
  inbox: Inbox;
  onDone: () => void;
}

/** Grant, refuse or take back, each with what is to be said to it. */
export function Decide({ approval, inbox, onDone }: DecideProps) {
  const say = useSay('platform');
  const may = useMay();
  const tell = useTell();
  const ask = useAsk();
  const [verb, setVerb] = useState<Verb>();
  const [comment, setComment] = useState('');
  const isMine = approval.askedBy === inbox.me;
  const decides = inbox.kinds.some(({ code, mayDecide }) => code === approval.kind && mayDecide);
  const needsComment = verb === 'refuse';
  if (approval.state !== 'asked') return null;

  return (
    <Flex gap={2} alignItems="center">
      {isMine && decides && (
        <Typography variant="pi" textColor="neutral600">
          {say('approvals.own')}
        </Typography>
      )}
      {isMine && may('plugin::platform.approval.withdraw') && (
        <Button variant="tertiary" onClick={() => setVerb('withdraw')}>
          {say('approvals.withdraw')}
        </Button>
      )}
      {!isMine && decides && may('plugin::platform.approval.decide') && (
        <>
          <Button variant="danger-light" onClick={() => setVerb('refuse')}>
            {say('approvals.refuse')}
          </Button>
          <Button onClick={() => setVerb('grant')}>{say('approvals.grant')}</Button>
        </>
      )}
      {verb && (
        <FormDialog
          title={`${say(`approvals.${verb}`)} · ${approval.subjectName}`}
          label={say(`approvals.${verb}`)}
          disabled={needsComment && comment.trim() === ''}
          onClose={() => setVerb(undefined)}
          onSubmit={async () => {
            const [id, said] = [approval.documentId, comment.trim()];
            if (verb === 'refuse') await ask('POST /platform/approvals/:id/refuse', { id, body: { comment: said } });
            else await ask(`POST /platform/approvals/:id/${verb}`, { id, body: said === '' ? {} : { comment: said } });
            tell(say(`approvals.did_${verb}`));
            setVerb(undefined);
            onDone();
          }}
        >
          <Typography>{say(`approvals.${verb}_question`)}</Typography>
          <LongTextField
            name="comment"
            label={say('approvals.comment')}
            required={needsComment}
            value={comment}
            onChange={setComment}
          />
        </FormDialog>
      )}
    </Flex>
  );
}
