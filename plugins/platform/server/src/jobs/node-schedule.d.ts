/** The little of node-schedule that is used; it brings no types. */
declare module 'node-schedule' {
  export interface Scheduled {
    cancel(): boolean;
  }
  const schedule: { scheduleJob(rule: string, work: () => void): Scheduled };
  export default schedule;
}
