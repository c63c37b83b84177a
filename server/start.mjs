// Builds the protocols into dist/ and says what to open. Needs the .NET SDK and Node, and nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

function run(command, args, quiet) {
  const done = spawnSync(command, args, { cwd: root, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit', encoding: 'utf8' });
  if (done.error?.code === 'ENOENT') {
    console.error(`${command} is not there. Install the .NET SDK 10: https://dotnet.microsoft.com/download`);
    process.exit(2);
  }
  if (done.status !== 0) {
    if (quiet) console.error(done.stdout + done.stderr);
    process.exit(done.status ?? 1);
  }
}

console.error('Building the program (the first time takes about half a minute)…');
run('dotnet', ['build', 'server/PcnMedOpt.Tool', '--configuration', 'Release', '--verbosity', 'quiet', '--nologo'], true);
const program = path.join('server', 'PcnMedOpt.Tool', 'bin', 'Release', 'net10.0', 'medopt.dll');
run('dotnet', [program, 'build', 'protocols', '--out', 'dist'], false);
if (!existsSync(path.join(root, 'dist', 'index.html'))) process.exit(1);
