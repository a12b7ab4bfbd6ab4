export const createDocuments = (_: unknown) => ({ render: async () => ({ filename: 'x.pdf', contentType: 'application/pdf', content: Buffer.from('') }) });
export const createFiles = (_: unknown) => ({ attach: async () => [], content: async () => Buffer.from('') });
export const createJobs = (_: unknown) => ({ poke() {}, start() {}, stop() {} });
export const createMail = (_: unknown) => ({ queue: async () => {} });
export const createPorts = (_: unknown) => ({});
export const createTemplates = (_: unknown) => ({});
