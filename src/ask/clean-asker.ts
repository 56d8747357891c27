import { visible } from '../visible.ts';
import type {
  Asker,
  Choice,
  ChoiceQuestion,
  ChoicesQuestion,
  Reply,
  TextQuestion,
} from './asker.ts';

/** Asks through another asker, with all invisible characters made visible, whatever their source. */
export class CleanAsker implements Asker {
  constructor(private readonly asker: Asker) {}

  open(title: string): void {
    this.asker.open(visible(title));
  }

  show(text: readonly string[]): Promise<void> {
    return this.asker.show(text.map(visible));
  }

  takeBack(): void {
    this.asker.takeBack();
  }

  tell(lines: readonly string[]): void {
    this.asker.tell(lines.map(visible));
  }

  text(question: TextQuestion): Promise<Reply<string>> {
    const hint = question.hint.split('\n').map(visible).join('\n');
    const { validate, proposal, empty } = question;
    return this.asker.text({
      ...question,
      message: visible(question.message),
      hint,
      empty: cleaned(empty),
      ...(proposal !== undefined && { proposal: visible(proposal) }),
      ...(validate && { validate: (text: string) => cleaned(validate(text)) }),
    });
  }

  chooseOne<T extends string>(question: ChoiceQuestion<T>): Promise<Reply<T>> {
    return this.asker.chooseOne({ ...question, ...withVisible(question) });
  }

  chooseMany<T extends string>(question: ChoicesQuestion<T>): Promise<Reply<T[]>> {
    return this.asker.chooseMany({ ...question, ...withVisible(question) });
  }

  rest(): void {
    this.asker.rest();
  }

  close(): void {
    this.asker.close();
  }
}

function cleaned(text: string | undefined): string | undefined {
  return text === undefined ? undefined : visible(text);
}

function withVisible<T extends string>({
  message,
  choices,
}: {
  message: string;
  choices: readonly Choice<T>[];
}) {
  const shown = choices.map(({ value, label, hint }): Choice<T> => {
    return { value, label: visible(label), ...(hint !== undefined && { hint: visible(hint) }) };
  });
  return { message: visible(message), choices: shown };
}
