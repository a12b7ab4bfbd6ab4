import { useEffect, useState } from 'react';
import { useAnswer } from '../../doors';
import { loadWorkflowCards, type WorkflowCard } from '../../ui';
import type { Catalogue } from './types';

interface Known {
  catalogue: Catalogue | undefined;
  cards: Record<string, WorkflowCard> | undefined;
  error: string | undefined;
}

/** What workflows can be made of here, and how their actions are asked for. */
export function useKnown(): Known {
  const { data, error } = useAnswer('GET /platform/workflow-catalogue', {});
  const [cards, setCards] = useState<Record<string, WorkflowCard>>();
  useEffect(() => {
    let current = true;
    void loadWorkflowCards().then((loaded) => current && setCards(loaded));
    return () => {
      current = false;
    };
  }, []);
  return { catalogue: data, cards, error };
}
