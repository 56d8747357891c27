import type { FoundProposal, ListedProposal } from '../../workspace/find-proposal.ts';
import type { CheckCall } from './check-call.ts';
import type { CheckContext } from './check-snapshot.ts';
import type { Severities } from './filters/severities.ts';

/** What is checked, and how. */
export interface CheckScope {
  call: CheckCall;
  context: CheckContext;
  severities: Severities;
  /** Those that the call names. */
  chosen: readonly FoundProposal[];
  all: readonly ListedProposal[];
}
