/** What the branch is called that work is merged into. */
export const USUAL_BRANCHES: readonly string[] = ['main', 'master', 'trunk', 'develop'];
