import { Stopped } from '../../../ask/asker.ts';
import type { Interview } from '../../../ask/interview.ts';
import type { Environment } from '../../../environment.ts';
import type { CreateCall } from '../create-call.ts';

/** Asks whether what was written is to be opened, naming the editor; whoever stops here does not want that. */
export async function askToOpen(
  interview: Interview,
  call: CreateCall,
  { platform, variables }: Environment,
): Promise<boolean> {
  if (call.open || call.dryRun) return call.open;
  const { editorCommand } = await import('../../../ask/editor.ts');
  try {
    const wanted = await interview.chooseFinally({
      message: 'Open the proposal now?',
      choices: [
        { value: 'no', label: 'No' },
        { value: 'yes', label: `Yes, in ${editorCommand(platform, variables)}` },
      ],
    });
    return wanted === 'yes';
  } catch (error) {
    if (error instanceof Stopped) return false;
    throw error;
  }
}
