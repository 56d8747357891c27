/**
 * The scripts that shells use for completion. They are our own, since those of the library evaluate what is typed
 * and what is printed: a proposal from someone else could have a command as its status.
 */
export const COMPLETION_SCRIPTS = {
  bash: `_create_enhancement() {
  local value word
  local -a typed=()
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if [ "$word" != = ]; then typed+=("$word"); fi
  done
  while IFS=$'\t' read -r value _; do
    case $value in
      '' | :[0-9]*) ;;
      *) COMPREPLY+=("$(printf '%q' "$value")") ;;
    esac
  done < <(create-enhancement complete -- "\${typed[@]}" 2>/dev/null)
}
complete -o default -F _create_enhancement create-enhancement`,
  zsh: `#compdef create-enhancement
_create_enhancement() {
  local line
  local -a values
  for line in "\${(@f)$(create-enhancement complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    if [[ -z $line || $line == :<-> ]]; then continue; fi
    values+=("\${\${line%%$'\t'*}//:/\\:}:\${line#*$'\t'}")
  done
  if (( $#values )); then _describe create-enhancement values; else _files; fi
}
if [[ $funcstack[1] == _create-enhancement ]]; then _create_enhancement; else compdef _create_enhancement create-enhancement; fi`,
  fish: `function __create_enhancement
  set -l typed (commandline --tokenize --cut-at-cursor --current-process)
  create-enhancement complete -- $typed[2..-1] (commandline --current-token --cut-at-cursor) 2>/dev/null | string match --invert --regex '^:\\d+$'
end
complete --command create-enhancement --arguments '(__create_enhancement)'`,
  powershell: `Register-ArgumentCompleter -Native -CommandName create-enhancement -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.Extent.Text })
  if ($wordToComplete -eq '') { $typed += '' }
  & create-enhancement complete '--' @typed 2>$null | Where-Object { $_ -notmatch '^:\\d+$' } | ForEach-Object {
    $value, $description = $_ -split "\`t", 2
    if (-not $description) { $description = $value }
    [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $description)
  }
}`,
} as const;
