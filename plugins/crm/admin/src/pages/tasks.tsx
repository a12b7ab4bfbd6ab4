import { Page } from '@strapi/strapi/admin';
import { TaskList } from './tasks/task-list';

const READ = [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::crm.task' }];

export default function Tasks() {
  return (
    <Page.Protect permissions={READ}>
      <TaskList />
    </Page.Protect>
  );
}
