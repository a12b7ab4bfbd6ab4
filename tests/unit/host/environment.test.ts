import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

const sources = (folder: string): string[] =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx)$/.test(file) && !file.includes('node_modules'))
    .map((file) => fs.readFileSync(path.join(root, folder, file), 'utf8'));

/** Every variable that the application and its plugins read. */
function read(): string[] {
  const plugins = fs.readdirSync(path.join(root, 'plugins'));
  const rooms = plugins.flatMap((id) => ['server/src', 'kernel/src', 'kit/src'].map((room) => `plugins/${id}/${room}`));
  const folders = ['config', 'src', ...rooms].filter((folder) => fs.existsSync(path.join(root, folder)));
  const found = folders
    .flatMap(sources)
    .flatMap((text) => [...text.matchAll(/\benv(?:\.\w+)?\('([A-Z][A-Z_]+)'|\benv\.([A-Z][A-Z_]+)\b/g)])
    .map(([, called, named]) => called ?? named ?? '');
  const secrets = fs.readFileSync(path.join(root, 'src/secrets.ts'), 'utf8');
  return [...new Set([...found, ...[...secrets.matchAll(/^ {2}'([A-Z_]+)',$/gm)].map(([, name = '']) => name)])].sort();
}

const lines = fs.readFileSync(path.join(root, '.env.example'), 'utf8').split('\n');
const isVariable = (line: string | undefined): boolean => /^# [A-Z][A-Z_]+=/.test(line ?? '');

test('every variable that the code reads stands in .env.example, and nothing else does', () => {
  const listed = lines.filter(isVariable).map((line) => line.slice(2, line.indexOf('=')));
  expect(read()).toContain('SANYA_FILES_DIR');
  expect([...listed].sort()).toEqual(read());
});

test('each says in a line before it, or before its neighbour, what it does', () => {
  lines.forEach((line, index) => {
    if (isVariable(line)) expect([line, /^# [A-Za-z]/.test(lines[index - 1] ?? '')]).toEqual([line, true]);
  });
});
