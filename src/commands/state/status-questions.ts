import { LazyInterview } from '../lazy-interview.ts';

const AS_IT_IS = '';

/** The question which status a proposal gets. */
export class StatusQuestions extends LazyInterview {
  /** The value that somebody chooses; undefined where nobody is asked, or it stays as it is. */
  async value(
    from: string | null,
    { known, shown }: { known: readonly string[]; shown: string },
  ): Promise<string | undefined> {
    const others = known.filter((each) => each !== from);
    const interview = others.length > 0 ? await this.interview() : undefined;
    if (!interview) return undefined;
    const said = await interview.chooseOne({
      id: 'status',
      message:
        from === null
          ? `Which status should ${shown} have?`
          : `${shown} is ${from}. What should it be now?`,
      choices: [
        { value: AS_IT_IS, label: from === null ? 'None yet' : `Keep ${from}` },
        ...others.map((value) => ({ value, label: value })),
      ],
    });
    return said === AS_IT_IS ? undefined : said;
  }
}
