import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { Box, Flex } from '@strapi/design-system';
import { ArrowRight } from '@strapi/icons';
import { type StrapiApp, unstable_useDocument as useDocument } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import {
  type BesideForm,
  type DeedOnMany,
  LinkTo,
  type Shown,
  subjectOf,
  subjectTypes,
  TimelineOf,
  useMay,
  useSay,
  useSubjectName,
  Waiting,
} from './ui';

/** What the content manager tells its parts of the form, and of the list, that is open. */
interface Form {
  model: string;
  documentId?: string;
  collectionType: string;
}

interface List {
  model: string;
  documents: { documentId: string }[];
}

type Part<Props, Description> = (props: Props) => Description | null;

interface ContentManager {
  addEditViewSidePanel(panels: Part<Form, { title: string; content: ReactNode }>[]): void;
  addDocumentAction(actions: Part<Form, object>[]): void;
  addBulkAction(actions: Part<List, object>[]): void;
}

const loaded = new Map<string, ComponentType<{ id: string; onDone: () => void }>[]>();

/** Panels of a type, each loaded when a form of that type is first opened. */
function panelsOf(type: string, { beside }: Shown): BesideForm[] {
  const known = loaded.get(type) ?? beside.map((load) => lazy(load) as unknown as BesideForm);
  loaded.set(type, known);
  return known;
}

function Beside({ model, documentId = '', collectionType }: Form) {
  const say = useSay('platform');
  const { refetch } = useDocument({ collectionType, model, documentId });
  const shown = subjectOf(model);
  if (!shown) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Suspense fallback={<Waiting />}>
        {panelsOf(model, shown).map((Panel, index) => (
          <Panel key={index} id={documentId} onDone={() => void refetch()} />
        ))}
      </Suspense>
      {shown.page && <LinkTo to={shown.page(documentId)}>{say('content.open')}</LinkTo>}
    </Flex>
  );
}

/** What matters of the thing, what may be done with it, and its own page. */
const AtAGlance: Part<Form, { title: string; content: ReactNode }> = (form) => {
  const nameOf = useSubjectName();
  const shown = subjectOf(form.model);
  if (!form.documentId || !shown || (!shown.page && shown.beside.length === 0)) return null;
  return { title: nameOf(form.model), content: <Beside {...form} /> };
};

const Happened: Part<Form, { title: string; content: ReactNode }> = ({ model, documentId }) => {
  const say = useSay('platform');
  const may = useMay();
  const told = Object.keys(subjectOf(model)?.facts ?? {}).length > 0;
  if (!documentId || !told || !may('plugin::platform.timeline.read')) return null;
  return {
    title: say('timeline.title'),
    content: (
      <Box width="100%">
        <TimelineOf key={documentId} type={model} id={documentId} />
      </Box>
    ),
  };
};

const OpenPage: Part<Form, object> = ({ model, documentId }) => {
  const say = useSay('platform');
  const navigate = useNavigate();
  const page = subjectOf(model)?.page;
  if (!page || !documentId) return null;
  return {
    label: say('content.open'),
    icon: <ArrowRight />,
    position: ['header', 'table-row'],
    onClick: () => navigate(page(documentId)),
  };
};

const onMany = (type: string, { label, permission, useDeed }: DeedOnMany): Part<List, object> =>
  function OnMany({ model, documents }) {
    const { formatMessage } = useIntl();
    const may = useMay();
    const deed = useDeed();
    if (model !== type || !may(permission)) return null;
    return {
      label: formatMessage({ id: label }),
      onClick: () => void deed(documents.map((one) => one.documentId)),
    };
  };

/**
 * Brings what the plugins registered of their content types to Strapi's own content manager, once for all of them:
 * when plugins are bootstrapped, all of them are registered.
 */
export function enrichContentManager(app: Pick<StrapiApp, 'getPlugin'>): void {
  const manager = app.getPlugin('content-manager')?.apis as unknown as ContentManager | undefined;
  if (!manager) return;
  manager.addEditViewSidePanel([AtAGlance, Happened]);
  manager.addDocumentAction([OpenPage]);
  manager.addBulkAction(
    subjectTypes().flatMap((type) => (subjectOf(type)?.many ?? []).map((deed) => onMany(type, deed))),
  );
}
