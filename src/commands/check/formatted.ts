import manifest from '../../../package.json' with { type: 'json' };
import { appendText } from '../../disk/durable.ts';
import type { Environment } from '../../environment.ts';
import { messageOf } from '../../failure.ts';
import type { CheckResult } from '../../report/findings/check.ts';
import {
  githubLines,
  githubSummary,
  gitlabReport,
  sarifLog,
} from '../../report/findings/formats.ts';

/**
 * Findings as a service reads them, line by line; GitHub is told of them below the run as well, where it has said
 * in which file.
 */
export async function formatted(
  result: CheckResult,
  format: 'github' | 'gitlab' | 'sarif',
  { variables, note }: Environment,
): Promise<string[]> {
  if (format === 'gitlab') return jsonLines(gitlabReport(result));
  if (format === 'sarif') return jsonLines(sarifLog(result, manifest.version));
  const summary = variables.GITHUB_STEP_SUMMARY;
  if (summary) {
    try {
      appendText(summary, githubSummary(result));
    } catch (error) {
      note(`the job summary could not be written: ${messageOf(error)}`);
    }
  }
  return githubLines(result);
}

function jsonLines(value: object): string[] {
  return JSON.stringify(value, null, 2).split('\n');
}
