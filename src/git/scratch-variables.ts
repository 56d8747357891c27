export const QUIET: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '',
  SSH_ASKPASS: '',
  SSH_ASKPASS_REQUIRE: 'never',
  GCM_INTERACTIVE: 'never',
  GIT_HTTP_LOW_SPEED_LIMIT: '1000',
  GIT_HTTP_LOW_SPEED_TIME: '10',
  // What the clone is told about remotes is handed over; all else that users set is for their own
  // commands. Git knows this file on every system.
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CONFIG_COUNT: '0',
};

export const FOREIGN_VARIABLES = [
  ...['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_COMMON_DIR'],
  ...['GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_DEFAULT_HASH', 'GIT_CONFIG_PARAMETERS'],
];

export const IDENTITY: Readonly<Record<string, string>> = Object.fromEntries(
  ['AUTHOR', 'COMMITTER'].flatMap((role) => [
    [`GIT_${role}_NAME`, 'create-enhancement'],
    [`GIT_${role}_EMAIL`, 'create-enhancement@localhost'],
  ]),
);
