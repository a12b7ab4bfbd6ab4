import { Box, Typography } from '@strapi/design-system';
import { type Column, DataTable, Panel, useSay, useSubjectName } from '@sanya/strapi-plugin-platform/ui';
import { type Count, rowsOf } from './counts';

export interface WhatMovesProps {
  /** Codes. */
  stays: string;
  goes: string;
  has: readonly Count[];
  moves: readonly Count[];
}

/** How much of what comes to the one that stays. */
export function WhatMoves({ stays, goes, has, moves }: WhatMovesProps) {
  const say = useSay('crm');
  const nameOf = useSubjectName();
  const columns: Column<Count>[] = [
    { key: 'what', title: say('merge.what'), cell: ({ type }) => nameOf(type) },
    { key: 'has', title: say('merge.has', { code: stays }), right: true, cell: ({ type }) => rowsOf(has, type) },
    { key: 'moves', title: say('merge.comes', { code: goes }), right: true, cell: ({ rows }) => rows },
  ];
  return (
    <Panel title={say('merge.moves')}>
      {moves.length === 0 ? (
        <Typography>{say('merge.nothing_moves', { code: goes })}</Typography>
      ) : (
        <DataTable columns={columns} rows={moves} keyOf={({ type }) => type} empty="" />
      )}
      <Box paddingTop={4}>
        <Typography textColor="neutral600">{say('merge.after', { code: stays })}</Typography>
      </Box>
    </Panel>
  );
}
