import { afterEach, beforeEach, describe } from '@jest/globals';
import { alertsContract } from './alerts.contract.js';
import { auditContract } from './audit.contract.js';
import { campaignErasureContract } from './campaign-erasure.contract.js';
import { campaignsContract } from './campaigns.contract.js';
import { closingContract } from './closing.contract.js';
import { coordinationContract } from './coordination.contract.js';
import { erasureContract } from './erasure.contract.js';
import { flagsContract } from './flags.contract.js';
import { forgettingMeanwhileContract } from './forgetting-meanwhile.contract.js';
import { gapsContract } from './gaps.contract.js';
import { holdsContract } from './holds.contract.js';
import { ledgerContract } from './ledger.contract.js';
import { lessonsContract } from './lessons.contract.js';
import { overflowContract } from './overflow.contract.js';
import { packsContract } from './packs.contract.js';
import { reviewsContract } from './reviews.contract.js';
import { rotateKeyContract } from './rotate-key.contract.js';
import type { StoreBench } from './store-bench.js';
import { twoProcessesContract } from './two-processes.contract.js';

/** What every dialect's store must do. Each test has a database of its own. */
export function itKeepsTheStoreContract(name: string, makeBench: () => Promise<StoreBench>): void {
  describe(`${name} as Store`, () => {
    const benches: StoreBench[] = [];

    beforeEach(async () => {
      benches.push(await makeBench());
    });

    afterEach(async () => {
      for (const bench of benches.splice(0)) await bench.remove();
    });

    const bench = (): StoreBench => {
      const [current] = benches;
      if (current === undefined) throw new Error('a bench is there only while a test runs');
      return current;
    };

    ledgerContract(bench);
    gapsContract(bench);
    alertsContract(bench);
    flagsContract(bench);
    auditContract(bench);
    erasureContract(bench);
    rotateKeyContract(bench);
    campaignsContract(bench);
    campaignErasureContract(bench);
    holdsContract(bench);
    overflowContract(bench);
    coordinationContract(bench);
    reviewsContract(bench);
    packsContract(bench);
    lessonsContract(bench);
    twoProcessesContract(bench);
    closingContract(bench);
    forgettingMeanwhileContract(bench);
  });
}
