import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { type Params, useClient, useDo } from './client';
import { useSay } from './language';
import { useMay } from './use-may';

/** Where whoever shows reports gives them: as files, and to whom. */
export interface ReportsHome {
  /** Staff door of a report as a file, in a `format`. */
  door: (code: string) => string;
  permission: string;
}

// Each plugin brings its own copy of these components: what all of them tell each other hangs on the window.
const KEY = Symbol.for('sanya.reports-home');
const shelf = globalThis as unknown as Record<symbol, ReportsHome | undefined>;

export const registerReportsHome = (home: ReportsHome): void => {
  shelf[KEY] = home;
};

type ReportFormat = 'xlsx' | 'csv';
const FORMATS: readonly ReportFormat[] = ['xlsx', 'csv'];

/** Hands a file over to whoever sits before the screen. */
export function keepFile(blob: Blob, filename: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = filename;
  link.click();
  URL.revokeObjectURL(url);
}

export interface FileButtonsProps {
  /** Staff door of the report as a file, in a `format`. */
  door: string;
  asked: Params;
  /** Of the file, without its ending. */
  name: string;
}

/** A button for each kind of file; one file is made at a time. */
export function FileButtons({ door, asked, name }: FileButtonsProps) {
  const say = useSay('platform');
  const { file } = useClient();
  const act = useDo();
  const [making, setMaking] = useState<ReportFormat>();
  const download = async (format: ReportFormat): Promise<void> => {
    setMaking(format);
    await act(async () => keepFile(await file(door, { ...asked, format }), `${name}.${format}`), say('ui.file_done'));
    setMaking(undefined);
  };
  return FORMATS.map((format) => (
    <Button
      key={format}
      variant="secondary"
      startIcon={<Download />}
      loading={making === format}
      disabled={making !== undefined}
      onClick={() => void download(format)}
    >
      {say(`ui.file_${format}`)}
    </Button>
  ));
}

export interface ReportFilesProps extends Omit<FileButtonsProps, 'door'> {
  code: string;
  /** Permission of the report. */
  permission: string;
}

/** A report as a file, on a page about the same thing; nothing where there are no reports, or not for this reader. */
export function ReportFiles({ code, permission, ...file }: ReportFilesProps) {
  const may = useMay();
  const home = shelf[KEY];
  if (!home || !may(home.permission) || !may(permission)) return null;
  return (
    <Flex gap={2}>
      <FileButtons door={home.door(code)} {...file} />
    </Flex>
  );
}
