import {
  Fields,
  Half,
  Panel,
  SettingPage,
  useSay,
  useSetting,
  useSettingFields,
} from '@sanya/strapi-plugin-platform/ui';

const UID = 'plugin::crm.setting';
const NAMES = ['membersMayEdit', 'duplicateRule', 'salesSee', 'editsNeedApproval'] as const;

interface CrmSetting {
  membersMayEdit: boolean;
  duplicateRule: 'warn' | 'refuse';
  salesSee: 'own' | 'all';
  editsNeedApproval: boolean;
}

/** Who may do what with customers. */
export default function CrmSettingsPage() {
  const say = useSay('crm');
  const setting = useSetting<CrmSetting>(UID, NAMES);
  const { toggle, choice } = useSettingFields('crm', setting);
  const named = (name: string, values: readonly string[]) =>
    values.map((value) => [value, say(`setting.${name}_${value}`)] as const);
  return (
    <SettingPage uid={UID} title={say('setting.title')} subtitle={say('setting.subtitle')} setting={setting}>
      {() => (
        <>
          <Panel title={say('setting.members')}>
            <Fields>
              <Half>{toggle('membersMayEdit')}</Half>
            </Fields>
          </Panel>
          <Panel title={say('setting.staff')}>
            <Fields>
              <Half>{choice('duplicateRule', named('duplicateRule', ['warn', 'refuse']))}</Half>
              <Half>{choice('salesSee', named('salesSee', ['own', 'all']))}</Half>
              <Half>{toggle('editsNeedApproval')}</Half>
            </Fields>
          </Panel>
        </>
      )}
    </SettingPage>
  );
}
