import assert from 'node:assert/strict';
import type { Exported } from '../../src/extension';
import { extension, open, protocols, until } from './support';

describe('The extension', () => {
  it('starts the server for a folder of protocols, and says that there is no problem', async () => {
    await open(protocols('codes', 'conditions.medopt'));
    const { server, started, status } = (await extension<Exported>()).exports;
    await started;
    assert.equal(server.state, 'running');
    assert.match(server.version ?? '', /^\d+\.\d+\.\d+/);
    await until(server.onState, () => status().startsWith('$(check) MedOpt: no problem') || undefined);
  });
});
